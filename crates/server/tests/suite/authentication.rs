use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::Call;
use crate::world::World;

/// Every route of the description that needs a caller, with an id where one belongs.
pub fn routes() -> Vec<(Method, String)> {
    let document: Value = serde_json::from_str(&server::openapi_json()).unwrap();
    let mut routes = Vec::new();
    for (path, operations) in document["paths"].as_object().unwrap() {
        let path = path.replace("{id}", "019ca000-0000-7000-8000-000000000000");
        for (method, operation) in operations.as_object().unwrap() {
            if operation["security"].as_array().is_some_and(Vec::is_empty) {
                continue;
            }
            routes.push((method.to_uppercase().parse().unwrap(), path.clone()));
        }
    }
    routes
}

#[rstest]
#[tokio::test]
async fn every_route_needs_a_token(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    assert!(routes().len() > 20);
    for (method, path) in routes() {
        let reply = Call::new(method.clone(), &path).send(&world.router).await;
        assert_eq!(reply.status.as_u16(), 401, "{method} {path}");
        assert_eq!(reply.headers["www-authenticate"], "Bearer");
        assert!(reply.message(401).contains("Authorization: Bearer"));
        let reply = Call::new(method.clone(), &path).token("kob_wrong").send(&world.router).await;
        assert_eq!(reply.status.as_u16(), 401, "{method} {path}");
    }
}

#[rstest]
#[tokio::test]
async fn what_is_not_the_api_needs_no_token(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    for path in ["/healthz", "/readyz", "/metrics", "/api/openapi.json", "/api/docs/", "/", "/items/1"] {
        let reply = Call::new(Method::GET, path).send(&world.router).await;
        assert_eq!(reply.status.as_u16(), 200, "{path}: {}", reply.text);
    }
}

#[rstest]
#[tokio::test]
async fn an_unknown_address_is_not_found(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    assert!(world.read("/api/v1/nothing").await.message(404).contains("/api/v1/nothing"));
    assert!(world.read("/api/nothing").await.message(404).contains("/api/docs"));
    assert_eq!(world.read("/assets/nothing.js").await.status.as_u16(), 404);
    let reply = world.call(Method::PUT, "/api/v1/skippedRecords").body(json!({})).send(&world.router).await;
    assert!(reply.message(405).contains("method"));
}

#[rstest]
#[tokio::test]
async fn every_answer_names_its_request(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (one, other) = (world.read("/healthz").await, world.read("/healthz").await);
    assert_ne!(one.headers["x-request-id"], other.headers["x-request-id"]);
    let own = world.call(Method::GET, "/healthz").header("x-request-id", "mine").send(&world.router).await;
    assert_eq!(own.headers["x-request-id"], "mine");
}
