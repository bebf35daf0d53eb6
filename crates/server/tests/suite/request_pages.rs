//! What a request page needs: its object, how many records its filters let through, and when it would run.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::world::World;

const COUNT: &str = "/api/v1/jobQueueObjects/30103/Kobling.count";
const PREVIEW: &str = "/api/v1/jobQueueEntries/Kobling.preview";

async fn post(world: &World, path: &str, body: Value) -> crate::call::Reply {
    world.call(Method::POST, path).body(body).send(&world.router).await
}

#[tokio::test]
async fn every_object_is_listed_with_its_request_page() {
    let world = World::new(Engine::Sqlite).await;
    let objects = world.read("/api/v1/jobQueueObjects").await.expect(200);
    let ids: Vec<_> = objects["value"].as_array().unwrap().iter().map(|object| object["objectId"].clone()).collect();
    let known = [
        88, 296, 297, 298, 30100, 30101, 30102, 30103, 30104, 30105, 30106, 30107, 30108, 30109, 30110, 30112, 30114,
        30115, 30116, 30118, 30120, 30160, 30161, 30409,
    ];
    assert_eq!(ids, known);
    let sync = objects["value"].as_array().unwrap().iter().find(|object| object["objectId"] == 30104).unwrap();
    assert_eq!((&sync["caption"], &sync["perShop"]), (&json!("Sync Orders from Shopify"), &json!(true)));
    let orders = sync["tables"].as_array().unwrap().iter().find(|table| table["name"] == "OrdersToImport").unwrap();
    let paid =
        json!({ "name": "fullyPaid", "caption": "Fully Paid", "kind": "Boolean", "offered": true, "values": null });
    assert_eq!(orders["fields"][0], paid);
    let status = &orders["fields"][1];
    assert_eq!((&status["kind"], &status["values"][1]), (&json!("Option"), &json!("Pending")));
}

#[rstest]
#[tokio::test]
async fn the_records_of_a_request_page_are_counted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.shop().await;
    let counted = async |shop: &str, filters: Value| {
        let counts = post(&world, COUNT, json!({ "shop": shop, "filters": filters })).await.expect(200);
        counts["tables"].as_array().unwrap().iter().map(|table| table["count"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    let paid = json!({ "ShopifyOrder.financialStatus": "Paid" });
    assert_eq!(counted("shop", paid.clone()).await, [1, 0, 0]);
    assert_eq!(counted("other", paid).await, [0, 0, 0]);
    assert_eq!(counted("shop", json!({ "Shop.code": "<>SHOP" })).await, [0, 0, 0]);
    let sync = "/api/v1/jobQueueObjects/30104/Kobling.count";
    let computed = json!({ "filters": { "OrdersToImport.attributeKeyExists": "Yes" } });
    assert_eq!(post(&world, sync, computed).await.expect(200)["tables"][1]["count"], 0);
}

#[tokio::test]
async fn a_filter_that_can_not_be_read_is_named() {
    let world = World::new(Engine::Sqlite).await;
    let refused = async |field: &str, expression: &str| {
        let filters = json!({ field: expression });
        let reply = post(&world, COUNT, json!({ "filters": filters })).await.expect(400);
        (reply["error"]["target"].clone(), reply["error"]["message"].as_str().unwrap().to_owned())
    };
    let (target, message) = refused("ShopifyOrder.financialStatus", "Paid|").await;
    assert_eq!(target, "ShopifyOrder.financialStatus");
    assert!(message.contains("at character 6"), "{message}");
    let (target, message) = refused("ShopifyOrder.colour", "blue").await;
    assert_eq!(target, "ShopifyOrder.colour");
    assert!(message.contains("financialStatus"), "{message}");
    let unknown = post(&world, "/api/v1/jobQueueObjects/1/Kobling.count", json!({})).await.expect(400);
    assert_eq!(unknown["error"]["target"], "objectId");
}

#[tokio::test]
async fn the_next_runs_of_a_schedule_are_computed_in_its_zone() {
    let world = World::new(Engine::Sqlite).await;
    let now = world.app.clock.now();
    let weekly = json!({ "runOnMonday": true, "startingTime": "08:00:00", "timeZone": "Europe/Oslo", "count": 3 });
    let runs = post(&world, PREVIEW, weekly).await.expect(200);
    let runs: Vec<chrono::DateTime<chrono::Utc>> = serde_json::from_value(runs["runs"].clone()).unwrap();
    assert_eq!(runs.len(), 3);
    for pair in runs.windows(2).skip(1) {
        let local = pair[1].with_timezone(&chrono_tz::Europe::Oslo);
        assert_eq!(local.format("%a %H:%M").to_string(), "Mon 08:00");
    }
    let once = post(&world, PREVIEW, json!({})).await.expect(200);
    assert_eq!(once["runs"], json!([now]));
}

#[tokio::test]
async fn a_schedule_that_can_not_be_is_refused() {
    let world = World::new(Engine::Sqlite).await;
    let message = post(&world, PREVIEW, json!({ "numberOfMinutesBetweenRuns": 15 })).await.message(400);
    assert!(message.contains("choose the days of the week"), "{message}");
    let message = post(&world, PREVIEW, json!({ "count": 1000 })).await.message(400);
    assert!(message.contains("from 1 to 100"), "{message}");
}
