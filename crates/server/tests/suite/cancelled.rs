//! Entries that run, cancelled; entries that wait, moved in their line; entries that failed, removed.

use std::time::Duration;

use axum::http::Method;
use database::Engine;
use job_queue::{Worker, WorkerOptions};
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::{Call, Reply};
use crate::world::World;

const ENTRIES: &str = "/api/v1/jobQueueEntries";

async fn make(world: &World, token: &str, entry: Value) -> Value {
    Call::new(Method::POST, ENTRIES).token(token).body(entry).send(&world.router).await.expect(201)
}

/// What the user does to an entry.
async fn act(world: &World, id: &Value, action: &str, body: Value) -> Reply {
    let path = format!("{ENTRIES}/{}/Kobling.{action}", id.as_str().unwrap());
    let call = Call::new(Method::POST, path).token(&world.user);
    if body.is_null() { call } else { call.body(body) }.send(&world.router).await
}

/// A run that is under way until the worker gets on with it; gives its entry's id.
pub async fn running(world: &World) -> (Worker, Value) {
    let worker = Worker::new(world.app.queue.clone(), WorkerOptions::default());
    let entry = make(world, &world.user, json!({"objectIdToRun": 30103, "status": "On Hold"})).await;
    let started = act(world, &entry["id"], "runOnceInForeground", Value::Null).await.expect(202);
    (worker, started["entry"].clone())
}

#[rstest]
#[tokio::test]
async fn a_run_has_as_long_to_stop_as_whoever_cancels_it_says(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (mut worker, id) = running(&world).await;
    let before = world.read(format!("{ENTRIES}/{}", id.as_str().unwrap())).await.expect(200);
    assert_eq!((&before["stopReason"], &before["stopBy"]), (&json!(""), &Value::Null));
    assert!(before["worker"].as_str().is_some_and(|worker| !worker.is_empty()), "{before}");
    assert!(before["userSessionStarted"].is_string(), "{before}");

    let refused = act(&world, &id, "cancel", json!({"within": 3601})).await;
    assert_eq!(refused.expect(400)["error"]["target"], "within");
    assert!(
        act(&world, &id, "setPriority", json!({"priorityWithinCategory": "Low"}))
            .await
            .message(409)
            .contains("running")
    );
    let stopping = act(&world, &id, "cancel", json!({"within": 5})).await.expect(200);
    assert_eq!((&stopping["stopReason"], &stopping["stopRequestedBy"]), (&json!("Cancelled"), &json!("USER")));
    let by: chrono::DateTime<chrono::Utc> = stopping["stopBy"].as_str().unwrap().parse().unwrap();
    assert_eq!(by, world.app.clock.now() + Duration::from_secs(5));
    let again = act(&world, &id, "cancel", Value::Null).await.expect(200);
    assert_eq!(again["stopBy"], stopping["stopBy"], "the usual time is longer");

    worker.work_until_idle().await.unwrap();
    let log = format!("/api/v1/jobQueueLogEntries?$filter=jobQueueEntryId eq {}", id.as_str().unwrap());
    assert_eq!(world.read(log).await.expect(200)["value"][0]["result"], "Cancelled");
    world.read(format!("{ENTRIES}/{}", id.as_str().unwrap())).await.message(404);
    act(&world, &id, "cancel", json!({"within": 0})).await.message(404);
}

#[rstest]
#[tokio::test]
async fn an_entry_is_moved_in_its_line(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let entry = make(&world, &world.user, json!({"objectIdToRun": 30104, "scope": "SHOP"})).await;
    let moved = act(&world, &entry["id"], "setPriority", json!({"priorityWithinCategory": "High"})).await.expect(200);
    assert_eq!(moved["priorityWithinCategory"], "High");
    let wrong = act(&world, &entry["id"], "setPriority", json!({"priorityWithinCategory": "Urgent"})).await;
    assert!(wrong.message(400).contains("High"), "{}", wrong.text);
}

#[rstest]
#[tokio::test]
async fn failed_entries_are_removed_ones_own_or_everybodys(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let fails = json!({"objectIdToRun": 30104, "filters": {"Shop.code": "NOWHERE"}});
    make(&world, &world.user, fails.clone()).await;
    make(&world, &world.administrator, fails).await;
    world.work().await;
    let path = format!("{ENTRIES}/Kobling.removeFailed");
    let remove = async |token: &str, body: Value| {
        Call::new(Method::POST, &path).token(token).body(body).send(&world.router).await.expect(200)["removed"].clone()
    };
    assert_eq!(remove(&world.user, json!({})).await, 0, "a run may just have ended");
    world.clock.advance(Duration::from_secs(31));
    assert_eq!(remove(&world.user, json!({"mineOnly": true})).await, 1);
    assert_eq!(remove(&world.user, json!({"mineOnly": true})).await, 0);
    let everybodys = world.call(Method::POST, &path).send(&world.router).await.expect(200);
    assert_eq!(everybodys, json!({"removed": 1}));
}

#[rstest]
#[tokio::test]
async fn programs_for_business_central_find_the_fields_that_they_read(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let entry = make(&world, &world.user, json!({"objectIdToRun": 30104})).await;
    let expected = json!({"objectTypeToRun": "Report", "reportOutputType": "None (Processing only)",
        "reportRequestPageOptions": true, "referenceStartingTime": null, "runInUserSession": false, "userSessionId": 0,
        "userServiceInstanceId": 0, "userSessionStarted": null, "notifyOnSuccess": false, "userLanguageId": 0,
        "printerName": "", "scheduled": true, "systemTaskId": entry["id"]});
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!(&entry[name], value, "{name}");
    }
    let held = act(&world, &entry["id"], "setOnHold", Value::Null).await.expect(200);
    assert_eq!((&held["scheduled"], &held["systemTaskId"]), (&json!(false), &Value::Null));
}
