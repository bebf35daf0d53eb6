//! The log of the calls to Shopify, as the API shows it.

use std::time::Duration;

use axum::http::Method;
use connector::calls;
use database::Engine;
use rstest::rstest;
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};
use server::Error;

use crate::call::Call;
use crate::world::World;

const LOG: &str = "/api/v1/shopifyLogEntries";

/// A shop whose calls are all logged, after its first sync.
async fn world(engine: Engine) -> World {
    let world = World::with_orders(engine, 2).await;
    let path = shop_path(&world).await;
    let change = world.call(Method::PATCH, path).header("if-match", "*").body(json!({"loggingMode": "All"}));
    change.send(&world.router).await.expect(200);
    world.sync(json!({"object": 30104})).await.expect(202);
    world.work().await;
    world.app.connector.write_calls().await.unwrap();
    world
}

async fn shop_path(world: &World) -> String {
    let shops = world.read("/api/v1/shopifyShops").await.expect(200);
    format!("/api/v1/shopifyShops/{}", shops["value"][0]["id"].as_str().unwrap())
}

async fn entries(world: &World) -> Vec<Value> {
    world.read(LOG).await.expect(200)["value"].as_array().unwrap().clone()
}

#[rstest]
#[tokio::test]
async fn a_call_is_shown_with_what_was_sent_and_came_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let all = entries(&world).await;
    let entry = all.last().unwrap();
    assert_eq!((&entry["document"], &entry["statusCode"]), (&json!("OrdersPage"), &json!(200)));
    assert_eq!((&entry["hasError"], &entry["reviewed"]), (&json!(false), &json!(false)));
    assert_eq!(entry["request"], Value::Null, "the bodies are not in the list");
    let path = format!("{LOG}/{}", entry["id"].as_str().unwrap());
    let request = world.read(format!("{path}/request")).await;
    let name = request.headers["content-disposition"].to_str().unwrap().to_owned();
    assert!(name.contains("OrdersPage-") && name.ends_with("-request.json\""), "{name}");
    assert_eq!(request.expect(200)["operationName"], "OrdersPage");
    let response = world.read(format!("{path}/response")).await.expect(200);
    assert_eq!(response["data"]["orders"]["nodes"].as_array().unwrap().len(), 2);
    assert!(world.read(format!("{path}/supportReport")).await.message(409).contains("status 500 and above"));
    let failed = &calls::Entity::update_many().set(calls::ActiveModel { status_code: Set(500), ..Default::default() });
    let write = |tx| async move { Ok::<_, Error>(failed.clone().exec(&tx).await?) };
    world.app.db.write(write).await.unwrap();
    let report = world.read(format!("{path}/supportReport")).await;
    for part in
        ["Store: devstore.myshopify.com", "HTTP status: 500", "Operation: OrdersPage", "Request:\n{", "Time (UTC): "]
    {
        assert!(report.text.contains(part), "{part} is not in {}", report.text);
    }
    let runs = world.read("/api/v1/jobQueueLogEntries").await.expect(200);
    assert_eq!(entry["jobQueueLogEntryId"], runs["value"][0]["id"]);
}

#[rstest]
#[tokio::test]
async fn entries_are_looked_at_and_deleted_by_those_who_may(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let count = entries(&world).await.len();
    let id = entries(&world).await[0]["id"].as_str().unwrap().to_owned();
    let post = async |token: &str, path: String, body: Value| {
        Call::new(Method::POST, path).token(token).body(body).send(&world.router).await
    };
    post(&world.viewer, format!("{LOG}/{id}/Kobling.markAsReviewed"), json!({})).await.expect(403);
    post(&world.user, format!("{LOG}/{id}/Kobling.markAsReviewed"), json!({})).await.expect(204);
    assert_eq!(world.read(format!("{LOG}/{id}")).await.expect(200)["reviewed"], true);
    let all = post(&world.user, format!("{LOG}/Kobling.markAllAsReviewed"), json!({})).await.expect(200);
    assert_eq!(all, json!({"reviewed": 0}), "none of them is an error");

    let delete = format!("{LOG}/Kobling.deleteOlderThan");
    post(&world.viewer, delete.clone(), json!({"days": 0})).await.expect(403);
    assert_eq!(post(&world.user, delete.clone(), json!({"days": 7})).await.expect(200), json!({"deleted": 0}));
    world.clock.advance(Duration::from_secs(7 * 24 * 3600));
    assert_eq!(post(&world.user, delete, json!({"days": 7})).await.expect(200), json!({"deleted": count}));
    world.read(format!("{LOG}/{id}/request")).await.message(404);
}

#[tokio::test]
async fn a_shop_card_says_how_its_version_stands_and_which_others_there_are() {
    let world = World::with_orders(Engine::Sqlite, 1).await;
    let path = shop_path(&world).await;
    let card = async || world.read(&path).await.expect(200);
    let shop = card().await;
    assert_eq!((&shop["shopifyAdminApiVersion"], &shop["apiVersion"]), (&json!("2026-10"), &json!("")));
    assert_eq!(shop["updateApiVersionBefore"], "2027-10-01");
    assert_eq!(shop["apiVersionState"], "Supported");
    let offered = world.call(Method::POST, format!("{path}/Kobling.apiVersions")).send(&world.router).await.expect(200);
    let handles: Vec<_> =
        offered["value"].as_array().unwrap().iter().map(|one| one["handle"].as_str().unwrap()).collect();
    assert_eq!(handles.first(), Some(&"2026-10"));
    assert!(!handles.contains(&"unstable") && handles.is_sorted(), "{handles:?}");
    let end = "2027-07-01T00:00:00Z".parse().unwrap();
    world.clock.advance_to(end);
    assert_eq!(card().await["apiVersionState"], "Ends Soon");
}
