//! Job queue entries, changed and run once.

use axum::http::Method;
use database::Engine;
use job_queue::{Worker, WorkerOptions, run};
use rstest::rstest;
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use serde_json::{Value, json};

use crate::call::{Call, Reply};
use crate::world::World;

const ENTRIES: &str = "/api/v1/jobQueueEntries";

/// An entry that runs on weekdays at eight, in Oslo.
async fn weekly(world: &World, more: Value) -> Value {
    let mut new = json!({
        "objectIdToRun": 30104, "scope": "SHOP", "filters": {"OrdersToImport.fullyPaid": "true"},
        "runOnMonday": true, "runOnTuesday": true, "startingTime": "08:00", "timeZone": "Europe/Oslo",
    });
    for (name, value) in more.as_object().unwrap() {
        new[name] = value.clone();
    }
    world.call(Method::POST, ENTRIES).body(new).send(&world.router).await.expect(201)
}

async fn change(world: &World, entry: &Value, changes: Value) -> Reply {
    let call = Call::new(Method::PATCH, path(entry)).token(&world.user);
    let version = entry["@odata.etag"].as_str().unwrap();
    call.header("if-match", version).body(changes).send(&world.router).await
}

fn path(entry: &Value) -> String {
    format!("{ENTRIES}/{}", entry["id"].as_str().unwrap())
}

#[rstest]
#[tokio::test]
async fn an_entry_is_changed_and_keeps_what_is_not_said(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let entry = weekly(&world, json!({"status": "On Hold", "maxNumberAttemptsToRun": 3})).await;
    world.clock.advance(std::time::Duration::from_secs(1));
    let changes = json!({"description": "Paid orders", "startingTime": "06:30", "endingTime": "18:00",
        "numberOfMinutesBetweenRuns": 30, "runOnTuesday": false, "priorityWithinCategory": "High"});
    let changed = change(&world, &entry, changes).await.expect(200);
    let expected = json!({"description": "Paid orders", "startingTime": "06:30:00", "endingTime": "18:00:00",
        "numberOfMinutesBetweenRuns": 30, "runOnMonday": true, "runOnTuesday": false, "status": "On Hold",
        "priorityWithinCategory": "High", "maxNumberAttemptsToRun": 3, "userId": "ADMINISTRATOR", "scope": "SHOP"});
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!(&changed[name], value, "{name}");
    }
    assert_eq!(changed["parameterString"], entry["parameterString"]);
    change(&world, &entry, json!({"description": "again"})).await.message(412);
    let cleared = change(&world, &changed, json!({"endingTime": null, "description": ""})).await.expect(200);
    assert_eq!((&cleared["endingTime"], &cleared["description"]), (&Value::Null, &json!("Sync Orders from Shopify")));
}

#[rstest]
#[tokio::test]
async fn an_entry_that_is_ready_is_put_in_line_anew(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let entry = weekly(&world, json!({})).await;
    let changed = change(&world, &entry, json!({"startingTime": "11:15"})).await.expect(200);
    assert_eq!(changed["status"], "Ready");
    let next: chrono::DateTime<chrono::Utc> = changed["earliestStartDateTime"].as_str().unwrap().parse().unwrap();
    let local = next.with_timezone(&chrono_tz::Europe::Oslo);
    assert_eq!(local.format("%H:%M").to_string(), "11:15");
    assert!(next > world.app.clock.now());
    let described = change(&world, &changed, json!({"description": "Other words"})).await.expect(200);
    assert_eq!(described["earliestStartDateTime"], changed["earliestStartDateTime"]);
    let later = change(&world, &described, json!({"earliestStartDateTime": "2030-01-07T12:00:00Z"})).await.expect(200);
    assert_eq!(later["earliestStartDateTime"], "2030-01-07T12:00:00Z");
}

#[rstest]
#[tokio::test]
async fn whoever_changes_what_it_does_is_whose_name_it_runs_in(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let entry = weekly(&world, json!({})).await;
    let filters = json!({"OrdersToImport.financialStatus": "Paid"});
    let changed = change(&world, &entry, json!({ "filters": filters })).await.expect(200);
    assert_eq!((&entry["userId"], &changed["userId"]), (&json!("ADMINISTRATOR"), &json!("USER")));
    let parameters: Value = serde_json::from_str(changed["parameterString"].as_str().unwrap()).unwrap();
    assert_eq!(parameters["filters"], filters);
}

#[rstest]
#[case(json!({"objectIdToRun": 30103}), "objectIdToRun", "can't be changed; these can: description")]
#[case(json!({"status": "Ready"}), "status", "can't be changed")]
#[case(json!({"startingTime": "noon"}), "startingTime", "startingTime can't be that")]
#[case(json!({"filters": {"OrdersToImport.fullyPaid": "yes&"}}), "filters.OrdersToImport.fullyPaid", "character")]
#[case(json!({"options": {"colour": "red"}}), "options", "no option 'colour'")]
#[case(json!({"timeZone": "Oslo"}), "timeZone", "Europe/Oslo")]
#[tokio::test]
async fn a_change_that_will_not_do_is_named(#[case] changes: Value, #[case] target: &str, #[case] says: &str) {
    let world = World::new(Engine::Sqlite).await;
    let entry = weekly(&world, json!({})).await;
    let reply = change(&world, &entry, changes).await;
    assert!(reply.message(400).contains(says), "{}", reply.text);
    assert_eq!(reply.expect(400)["error"]["target"], target);
    assert_eq!(world.read(path(&entry)).await.expect(200), entry);
}

#[tokio::test]
async fn a_schedule_that_can_not_be_is_refused_and_nothing_is_changed() {
    let world = World::new(Engine::Sqlite).await;
    let entry = weekly(&world, json!({})).await;
    let reply = change(&world, &entry, json!({"runOnMonday": false, "runOnTuesday": false})).await;
    assert!(reply.message(400).contains("recurring"), "{}", reply.text);
    let path = path(&entry);
    let unsaid = world.call(Method::PATCH, &path).body(json!({"description": "x"})).send(&world.router).await;
    unsaid.message(428);
    assert_eq!(world.read(path).await.expect(200), entry);
}

#[rstest]
#[tokio::test]
async fn an_entry_runs_once_beside_its_schedule_and_tells_how_far_it_is(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_orders(engine, 2).await;
    let entry = weekly(&world, json!({"earliestStartDateTime": "2030-01-07T12:00:00Z"})).await;
    let run_once = || world.call(Method::POST, format!("{}/Kobling.runOnceInForeground", path(&entry)));
    assert!(run_once().send(&world.router).await.message(409).contains("runs no jobs"));

    let mut worker = Worker::new(world.app.queue.clone(), WorkerOptions::default());
    let started = run_once().send(&world.router).await.expect(202);
    assert_eq!((&started["mode"], &started["alreadyQueued"]), (&json!("foreground"), &json!(false)));
    assert!(run_once().send(&world.router).await.message(409).contains("must not run at the same time"));
    let write = |tx| async move {
        let rows = run::Entity::update_many().col_expr(run::Column::ProgressDone, Expr::value(1_i64));
        rows.col_expr(run::Column::ProgressText, Expr::value("orders")).exec(&tx).await?;
        Ok::<_, server::Error>(())
    };
    world.app.db.write(write).await.unwrap();
    let running = format!("{ENTRIES}/{}?$expand=jobQueueLogEntries", started["entry"].as_str().unwrap());
    let running = world.read(running).await.expect(200);
    for row in [&running, &running["jobQueueLogEntries"][0]] {
        assert_eq!((&row["progressDone"], &row["progressText"]), (&json!(1), &json!("orders")), "{row}");
    }
    change(&world, &running, json!({"description": "x"})).await.message(409);

    worker.work_until_idle().await.unwrap();
    assert_eq!(world.read(path(&entry)).await.expect(200), entry);
    let log = format!("/api/v1/jobQueueLogEntries?$filter=jobQueueEntryId eq {}", started["entry"].as_str().unwrap());
    let log = world.read(log).await.expect(200);
    assert_eq!((&log["value"][0]["userId"], &log["value"][0]["progressDone"]), (&json!("ADMINISTRATOR"), &json!(0)));
    assert_ne!(log["value"][0]["result"], "Error", "{log}");
}
