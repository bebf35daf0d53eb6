use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::json;

use crate::call::{Call, Reply};
use crate::world::World;

/// The request that the body of an error names, which is that of the header.
#[track_caller]
fn named(reply: &Reply, status: u16) -> String {
    let error = reply.expect(status)["error"].clone();
    assert_eq!(error["requestId"], reply.headers["x-request-id"].to_str().unwrap(), "{error}");
    assert!(!error["message"].as_str().unwrap().is_empty(), "{error}");
    error["requestId"].as_str().unwrap().to_owned()
}

#[rstest]
#[tokio::test]
async fn every_error_names_its_request(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let first = named(&world.read("/api/v1/items?$filter=nothing eq 1").await, 400);
    assert_eq!(first.len(), 36, "{first}");
    assert_ne!(named(&world.read("/api/v1/items?$filter=nothing eq 1").await, 400), first);
    named(&Call::new(Method::GET, "/api/v1/items").send(&world.router).await, 401);
    named(&Call::new(Method::GET, "/api/v1/users").token(&world.viewer).send(&world.router).await, 403);
    named(&world.read("/api/v1/nothing").await, 404);
    named(&world.call(Method::PUT, "/api/v1/skippedRecords").send(&world.router).await, 405);
    let large = json!({ "displayName": "x".repeat(2 * 1024 * 1024) });
    named(&world.call(Method::POST, "/api/v1/items").body(large).send(&world.router).await, 413);
    let wrong = Call::new(Method::POST, "/api/v1/session").body(json!({"userName": "anna", "password": "wrong horse"}));
    named(&wrong.send(&world.router).await, 401);
}

#[tokio::test]
async fn a_request_keeps_the_name_that_its_sender_gave_it() {
    let world = World::new(Engine::Sqlite).await;
    let call = || world.call(Method::GET, "/api/v1/nothing");
    assert_eq!(named(&call().header("x-request-id", "proxy-17").send(&world.router).await, 404), "proxy-17");
}
