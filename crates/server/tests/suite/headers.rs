use axum::http::Method;
use database::Engine;

use crate::call::Call;
use crate::world::World;

async fn policy(world: &World, path: &str) -> String {
    let reply = Call::new(Method::GET, path).send(&world.router).await;
    assert_eq!(reply.headers["x-content-type-options"], "nosniff", "{path}");
    assert_eq!(reply.headers["referrer-policy"], "same-origin", "{path}");
    reply.headers["content-security-policy"].to_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_page_runs_only_what_is_of_this_server_and_is_shown_by_no_other() {
    let world = World::new(Engine::Sqlite).await;
    for path in ["/", "/orders/1", "/first-start?code=AAAA-AAAA", "/assets/nothing.js"] {
        let policy = policy(&world, path).await;
        assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-"), "{policy}");
        assert!(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"), "{policy}");
        assert!(!policy.contains("unsafe") && !policy.contains("  "), "{policy}");
    }
}

#[tokio::test]
async fn data_is_no_page_and_the_description_has_a_policy_of_its_own() {
    let world = World::new(Engine::Sqlite).await;
    for path in ["/api/v1/items", "/api/openapi.json", "/api/nothing"] {
        let policy = policy(&world, path).await;
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("'self'"), "{path}: {policy}");
    }
    let docs = policy(&world, "/api/docs/").await;
    assert!(docs.contains("style-src 'self' 'unsafe-inline'") && docs.contains("script-src 'self';"), "{docs}");
}
