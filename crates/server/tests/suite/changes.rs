//! Changes in Shopify over the API: orders are marked as paid, and what became of it is there to be read.

use std::collections::BTreeSet;

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::world::World;

const MARK: &str = "/api/v1/shopifyOrders/Kobling.markAsPaid";

#[rstest]
#[tokio::test]
async fn chosen_orders_are_marked_as_paid_and_the_changes_are_listed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_orders(engine, 6).await;
    world.sync(json!({"object": 30104})).await.expect(202);
    world.work().await;
    let orders = world.read("/api/v1/shopifyOrders?$filter=fullyPaid eq false").await.expect(200);
    let unpaid: Vec<&Value> = orders["value"].as_array().unwrap().iter().map(|order| &order["id"]).collect();
    assert!(!unpaid.is_empty(), "the seed has orders that are not paid");
    let started = world.call(Method::POST, MARK).body(json!({ "ids": unpaid })).send(&world.router).await.expect(202);
    assert_eq!(started["mode"], "background");
    world.work().await;
    let changes = world.read("/api/v1/shopifyChanges?$filter=description eq 'Mark as Paid'").await.expect(200);
    let changes = changes["value"].as_array().unwrap();
    assert_eq!(changes.len(), unpaid.len());
    let subjects = |state: &str| -> BTreeSet<String> {
        let of_state = changes.iter().filter(|change| change["state"] == state);
        of_state.map(|change| change["subject"].as_str().unwrap().to_owned()).collect()
    };
    let left = world.read("/api/v1/shopifyOrders?$filter=fullyPaid eq false").await.expect(200);
    let left = left["value"].as_array().unwrap().iter();
    let left: BTreeSet<String> = left.map(|order| format!("gid://shopify/Order/{}", order["shopifyOrderId"])).collect();
    assert_eq!(subjects("Done").len() + subjects("Failed").len(), unpaid.len(), "{changes:?}");
    assert!(!subjects("Done").is_empty(), "{changes:?}");
    assert_eq!(subjects("Failed"), left, "what the store has refused is not paid, and all the rest is");
    assert!(changes.iter().all(|change| (change["state"] == "Failed") != (change["message"] == "")), "{changes:?}");
    for action in ["wasDone", "sendAgain"] {
        let path = format!("/api/v1/shopifyChanges/{}/Kobling.{action}", changes[0]["id"].as_str().unwrap());
        let refused = world.call(Method::POST, path).send(&world.router).await;
        assert!(refused.message(400).contains("waits for nobody"));
    }
    let missing = "/api/v1/shopifyChanges/019ca000-0000-7000-8000-000000000000/Kobling.wasDone";
    world.call(Method::POST, missing).send(&world.router).await.expect(404);
}
