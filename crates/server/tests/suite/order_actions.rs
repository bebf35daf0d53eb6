//! What a person does over the API about orders that Shopify changed, called off, or that were misread.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::Reply;
use crate::world::World;

async fn say(world: &World, what: &str, body: Value) -> Reply {
    let path = format!("/api/v1/shopifyOrders/Kobling.{what}");
    world.call(Method::POST, path).body(body).send(&world.router).await
}

async fn say_of(world: &World, id: &Value, what: &str) -> Reply {
    let path = format!("/api/v1/shopifyOrders/{}/Kobling.{what}", id.as_str().unwrap());
    world.call(Method::POST, path).send(&world.router).await
}

/// The first order that is placed, of some that are staged.
async fn staged(world: &World) -> Value {
    let page = world.read("/api/v1/shopifyOrders?$orderby=shopifyOrderId&$top=1").await.expect(200);
    page["value"][0].clone()
}

#[rstest]
#[tokio::test]
async fn what_an_order_does_not_allow_is_refused_and_says_what_to_do(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_orders(engine, 2).await;
    world.sync(json!({"object": 30104})).await.expect(202);
    world.work().await;
    let order = staged(&world).await;
    for (action, reason) in [
        ("applyUpdates", "has changed nothing of"),
        ("markConflictAsResolved", "has changed nothing of"),
        ("closeDocument", "was not cancelled in Shopify"),
    ] {
        let refused = say_of(&world, &order["id"], action).await;
        assert!(refused.message(409).contains(reason), "{action}");
    }
    let path = format!("/api/v1/shopifyOrders/{}/Kobling.markConflictAsResolved", order["id"].as_str().unwrap());
    world.call(Method::POST, path).header("if-match", "W/\"old\"").send(&world.router).await.expect(412);
    let unlink = say(&world, "unlink", json!({ "ids": [order["id"]] })).await;
    assert!(unlink.message(409).contains("none of these orders has a document"));
    let missing = json!("019ca000-0000-7000-8000-000000000000");
    say_of(&world, &missing, "applyUpdates").await.expect(404);
    say(&world, "importAgain", json!({ "ids": [missing] })).await.expect(400);
    say(&world, "cancel", json!({ "ids": [order["id"]], "reason": "Boredom" })).await.expect(400);
    let links = world.read("/api/v1/shopifyDocumentLinks").await.expect(200);
    assert_eq!(links["value"], json!([]));
}

#[rstest]
#[tokio::test]
async fn orders_are_imported_again_and_cancelled_by_their_ids(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_orders(engine, 2).await;
    world.sync(json!({"object": 30104})).await.expect(202);
    world.work().await;
    let order = staged(&world).await;
    let started = say(&world, "importAgain", json!({ "ids": [order["id"]] })).await.expect(202);
    assert_eq!(started["mode"], "background");
    world.work().await;
    let now = staged(&world).await;
    assert_eq!(now["shopifyOrderId"], order["shopifyOrderId"]);
    assert_ne!(now["id"], order["id"]);
    let body = json!({ "ids": [now["id"]], "reason": "Customer", "restock": true, "staffNote": "by phone" });
    let started = say(&world, "cancel", body).await.expect(202);
    let entry = world.read(format!("/api/v1/jobQueueEntries/{}", started["entry"].as_str().unwrap())).await.expect(200);
    let parameters: Value = serde_json::from_str(entry["parameterString"].as_str().unwrap()).unwrap();
    let expected = json!({ "reason": "Customer", "refund": false, "restock": true, "notifyCustomer": false,
        "staffNote": "by phone" });
    assert_eq!(parameters["options"], expected);
}
