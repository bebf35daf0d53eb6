use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::Call;
use crate::world::World;

#[rstest]
#[tokio::test]
async fn a_sync_starts_by_its_name_with_its_own_options(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let shop = world.shop().await;
    let sync = async |body: Value| {
        let path = format!("/api/v1/shopifyShops/{shop}/Kobling.sync");
        Call::new(Method::POST, path).token(&world.user).body(body).send(&world.router).await
    };
    let actions = world.read("/api/v1/shopifySyncActions").await.expect(200);
    let prices = actions["value"].as_array().unwrap().iter().find(|one| one["name"] == "prices").unwrap();
    assert_eq!((prices["objectId"].as_i64(), prices["inSyncAll"].as_bool()), (Some(30108), Some(true)));
    assert_eq!(
        (prices["options"].clone(), prices["category"].as_str()),
        (json!({"onlySyncPrices": true}), Some("SHPFY"))
    );
    let started = sync(json!({"action": "prices"})).await.expect(202);
    let path = format!("/api/v1/jobQueueEntries/{}", started["entry"].as_str().unwrap());
    let entry = world.read(path).await.expect(200);
    assert_eq!(entry["description"], "Shopify Sync of Prices for shop(s) SHOP");
    for (body, target) in [
        (json!({}), "object"),
        (json!({"action": "prices", "object": 30108}), "object"),
        (json!({"action": "prices", "options": {"numberOfRecords": 1}}), "action"),
        (json!({"action": "everything"}), "action"),
    ] {
        assert_eq!(sync(body).await.expect(400)["error"]["target"], target);
    }
    assert!(sync(json!({"action": "products"})).await.message(409).contains("Sync Item"));
}

#[rstest]
#[tokio::test]
async fn records_are_read_again_from_a_time_by_whoever_may_change_shops(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let shop = world.shop().await;
    let path = format!("/api/v1/shopifyShops/{shop}");
    let reset = format!("{path}/Kobling.resetSync");
    let refused = Call::new(Method::POST, reset.as_str()).token(&world.user).body(json!({"kind": "Orders"}));
    refused.send(&world.router).await.expect(403);
    let admin = async |body: Value| world.call(Method::POST, reset.as_str()).body(body).send(&world.router).await;
    let refused = admin(json!({"kind": "Products", "from": "2026-01-01T00:00:00Z"})).await;
    assert!(refused.message(400).contains("have not been read at all"), "{}", refused.text);
    assert_eq!(refused.expect(400)["error"]["target"], "from");
    admin(json!({"kind": "Gift Cards"})).await.expect(400);
    admin(json!({"kind": "Orders"})).await.expect(204);
    let last = world.read(format!("{path}/lastSyncs")).await.expect(200);
    let kinds: Vec<_> = last["value"].as_array().unwrap().iter().map(|one| one["kind"].clone()).collect();
    assert_eq!(kinds, ["Products", "Customers", "Orders", "Companies"]);
    assert_eq!(last["value"][2]["lastSyncDateTime"], Value::Null);
}

#[rstest]
#[tokio::test]
async fn a_shop_is_deleted_once_it_is_disabled(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let path = format!("/api/v1/shopifyShops/{}", world.shop().await);
    let delete = async || world.call(Method::DELETE, path.as_str()).header("if-match", "*").send(&world.router).await;
    assert!(delete().await.message(409).contains("disable it first"));
    world.call(Method::POST, format!("{path}/Kobling.disable")).send(&world.router).await.expect(200);
    delete().await.expect(204);
    world.read(path.as_str()).await.expect(404);
}
