//! Job queue categories, their lines, and the workers.

use axum::http::Method;
use database::Engine;
use job_queue::{Worker, WorkerOptions};
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::Call;
use crate::world::World;

const CATEGORIES: &str = "/api/v1/jobQueueCategories";
const ENTRIES: &str = "/api/v1/jobQueueEntries";

async fn entry(world: &World, entry: Value) -> Value {
    world.call(Method::POST, ENTRIES).body(entry).send(&world.router).await.expect(201)
}

#[rstest]
#[tokio::test]
async fn a_category_is_made_changed_and_deleted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let call = |method, path: &str| Call::new(method, path).token(&world.user).header("if-match", "*");
    let make = |body: Value| call(Method::POST, CATEGORIES).body(body).send(&world.router);
    let made = make(json!({"code": "nightly", "description": "At night"})).await.expect(201);
    assert_eq!((&made["code"], &made["excludesByScope"]), (&json!("NIGHTLY"), &json!(true)));
    assert_eq!(make(json!({"code": "NIGHTLY"})).await.expect(409)["error"]["target"], "code");
    for code in ["", "MUCH TOO LONG"] {
        assert_eq!(make(json!({ "code": code })).await.expect(400)["error"]["target"], "code", "{code}");
    }

    let path = format!("{CATEGORIES}/{}", made["id"].as_str().unwrap());
    Call::new(Method::PATCH, &path).token(&world.user).body(json!({})).send(&world.router).await.message(428);
    let changed = call(Method::PATCH, &path).body(json!({"excludesByScope": false})).send(&world.router).await;
    let changed = changed.expect(200);
    assert_eq!((&changed["description"], &changed["excludesByScope"]), (&json!("At night"), &json!(false)));
    let stale =
        Call::new(Method::DELETE, &path).token(&world.user).header("if-match", made["@odata.etag"].as_str().unwrap());
    stale.send(&world.router).await.message(412);

    let of_category = json!({"objectIdToRun": 30104, "jobQueueCategoryCode": "NIGHTLY", "status": "On Hold"});
    let entry = entry(&world, of_category).await;
    let used = call(Method::DELETE, &path).send(&world.router).await;
    assert!(used.message(409).contains("1 job queue entries"), "{}", used.text);
    let delete = call(Method::DELETE, &format!("{ENTRIES}/{}", entry["id"].as_str().unwrap()));
    delete.send(&world.router).await.expect(204);
    call(Method::DELETE, &path).send(&world.router).await.expect(204);
    world.read(path).await.message(404);
}

#[rstest]
#[tokio::test]
async fn a_line_shows_who_runs_and_who_waits(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let lines = async || world.read(format!("{CATEGORIES}/Kobling.lines")).await.expect(200)["value"].clone();
    assert_eq!(lines().await, json!([]));
    let mut worker = Worker::new(world.app.queue.clone(), WorkerOptions::default());
    let held =
        entry(&world, json!({"objectIdToRun": 30103, "scope": "SHOP", "status": "On Hold", "description": "Runs"}))
            .await;
    let path = format!("{ENTRIES}/{}/Kobling.runOnceInForeground", held["id"].as_str().unwrap());
    let runs = world.call(Method::POST, path).send(&world.router).await.expect(202);
    let waits = |description: &str, more: Value| {
        let mut entry = json!({"objectIdToRun": 30103, "scope": "SHOP", "description": description});
        entry.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        entry
    };
    entry(&world, waits("Second", json!({}))).await;
    entry(&world, waits("First", json!({"priorityWithinCategory": "High"}))).await;
    entry(&world, waits("Later", json!({"earliestStartDateTime": "2040-01-01T00:00:00Z"}))).await;
    entry(&world, waits("Elsewhere", json!({"scope": "OTHER"}))).await;
    entry(&world, waits("Alone", json!({"jobQueueCategoryCode": ""}))).await;

    let lines = lines().await;
    let short: Vec<_> = lines
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            let waiting: Vec<_> = line["waiting"]
                .as_array()
                .unwrap()
                .iter()
                .map(|entry| entry["description"].as_str().unwrap())
                .collect();
            (
                line["scope"].as_str().unwrap(),
                line["holder"]["entryId"].clone(),
                waiting,
                line["waitingCount"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        short,
        [("OTHER", Value::Null, vec!["Elsewhere"], 1), ("SHOP", runs["entry"].clone(), vec!["First", "Second"], 2),]
    );
    assert_eq!((&lines[1]["holder"]["description"], &lines[1]["holder"]["progressDone"]), (&json!("Runs"), &json!(0)));

    let category = lines[1]["category"].as_str().unwrap();
    let category =
        world.read(format!("{CATEGORIES}?$filter=code eq '{category}'")).await.expect(200)["value"][0].clone();
    let path = format!("{CATEGORIES}/{}", category["id"].as_str().unwrap());
    let busy = world.call(Method::PATCH, path).header("if-match", "*").body(json!({"excludesByScope": false}));
    assert!(busy.send(&world.router).await.message(409).contains("'Runs'"));
    worker.work_until_idle().await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_worker_is_there_until_it_is_not_heard_of(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.work().await;
    let workers = async || world.read("/api/v1/jobQueueWorkers").await.expect(200)["value"].clone();
    let there = workers().await;
    for worker in there.as_array().unwrap() {
        assert_eq!(worker["running"], 0, "{worker}");
        let live = !worker["ended"].as_bool().unwrap();
        assert_eq!(worker["isLive"], live, "{worker}");
    }
    world.clock.advance(std::time::Duration::from_secs(31));
    for worker in workers().await.as_array().unwrap() {
        assert_eq!(worker["isLive"], false, "{worker}");
    }
}
