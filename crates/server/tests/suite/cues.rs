//! Cues: each counts what its list shows.

use axum::http::Method;
use database::Engine;
use job_queue::{Worker, WorkerOptions};
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::{Call, with};
use crate::world::World;

async fn cues(world: &World) -> Vec<Value> {
    world.read("/api/v1/cues").await.expect(200)["value"].as_array().unwrap().clone()
}

fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap()
}

/// Name, count and style of each cue.
fn short(cues: &[Value]) -> Vec<(&str, u64, &str)> {
    let of = |cue| (text(cue, "name"), cue["count"].as_u64().unwrap(), text(cue, "style"));
    cues.iter().map(of).collect()
}

async fn entry(world: &World, entry: Value) {
    world.call(Method::POST, "/api/v1/jobQueueEntries").body(entry).send(&world.router).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn a_cue_counts_exactly_what_its_list_shows(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_orders(engine, 7).await;
    world.sync(json!({"object": 30104})).await.expect(202);
    world.skip_orders(2).await;
    let nowhere = json!({"Shop.code": "NOWHERE"});
    for _ in 0..2 {
        entry(&world, json!({"objectIdToRun": 30104, "filters": nowhere})).await;
    }
    world.work().await;
    for scope in ["A", "B", "C"] {
        entry(&world, json!({"objectIdToRun": 30104, "scope": scope})).await;
    }
    for scope in ["A", "B"] {
        entry(&world, json!({"objectIdToRun": 30104, "scope": scope, "status": "On Hold"})).await;
    }
    let shops = world.read("/api/v1/shopifyShops").await.expect(200);
    let path = format!("/api/v1/shopifyShops/{}", shops["value"][0]["id"].as_str().unwrap());
    let off = world.call(Method::PATCH, path).header("if-match", "*").body(json!({"allowBackgroundSyncs": false}));
    off.send(&world.router).await.expect(200);
    let _runs_it_later = Worker::new(world.app.queue.clone(), WorkerOptions::default());
    world.sync(json!({"object": 30103})).await.expect(202);

    let cues = cues(&world).await;
    // An order without a document is a skipped record as well.
    let expected = [
        ("unprocessedOrders", 7, "unfavorable"),
        ("unprocessedOrderUpdates", 0, "favorable"),
        ("ordersWithDifference", 0, "favorable"),
        ("unmappedProducts", 0, "favorable"),
        ("synchronizationErrors", 2, "ambiguous"),
        ("skippedRecords", 9, "ambiguous"),
        ("apiErrors", 0, "favorable"),
        ("tasksFailed", 2, "unfavorable"),
        ("tasksInProcess", 1, "favorable"),
        ("tasksInQueue", 3, "ambiguous"),
        ("tasksOnHold", 2, "subordinate"),
    ];
    assert_eq!(short(&cues), expected);
    for cue in &cues {
        let path = format!("/api/v1/{}", text(cue, "entity"));
        let list = world.read(with(&path, &[("$filter", text(cue, "filter"))])).await.expect(200);
        assert_eq!(list["value"].as_array().unwrap().len() as u64, cue["count"].as_u64().unwrap(), "{cue}");
    }
    let groups: Vec<_> = cues.iter().map(|cue| text(cue, "group")).collect();
    assert_eq!(groups, [["shopifyActivities"; 7].as_slice(), &["jobQueue"; 4]].concat());
}

#[tokio::test]
async fn nothing_waits_in_a_new_company_and_a_viewer_sees_that() {
    let world = World::new(Engine::Sqlite).await;
    let reply = Call::new(Method::GET, "/api/v1/cues").token(&world.viewer).send(&world.router).await.expect(200);
    for cue in reply["value"].as_array().unwrap() {
        let calm = if cue["name"] == "tasksOnHold" { "subordinate" } else { "favorable" };
        assert_eq!((cue["count"].as_u64(), cue["style"].as_str()), (Some(0), Some(calm)), "{cue}");
    }
}

#[rstest]
#[tokio::test]
async fn who_looks_after_the_job_queue_sees_all_jobs_and_others_their_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    entry(&world, json!({"objectIdToRun": 30104, "status": "On Hold"})).await;
    let on_hold = async |token: &str| {
        let reply = Call::new(Method::GET, "/api/v1/cues").token(token).send(&world.router).await.expect(200);
        let cue = reply["value"].as_array().unwrap().iter().find(|cue| cue["name"] == "tasksOnHold").unwrap().clone();
        let list = with("/api/v1/jobQueueEntries", &[("$filter", text(&cue, "filter"))]);
        let list = Call::new(Method::GET, list).token(token).send(&world.router).await.expect(200);
        assert_eq!(list["value"].as_array().unwrap().len() as u64, cue["count"].as_u64().unwrap());
        cue["count"].as_u64().unwrap()
    };
    assert_eq!((on_hold(&world.user).await, on_hold(&world.administrator).await), (1, 1));
    let administrator = world.call(Method::POST, "/api/v1/jobQueueAdministrators").body(json!({"userName": "viewer"}));
    administrator.send(&world.router).await.expect(201);
    assert_eq!((on_hold(&world.user).await, on_hold(&world.viewer).await), (0, 1));
}
