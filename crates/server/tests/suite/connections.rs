use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::Reply;
use crate::world::World;

async fn add(world: &World, more: Value) -> Reply {
    let mut body = json!({"code": "NORTH", "domain": "https://admin.shopify.com/store/devstore"});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    world.call(Method::POST, "/api/v1/shopifyShops").body(body).send(&world.router).await
}

async fn act(world: &World, shop: &Value, action: &str, body: Option<Value>) -> Reply {
    let path = format!("/api/v1/shopifyShops/{}/Kobling.{action}", shop["id"].as_str().unwrap());
    let call = world.call(Method::POST, path);
    let call = if let Some(body) = body { call.body(body) } else { call };
    call.send(&world.router).await
}

#[rstest]
#[tokio::test]
async fn a_shop_is_entered_in_one_of_three_ways_and_shows_no_secret(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for (wrong, why) in [
        (json!({}), "there are none"),
        (json!({"clientId": "app"}), "the client secret is missing"),
        (json!({"token": "shpat_hush", "clientId": "app", "clientSecret": "hush"}), "stands alone"),
    ] {
        assert!(add(&world, wrong).await.message(400).contains(why));
    }
    let added = add(&world, json!({"clientId": "app", "clientSecret": "hush", "refreshToken": "shprt_hush"})).await;
    let shop = added.expect(201);
    assert_eq!((&shop["domain"], &shop["connectionType"]), (&"devstore.myshopify.com".into(), &"Refresh Token".into()));
    assert_eq!((&shop["connection"], &shop["enabled"]), (&"Not Tested".into(), &false.into()));
    assert!(!added.text.contains("hush"));
    let connected = act(&world, &shop, "connect", Some(json!({"clientId": "app", "clientSecret": "hush"}))).await;
    assert_eq!(connected.expect(200)["connectionType"], "Client Credentials");
    assert!(!connected.text.contains("hush"));
}

#[rstest]
#[tokio::test]
async fn a_shop_is_enabled_and_disabled_in_the_version_that_was_seen(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_orders(engine, 0).await;
    let shop = add(&world, json!({"token": devstore::DEFAULT_TOKEN})).await.expect(201);
    let path = |action: &str| format!("/api/v1/shopifyShops/{}/Kobling.{action}", shop["id"].as_str().unwrap());
    let seen = shop["@odata.etag"].as_str().unwrap();
    let call = |action: &str| world.call(Method::POST, path(action)).header("if-match", seen);
    assert_eq!(shop["connection"], "Not Tested");
    let enabled = call("enable").send(&world.router).await.expect(200);
    assert_eq!((&enabled["enabled"], &enabled["connection"]), (&true.into(), &"Connected".into()));
    for action in ["enable", "disable"] {
        call(action).send(&world.router).await.expect(412);
    }
    assert_eq!(act(&world, &shop, "disable", None).await.expect(200)["enabled"], false);
}

#[rstest]
#[tokio::test]
async fn a_test_tells_what_the_app_may_do(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_orders(engine, 0).await;
    let shop = add(&world, json!({"token": "shpat_wrong"})).await.expect(201);
    assert!(act(&world, &shop, "test", None).await.message(502).contains("does not accept the access token"));
    let path = format!("/api/v1/shopifyShops/{}", shop["id"].as_str().unwrap());
    let lost = world.read(path.as_str()).await.expect(200);
    assert_eq!(lost["connection"], "Not Connected");
    assert!(lost["connectionMessage"].as_str().unwrap().contains("does not accept the access token"));

    act(&world, &shop, "connect", Some(json!({"token": devstore::DEFAULT_TOKEN}))).await.expect(200);
    let tested = act(&world, &shop, "test", None).await.expect(200);
    assert!(tested["grantedScopes"].as_str().unwrap().contains("read_orders"));
    let orders = &tested["capabilities"][0];
    assert_eq!((&orders["capability"], &orders["missing"]), (&"orders".into(), &json!([])));
    let shop = world.read(path.as_str()).await.expect(200);
    assert_eq!((&shop["connection"], &shop["missingScopes"]), (&"Connected".into(), &"".into()));
    assert_eq!(act(&world, &shop, "bind", None).await.expect(200)["connection"], "Not Tested");
}

#[test]
fn the_pages_say_in_both_languages_what_does_not_work_without_a_scope() {
    let en = include_str!("../../../../web/src/i18n/en/shops.ts");
    let nb = include_str!("../../../../web/src/i18n/nb/shops.ts");
    for capability in connector::shops::CAPABILITIES {
        let key = format!(" without_{}:", capability.key);
        assert!(en.contains(&key) && nb.contains(&key), "{key} is missing in web/src/i18n/*/shops.ts");
    }
}
