//! Payments of orders over the API, with what their orders say.

use std::collections::HashMap;

use axum::http::Method;
use connector::orders::staged::order;
use database::Engine;
use rstest::rstest;
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};
use server::Error;
use values::Code;

use crate::world::World;

async fn all(world: &World, set: &str) -> Vec<Value> {
    world.read(format!("/api/v1/{set}")).await.expect(200)["value"].as_array().unwrap().clone()
}

#[rstest]
#[tokio::test]
async fn a_payment_says_of_which_order_it_is_and_how_its_document_is_paid(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_orders(engine, 3).await;
    world.sync(json!({"object": 30104})).await.expect(202);
    world.work().await;
    let numbers: HashMap<Value, Value> = all(&world, "shopifyOrders")
        .await
        .into_iter()
        .map(|order| (order["shopifyOrderId"].clone(), order["shopifyOrderNumber"].clone()))
        .collect();
    let payments = all(&world, "shopifyOrderTransactions").await;
    assert!(!payments.is_empty(), "the seed has payments");
    for payment in &payments {
        assert_eq!(payment["shopifyOrderNumber"], numbers[&payment["shopifyOrderId"]]);
        assert_eq!((&payment["shopCode"], &payment["salesDocumentNumber"]), (&json!("SHOP"), &json!("")));
        assert_eq!((&payment["postedInvoiceNumber"], &payment["paymentMethodCode"]), (&json!(""), &json!("")));
    }
    let of_first =
        |row: &&Value| ["gateway", "creditCardCompany"].iter().all(|field| row[*field] == payments[0][*field]);
    let mappings = all(&world, "shopifyPaymentMethodMappings").await;
    let mapping = mappings.iter().find(of_first).unwrap();
    let path = format!("shopifyPaymentMethodMappings/{}", mapping["id"].as_str().unwrap());
    world.change(Method::PATCH, path, json!({"paymentMethodCode": "BANK"})).await.expect(200);
    let write = |tx| async move {
        let processed = order::ActiveModel { sales_invoice_number: Set(Code::cut("SI-1")), ..Default::default() };
        order::Entity::update_many().set(processed).exec(&tx).await?;
        Ok::<_, Error>(())
    };
    world.app.db.write(write).await.unwrap();
    let path = format!("/api/v1/shopifyOrderTransactions/{}", payments[0]["id"].as_str().unwrap());
    let now = world.read(path).await.expect(200);
    assert_eq!((&now["salesDocumentNumber"], &now["paymentMethodCode"]), (&json!("SI-1"), &json!("BANK")));
}
