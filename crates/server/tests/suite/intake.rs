//! How orders come in, asked for by REST.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::world::World;

async fn shop(world: &World) -> String {
    let shops = world.read("/api/v1/shopifyShops").await.expect(200);
    format!("/api/v1/shopifyShops/{}", shops["value"][0]["id"].as_str().unwrap())
}

async fn post(world: &World, path: &str, body: Value) -> crate::call::Reply {
    world.call(Method::POST, path).body(body).send(&world.router).await
}

async fn first(world: &World, list: &str) -> Value {
    world.read(format!("/api/v1/{list}")).await.expect(200)["value"][0].clone()
}

#[rstest]
#[tokio::test]
async fn a_first_sync_is_counted_made_and_made_again(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_orders(engine, 3).await;
    let shop = shop(&world).await;
    let counts = post(&world, &format!("{shop}/Kobling.previewFirstSync"), json!({})).await.expect(200);
    assert_eq!(counts["enter"], json!({ "orders": 3, "orMore": false }));
    assert_eq!((&counts["done"], &counts["staged"]), (&json!(false), &json!(0)));

    let numbers = json!({ "orderNumbers": "#1001\n#9999", "reason": "the old system" });
    let elsewhere = format!("{shop}/Kobling.processedElsewhere");
    let marked = post(&world, &elsewhere, numbers).await.expect(200);
    assert_eq!((&marked["marked"], &marked["unknown"]), (&json!(0), &json!(["#1001", "#9999"])));
    let refused = post(&world, &elsewhere, json!({ "orderNumbers": "none", "reason": "x" })).await.expect(400);
    assert_eq!(refused["error"]["target"], "orderNumbers");

    world.sync(json!({ "object": 30104 })).await.expect(202);
    world.work().await;
    let aside = world.read("/api/v1/shopifyOrders?$filter=setAside eq 'Processed Elsewhere'").await.expect(200);
    assert_eq!(aside["value"][0]["shopifyOrderNumber"], "#1001");
    let known = world.read("/api/v1/shopifyOrdersProcessedElsewhere?$filter=shopifyOrderId gt 0").await.expect(200);
    assert_eq!(known["value"].as_array().unwrap().len(), 1);

    let reset = format!("{shop}/Kobling.resetOrders");
    let refused = post(&world, &reset, json!({ "from": "2199-01-01" })).await.expect(400);
    assert_eq!(refused["error"]["target"], "from");
    world.call(Method::POST, &reset).send(&world.router).await.expect(204);
    let counts = post(&world, &format!("{shop}/Kobling.previewFirstSync"), json!({})).await.expect(200);
    assert_eq!((&counts["done"], &counts["staged"]), (&json!(false), &json!(3)));
}

#[rstest]
#[tokio::test]
async fn orders_are_set_aside_with_a_reason_and_taken_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_orders(engine, 1).await;
    world.sync(json!({ "object": 30104 })).await.expect(202);
    world.work().await;
    let ids = json!([first(&world, "shopifyOrders").await["id"]]);
    let (aside, back) = ("/api/v1/shopifyOrders/Kobling.setAside", "/api/v1/shopifyOrders/Kobling.takeBack");
    let refused = post(&world, aside, json!({ "ids": ids, "reason": " " })).await.expect(400);
    assert_eq!(refused["error"]["target"], "reason");
    let changed = post(&world, aside, json!({ "ids": ids, "reason": "a gift" })).await.expect(200);
    assert_eq!(changed["changed"], 1);
    assert_eq!(first(&world, "shopifyOrders").await["setAsideReason"], "a gift");
    assert_eq!(post(&world, back, json!({ "ids": ids })).await.expect(200)["changed"], 1);
    assert_eq!(first(&world, "shopifyOrders").await["setAside"], "");
}

#[rstest]
#[tokio::test]
async fn orders_that_wait_are_skipped_set_aside_and_imported(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_orders(engine, 1).await;
    let none = json!({ "object": 30104, "filters": { "OrdersToImport.orderNumber": "none" } });
    world.sync(none).await.expect(202);
    world.work().await;
    let row = first(&world, "shopifyOrdersToImport").await;
    let ids = json!([row["id"]]);
    let path = |action: &str| format!("/api/v1/shopifyOrdersToImport/Kobling.{action}");
    let how = async || first(&world, "shopifyOrdersToImport").await["setAside"].as_str().unwrap().to_owned();
    post(&world, &path("skip"), json!({ "ids": ids })).await.expect(200);
    assert_eq!(how().await, "Until It Changes");
    post(&world, &path("setAside"), json!({ "ids": ids, "reason": "a test" })).await.expect(200);
    assert_eq!(how().await, "Until Taken Back");
    post(&world, &path("takeBack"), json!({ "ids": ids })).await.expect(200);
    assert_eq!(how().await, "");
    let started = post(&world, &path("import"), json!({ "ids": ids })).await.expect(202);
    assert_eq!(started["mode"], "background");
    world.work().await;
    assert_eq!(first(&world, "shopifyOrders").await["shopifyOrderId"], row["shopifyOrderId"]);
    let refused = post(&world, &path("import"), json!({ "ids": ids })).await.expect(400);
    assert_eq!(refused["error"]["target"], "ids");
}
