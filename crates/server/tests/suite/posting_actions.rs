//! Sales orders that are posted through the API.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::{Call, Reply};
use crate::world::World;

/// A company with sales orders that come from the shop, and their ids.
async fn with_orders(engine: Engine, count: usize) -> (World, Vec<String>) {
    let world = World::new(engine).await;
    world.company().await;
    for at in 1..=count {
        world.sales_order(&format!("#100{at}")).await;
    }
    let orders = world.read("/api/v1/salesOrders?$orderby=number").await.expect(200);
    let id = |order: &Value| order["id"].as_str().unwrap().to_owned();
    let ids = orders["value"].as_array().unwrap().iter().map(id).collect();
    (world, ids)
}

async fn act(world: &World, path: &str, body: Value) -> Reply {
    Call::new(Method::POST, format!("/api/v1/{path}")).token(&world.user).body(body).send(&world.router).await
}

async fn status_of(world: &World, id: &str) -> Value {
    world.read(format!("/api/v1/salesOrders/{id}")).await.expect(200)["jobQueueStatus"].clone()
}

#[rstest]
#[tokio::test]
async fn an_order_is_posted_at_once_whole_or_in_parts(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, ids) = with_orders(engine, 2).await;
    let post = |at: usize| format!("salesOrders/{}/Kobling.post", ids[at]);
    let shipped = act(&world, &post(0), json!({ "invoice": false })).await.expect(200);
    assert_eq!((&shipped["shipmentNumber"], &shipped["invoiceNumber"]), (&"PS-000001".into(), &Value::Null));
    assert_eq!(shipped["completed"], false);
    let rest = act(&world, &post(0), json!({ "ship": false, "postingDate": "2026-03-05" })).await.expect(200);
    assert_eq!((&rest["invoiceNumber"], &rest["completed"]), (&"PI-000001".into(), &true.into()));
    act(&world, &post(0), json!({})).await.expect(404);
    // In Business Central's form, without a body.
    let foreign = format!("/api/v1/salesOrders({})/Microsoft.NAV.post", ids[1]);
    Call::new(Method::POST, foreign).token(&world.user).send(&world.router).await.expect(204);
    assert_eq!(world.read("/api/v1/salesOrders").await.expect(200)["value"], json!([]));
}

#[rstest]
#[tokio::test]
async fn an_order_is_posted_in_the_background_or_taken_out_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, ids) = with_orders(engine, 1).await;
    let of = |action: &str| format!("salesOrders/{}/Kobling.{action}", ids[0]);
    let entry = act(&world, &of("postInBackground"), json!({})).await.expect(202)["entry"].clone();
    assert_eq!(status_of(&world, &ids[0]).await, "Scheduled for Posting");
    let path = format!("/api/v1/jobQueueEntries/{}", entry.as_str().unwrap());
    assert_eq!(world.read(path).await.expect(200)["recordIdToProcess"], format!("salesOrders/{}", ids[0]));
    for action in ["post", "postInBackground"] {
        assert!(act(&world, &of(action), json!({})).await.message(409).contains("is in the job queue"));
    }
    act(&world, &of("cancelPosting"), json!({})).await.expect(204);
    assert_eq!(status_of(&world, &ids[0]).await, "");
    act(&world, &of("postInBackground"), json!({})).await.expect(202);
    world.work().await;
    let results = world.read("/api/v1/postingResults").await.expect(200);
    assert_eq!(
        (&results["value"][0]["result"], &results["value"][0]["invoiceNumber"]),
        (&"Posted".into(), &"PI-000001".into())
    );
}

#[rstest]
#[tokio::test]
async fn selected_orders_are_posted_by_one_entry(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, ids) = with_orders(engine, 3).await;
    let other = "00000000-0000-0000-0000-000000000007";
    let chosen = json!({ "ids": [ids[0], ids[2], other], "options": { "invoice": false } });
    let selected = act(&world, "salesOrders/Kobling.postSelected", chosen).await.expect(202);
    assert_eq!((&selected["scheduled"], &selected["skipped"][0]["id"]), (&2.into(), &other.into()));
    world.work().await;
    let orders = world.read("/api/v1/salesOrders?$orderby=number").await.expect(200);
    let shipped: Vec<_> =
        orders["value"].as_array().unwrap().iter().map(|order| &order["lastShippingNumber"]).collect();
    assert_eq!(shipped, ["PS-000001", "", "PS-000002"]);
    let none = act(&world, "salesOrders/Kobling.postSelected", json!({ "ids": [] })).await;
    assert_eq!(none.expect(400)["error"]["target"], "ids");
}

#[tokio::test]
async fn what_can_not_be_posted_is_refused_and_stays() {
    let (world, ids) = with_orders(Engine::Sqlite, 1).await;
    let of = |set: &str| format!("{set}/{}/Kobling.post", ids[0]);
    let nothing = act(&world, &of("salesOrders"), json!({ "ship": false, "invoice": false })).await;
    assert!(nothing.message(400).contains("please enter Yes in Ship and/or Invoice"));
    act(&world, &of("salesOrders"), json!({ "shipp": true })).await.expect(400);
    let swallowed = act(&world, &of("salesOrders"), json!({ "vatDate": "2026-03-31" })).await;
    assert!(swallowed.message(400).contains("give postingDate too"), "{}", swallowed.text);
    assert!(act(&world, &of("salesInvoices"), json!({})).await.message(404).contains("no Sales Invoice"));
    let viewer = Call::new(Method::POST, format!("/api/v1/{}", of("salesOrders"))).token(&world.viewer);
    viewer.send(&world.router).await.expect(403);
    assert_eq!(world.read("/api/v1/salesOrders").await.expect(200)["value"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_request_page_counts_orders_by_their_number_in_the_shop() {
    let (world, _) = with_orders(Engine::Sqlite, 3).await;
    let count = world.call(Method::POST, "/api/v1/jobQueueObjects/296/Kobling.count");
    let counted =
        count.body(json!({ "filters": { "SalesHeader.shopifyOrderNumber": "#1002..", "SalesHeader.status": "Open" } }));
    let counted = counted.send(&world.router).await.expect(200);
    assert_eq!((&counted["tables"][0]["name"], &counted["tables"][0]["count"]), (&"SalesHeader".into(), &2.into()));
}
