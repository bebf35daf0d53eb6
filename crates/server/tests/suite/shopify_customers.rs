//! Shopify customers: what a person says they are here, and what is set up for countries.

use axum::http::Method;
use connector::customers::staged::customer;
use database::Engine;
use rstest::rstest;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::json;
use server::Error;
use uuid::Uuid;

use crate::world::World;

const ROW: Uuid = Uuid::from_u128(1);

impl World {
    /// A shop, and Kari, who is a customer in its store and one here.
    async fn people(&self) -> String {
        self.company().await;
        self.shop().await;
        let row = &customer::Model {
            first_name: "Kari".into(),
            email: "kari@example.com".into(),
            content_hash: "read".into(),
            ..customer::Model::named(ROW, "shop.myshopify.com".into(), 7001)
        };
        let write = |tx| async move {
            row.clone().into_active_model().reset_all().insert(&tx).await?;
            Ok::<_, Error>(())
        };
        self.app.db.write(write).await.unwrap();
        let new = json!({ "displayName": "Kari Nordmann", "customerTemplateCode": "DOMESTIC" });
        let made = self.change(Method::POST, "customers", new).await.expect(201);
        made["number"].as_str().unwrap().to_owned()
    }
}

#[rstest]
#[tokio::test]
async fn a_person_says_which_customer_one_is_and_takes_it_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let number = world.people().await;
    let path = format!("shopifyCustomers/{ROW}/Kobling.map");
    let refused = world.change(Method::POST, &path, json!({ "customerNumber": "NOBODY" })).await.expect(400);
    assert_eq!(refused["error"]["target"], "customerNumber", "{refused}");
    world.change(Method::POST, &path, json!({ "customerNumber": number })).await.expect(204);
    let mapped =
        world.read(&format!("/api/v1/shopifyCustomers?$filter=customerNumber eq '{number}'")).await.expect(200);
    assert_eq!(mapped["value"][0]["shopifyCustomerId"], 7001);
    world.change(Method::POST, &path, json!({ "customerNumber": "" })).await.expect(204);
    let row = world.read(&format!("/api/v1/shopifyCustomers/{ROW}")).await.expect(200);
    assert_eq!(row["customerNumber"], "");
    let addresses = world.read("/api/v1/shopifyCustomerAddresses?$filter=shopifyCustomerId eq 7001").await.expect(200);
    assert_eq!(addresses["value"], json!([]));
}
