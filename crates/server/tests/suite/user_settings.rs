//! What a user has chosen in the pages.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::{Call, Reply};
use crate::world::World;

const VIEWS: &str = "/api/v1/userSettings/list.shopifyOrders";

async fn call(world: &World, method: Method, token: &str, path: &str, body: Option<Value>) -> Reply {
    let call = Call::new(method, path).token(token);
    match body {
        Some(body) => call.body(body).send(&world.router).await,
        None => call.send(&world.router).await,
    }
}

#[rstest]
#[tokio::test]
async fn a_setting_is_its_user_s_own(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let read = async |token: &str| call(&world, Method::GET, token, VIEWS, None).await.expect(200);
    assert_eq!(read(&world.viewer).await, Value::Null);
    let views = json!({"views": [{"name": "Blåbær", "filters": {"financialStatus": "Paid"}}]});
    call(&world, Method::PUT, &world.viewer, VIEWS, Some(views.clone())).await.expect(204);
    assert_eq!(read(&world.viewer).await, views);
    assert_eq!(read(&world.user).await, Value::Null);
    call(&world, Method::PUT, &world.viewer, VIEWS, Some(json!("dark"))).await.expect(204);
    assert_eq!(read(&world.viewer).await, "dark");
    call(&world, Method::DELETE, &world.viewer, VIEWS, None).await.expect(204);
    assert_eq!(read(&world.viewer).await, Value::Null);
    call(&world, Method::PUT, &world.viewer, VIEWS, Some(json!(1))).await.expect(204);
    call(&world, Method::PUT, &world.viewer, VIEWS, Some(Value::Null)).await.expect(204);
    assert_eq!(read(&world.viewer).await, Value::Null);
}

#[rstest]
#[case("x".repeat(101), json!(1), "1 to 100 characters")]
#[case("a%00b".to_owned(), json!(1), "1 to 100 characters")]
#[case("views".to_owned(), json!("x".repeat(65_536)), "at most 65536 bytes")]
#[tokio::test]
async fn a_setting_that_is_too_large_is_refused(
    #[case] key: String,
    #[case] value: Value,
    #[case] says: &str,
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let path = format!("/api/v1/userSettings/{key}");
    let refused = call(&world, Method::PUT, &world.user, &path, Some(value)).await;
    assert!(refused.message(400).contains(says), "{}", refused.text);
}
