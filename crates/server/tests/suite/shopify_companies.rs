//! Shopify companies and their locations.

use axum::http::Method;
use chrono::{DateTime, Utc};
use connector::companies::staged::{company, location};
use database::Engine;
use rstest::rstest;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::json;
use server::Error;
use uuid::Uuid;

use crate::world::World;

impl World {
    /// A company with a location, and the numbers of two customers.
    async fn firm(&self) -> [String; 2] {
        self.company().await;
        self.shop().await;
        let mut numbers = [String::new(), String::new()];
        for number in &mut numbers {
            let customer = json!({ "displayName": "Nord AS", "customerTemplateCode": "DOMESTIC" });
            let made = self.change(Method::POST, "customers", customer).await.expect(201);
            made["number"].as_str().unwrap().clone_into(number);
        }
        let company = &company::Model {
            id: Uuid::from_u128(1),
            store: "demo.myshopify.com".into(),
            shopify_company_id: 7001,
            name: "Nord AS".into(),
            created_at: Some(DateTime::<Utc>::UNIX_EPOCH),
            ..company::Model::default()
        };
        let location = &location::Model {
            id: Uuid::from_u128(2),
            store: "demo.myshopify.com".into(),
            shopify_location_id: 8001,
            shopify_company_id: 7001,
            name: "Oslo".into(),
            is_default: true,
            ..location::Model::default()
        };
        let write = |tx| async move {
            company.clone().into_active_model().reset_all().insert(&tx).await?;
            location.clone().into_active_model().reset_all().insert(&tx).await?;
            Ok::<_, Error>(())
        };
        self.app.db.write(write).await.unwrap();
        numbers
    }
}

#[rstest]
#[tokio::test]
async fn a_person_says_which_customer_a_company_is(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let [number, _] = world.firm().await;
    let path = format!("shopifyCompanies/{}", Uuid::from_u128(1));
    let refused = world.change(Method::POST, format!("{path}/Kobling.map"), json!({ "customerNumber": "MARS" })).await;
    assert_eq!(refused.expect(400)["error"]["target"], "customerNumber", "{}", refused.text);
    world.change(Method::POST, format!("{path}/Kobling.map"), json!({ "customerNumber": number })).await.expect(204);
    let read = world.read(&format!("/api/v1/{path}")).await;
    assert_eq!(read.expect(200)["customerNumber"], number);
    world.change(Method::POST, format!("{path}/Kobling.map"), json!({ "customerNumber": "" })).await.expect(204);
    let unmapped = world.read("/api/v1/shopifyCompanies?$filter=customerNumber eq ''").await;
    assert_eq!(unmapped.expect(200)["value"][0]["name"], "Nord AS");
}

#[rstest]
#[tokio::test]
async fn a_location_says_who_buys_before_who_pays(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let [buys, pays] = world.firm().await;
    let path = format!("shopifyCompanyLocations/{}", Uuid::from_u128(2));
    let refused = world.change(Method::PATCH, path.clone(), json!({ "billToCustomerNumber": pays })).await;
    assert_eq!(refused.expect(400)["error"]["target"], "billToCustomerNumber", "{}", refused.text);
    let unknown = world.change(Method::PATCH, path.clone(), json!({ "sellToCustomerNumber": "MARS" })).await;
    assert_eq!(unknown.expect(400)["error"]["target"], "sellToCustomerNumber", "{}", unknown.text);
    let both = json!({ "sellToCustomerNumber": buys, "billToCustomerNumber": pays });
    let set = world.change(Method::PATCH, path.clone(), both).await;
    assert_eq!(set.expect(200)["billToCustomerNumber"], pays);
    let cleared = world.change(Method::PATCH, path, json!({ "sellToCustomerNumber": "" })).await;
    assert_eq!(cleared.expect(200)["billToCustomerNumber"], "", "nobody buys, so nobody pays");
}
