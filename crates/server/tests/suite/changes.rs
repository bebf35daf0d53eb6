//! Changes in Shopify over the API: orders are marked as paid, and what became of it is there to be read.

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
    assert!(
        changes.iter().all(|change| ["Done", "Failed"].contains(&change["state"].as_str().unwrap())),
        "{changes:?}"
    );
    for action in ["wasDone", "sendAgain"] {
        let path = format!("/api/v1/shopifyChanges/{}/Kobling.{action}", changes[0]["id"].as_str().unwrap());
        let refused = world.call(Method::POST, path).send(&world.router).await;
        assert!(refused.message(400).contains("waits for nobody"));
    }
    let missing = "/api/v1/shopifyChanges/019ca000-0000-7000-8000-000000000000/Kobling.wasDone";
    world.call(Method::POST, missing).send(&world.router).await.expect(404);
}
