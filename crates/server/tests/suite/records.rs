use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::json;

use crate::call::Call;
use crate::world::World;

#[rstest]
#[tokio::test]
async fn a_record_is_read_by_its_id_in_either_form(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let id = world.shop().await;
    let reply = world.read(format!("/api/v1/shopifyShops/{id}")).await;
    let shop = reply.expect(200);
    assert_eq!((shop["code"].as_str(), shop["id"].as_str()), (Some("SHOP"), Some(id.to_string().as_str())));
    assert_eq!(reply.headers["etag"].to_str().ok(), shop["@odata.etag"].as_str());
    assert_eq!(world.read(format!("/api/v1/shopifyShops({id})")).await.expect(200), shop);
    assert_eq!(world.read(format!("/api/v1/shopifyShops({id})?$select=code")).await.expect(200)["code"], "SHOP");
}

#[rstest]
#[tokio::test]
async fn a_record_that_is_not_there_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let missing = "019ca000-0000-7000-8000-000000000000";
    let reply = world.read(format!("/api/v1/shopifyShops/{missing}")).await;
    assert_eq!(reply.message(404), format!("there is no Shopify Shop with the id {missing}"));
    assert_eq!(
        world.read("/api/v1/shopifyShops/first").await.message(404),
        "there is no Shopify Shop with the id first"
    );
    let reply = world.read(format!("/api/v1/shopifyOrders/{missing}/shopifyOrderLines")).await;
    assert!(reply.message(404).contains(missing));
}

#[rstest]
#[tokio::test]
async fn a_change_says_which_version_it_means(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let users = world.read("/api/v1/users?$filter=userName eq 'VIEWER'").await.expect(200);
    let viewer = &users["value"][0];
    let path = format!("/api/v1/users/{}", viewer["id"].as_str().unwrap());
    let seen = viewer["@odata.etag"].as_str().unwrap();
    let change = |version: Option<&str>| {
        let call = world.call(Method::PATCH, &path).body(json!({"permission": "User"}));
        match version {
            Some(version) => call.header("if-match", version),
            None => call,
        }
    };
    assert!(change(None).send(&world.router).await.message(428).contains("If-Match"));
    world.clock.advance(std::time::Duration::from_secs(1));
    let changed = change(Some(seen)).send(&world.router).await.expect(200);
    assert_eq!(changed["permission"], "User");
    assert_ne!(changed["@odata.etag"].as_str(), Some(seen));
    assert!(change(Some(seen)).send(&world.router).await.message(412).contains("read it again"));
    change(Some("*")).send(&world.router).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn a_body_that_cannot_be_read_says_why(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let call = |body| world.call(Method::POST, "/api/v1/users").body(body);
    let reply = call(json!({"userName": "ANNA", "permission": "King"})).send(&world.router).await;
    assert!(reply.message(400).contains("Administrator, Shop Administrator, User, Operator, Viewer"), "{}", reply.text);
    let reply = call(json!({"userName": "ANNA", "permission": "User", "colour": "red"})).send(&world.router).await;
    assert!(reply.message(400).contains("colour"), "{}", reply.text);
    let plain = Call::new(Method::POST, "/api/v1/users").token(&world.administrator).send(&world.router).await;
    assert!(plain.message(400).contains("application/json"));
    let large = json!({"userName": "x".repeat(2_000_000), "permission": "User"});
    assert!(call(large).send(&world.router).await.message(413).contains("1 MiB"));
}
