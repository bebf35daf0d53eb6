//! What a person chooses over the API for an order that has no document yet.

use axum::http::Method;
use connector::orders::staged::order;
use database::Engine;
use rstest::rstest;
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};
use server::Error;
use values::Code;

use crate::world::World;

/// A staged order of someone who is no customer, and a line of it that is of a product.
async fn staged(engine: Engine) -> (World, Value, Value) {
    let world = World::with_orders(engine, 1).await;
    world.sync(json!({"object": 30104})).await.expect(202);
    world.work().await;
    for number in ["C1", "C2"] {
        let new = json!({"customerTemplateCode": "DOMESTIC", "number": number, "displayName": number});
        world.change(Method::POST, "customers", new).await.expect(201);
    }
    world.change(Method::POST, "items", json!({"number": "SHIRT", "displayName": "Shirt"})).await.expect(201);
    let variant = json!({"itemNumber": "SHIRT", "code": "RED", "displayName": "Red"});
    world.change(Method::POST, "itemVariants", variant).await.expect(201);
    let unit = json!({"itemNumber": "SHIRT", "code": "SET", "qtyPerUnitOfMeasure": 6});
    world.change(Method::POST, "itemUnitsOfMeasure", unit).await.expect(201);
    let orders = world.read("/api/v1/shopifyOrders").await.expect(200);
    let lines = world.read("/api/v1/shopifyOrderLines?$filter=tip eq false and giftCard eq false").await.expect(200);
    let (order, line) = (orders["value"][0].clone(), lines["value"][0].clone());
    (world, order, line)
}

fn path(set: &str, record: &Value) -> String {
    format!("{set}/{}", record["id"].as_str().unwrap())
}

#[rstest]
#[tokio::test]
async fn customers_and_codes_of_an_order_are_chosen(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, order, _) = staged(engine).await;
    let path = path("shopifyOrders", &order);
    for field in [
        "sellToCustomerNumber",
        "billToCustomerNumber",
        "shipmentMethodCode",
        "shippingAgentCode",
        "shippingAgentServiceCode",
        "paymentMethodCode",
        "salespersonCode",
    ] {
        let refused = world.change(Method::PATCH, &path, json!({ field: "MARS" })).await;
        assert_eq!(refused.expect(400)["error"]["target"], field, "{}", refused.text);
    }
    let unsaid = world.call(Method::PATCH, format!("/api/v1/{path}")).body(json!({"paymentMethodCode": "BANK"}));
    unsaid.send(&world.router).await.expect(428);
    world.change(Method::PATCH, &path, json!({"financialStatus": "Paid"})).await.expect(400);

    let chosen = json!({"sellToCustomerNumber": "C1", "shipmentMethodCode": "PARCEL", "paymentMethodCode": "BANK"});
    let now = world.change(Method::PATCH, &path, chosen).await.expect(200);
    assert_eq!((&now["billToCustomerNumber"], &now["shipmentMethodCode"]), (&json!("C1"), &json!("PARCEL")));
    let now = world.change(Method::PATCH, &path, json!({"billToCustomerNumber": "C2"})).await.expect(200);
    assert_eq!((&now["sellToCustomerNumber"], &now["billToCustomerNumber"]), (&json!("C1"), &json!("C2")));
    let log = world.read("/api/v1/auditLogEntries?$top=500").await.expect(200);
    let entries = log["value"].as_array().unwrap();
    let changed = entries.iter().find(|entry| entry["action"] == "Shopify Order changed").unwrap();
    assert_eq!(changed["subject"], order["shopifyOrderNumber"]);
}

#[rstest]
#[tokio::test]
async fn the_item_of_a_line_is_chosen_until_its_order_has_a_document(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, order, line) = staged(engine).await;
    let (of_order, path) = (path("shopifyOrders", &order), path("shopifyOrderLines", &line));
    let unknown = world.change(Method::PATCH, &path, json!({"itemNumber": "MARS"})).await;
    assert_eq!(unknown.expect(400)["error"]["target"], "itemNumber", "{}", unknown.text);
    let chosen = json!({"itemNumber": "SHIRT", "variantCode": "RED", "unitOfMeasureCode": "SET"});
    let now = world.change(Method::PATCH, &path, chosen.clone()).await.expect(200);
    for (field, value) in chosen.as_object().unwrap() {
        assert_eq!(now[field], *value);
    }
    for (field, message) in
        [("variantCode", "has no variant BLUE"), ("unitOfMeasureCode", "has no unit of measure BLUE")]
    {
        let refused = world.change(Method::PATCH, &path, json!({ field: "BLUE" })).await;
        assert_eq!(refused.expect(400)["error"]["target"], field);
        assert!(refused.message(400).contains(message), "{}", refused.text);
    }
    let item = json!({"number": "CAP", "displayName": "Cap"});
    world.change(Method::POST, "items", item).await.expect(201);
    let now = world.change(Method::PATCH, &path, json!({"itemNumber": "CAP"})).await.expect(200);
    assert_eq!((&now["variantCode"], &now["unitOfMeasureCode"]), (&json!(""), &json!("")), "they go with their item");

    let write = |tx| async move {
        let processed = order::ActiveModel {
            processed: Set(true),
            sales_order_number: Set(Code::cut("SO-1")),
            ..Default::default()
        };
        order::Entity::update_many().set(processed).exec(&tx).await?;
        Ok::<_, Error>(())
    };
    world.app.db.write(write).await.unwrap();
    let refused = world.change(Method::PATCH, &path, json!({"itemNumber": "SHIRT"})).await;
    assert!(refused.message(409).contains("has its sales document SO-1"), "{}", refused.text);
    world.change(Method::PATCH, of_order, json!({"sellToCustomerNumber": "C1"})).await.expect(409);
}
