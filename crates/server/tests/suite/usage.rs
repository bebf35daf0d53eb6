//! The budget of a store over the API: how it stands, and what it was used for.

use std::time::Duration;

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::Call;
use crate::world::World;

const BUDGETS: &str = "/api/v1/shopifyBudgets";
const USAGE: &str = "/api/v1/shopifyApiUsage";

/// A shop after its first sync.
async fn world(engine: Engine) -> World {
    let world = World::with_orders(engine, 2).await;
    world.clock.advance(Duration::from_secs(60));
    world.sync(json!({"object": 30104})).await.expect(202);
    world.work().await;
    world.app.connector.write_usage().await.unwrap();
    world
}

async fn rows(world: &World, path: &str) -> Vec<Value> {
    world.read(path).await.expect(200)["value"].as_array().unwrap().clone()
}

#[rstest]
#[tokio::test]
async fn what_was_used_is_listed_by_the_minute_and_the_task(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let summary = &rows(&world, "/api/v1/jobQueueLogEntries").await[0]["summary"];
    let summary: Value = serde_json::from_str(summary.as_str().unwrap()).unwrap();
    let all = rows(&world, &format!("{USAGE}?$orderby=startDateTime")).await;
    let objects: Vec<_> = all.iter().map(|row| row["objectId"].as_i64().unwrap()).collect();
    assert_eq!(objects, [0, 30104], "adding the shop has asked the store, and a minute later the task has");
    let row = &all[1];
    assert_eq!((&row["shopCode"], &row["store"]), (&json!("SHOP"), &json!("devstore.myshopify.com")));
    assert_eq!((&row["startDateTime"], &row["throttled"]), (&json!("2026-03-02T09:01:00Z"), &json!(0)));
    assert_eq!((&row["calls"], &row["requestedPoints"]), (&summary["calls"], &summary["points"]));
    assert!(row["chargedPoints"].as_i64() > Some(0) && row["lowestAvailable"].as_i64() < Some(2000), "{row}");
    let since = "$filter=startDateTime ge 2026-03-02T09:01:00Z and objectId eq 30104 and shopCode eq 'SHOP'";
    assert_eq!(rows(&world, &format!("{USAGE}?{since}")).await, std::slice::from_ref(row));
}

#[rstest]
#[tokio::test]
async fn a_budget_is_shown_as_it_stands_now(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let path = format!("{BUDGETS}?$filter=store eq 'devstore.myshopify.com'");
    let budget = rows(&world, &path).await.remove(0);
    assert_eq!((&budget["known"], &budget["maximum"]), (&json!(true), &json!(2000)));
    assert_eq!(
        (&budget["restoreRate"], &budget["waiting"], &budget["waitSeconds"]),
        (&json!(100), &json!(0), &json!(0))
    );
    assert!(budget["level"].as_i64() < Some(2000), "{budget}");
    world.clock.advance(Duration::from_secs(60));
    let later = world.read(format!("{BUDGETS}/{}", budget["id"].as_str().unwrap())).await.expect(200);
    assert_eq!((&later["level"], &later["held"], &later["processes"]), (&json!(2000), &json!(0), &json!(0)));
    assert_eq!(later["@odata.etag"], budget["@odata.etag"], "it is the same record, some time later");
    for path in [BUDGETS, USAGE] {
        Call::new(Method::GET, path).token(&world.viewer).send(&world.router).await.expect(200);
        Call::new(Method::GET, path).send(&world.router).await.expect(401);
    }
}
