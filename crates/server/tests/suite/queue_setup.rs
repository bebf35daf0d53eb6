//! Whom the job queue tells what.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::{Call, Reply};
use crate::world::World;

const SETUP: &str = "/api/v1/jobQueueSetup";
const ADMINISTRATORS: &str = "/api/v1/jobQueueAdministrators";
const NOTIFICATIONS: &str = "/api/v1/jobQueueNotifications";

async fn set(world: &World, change: Value) -> Reply {
    world.call(Method::PATCH, SETUP).header("if-match", "*").body(change).send(&world.router).await
}

async fn failing_job(world: &World, token: &str) {
    let new = json!({"objectIdToRun": 30104, "filters": {"Shop.code": "NOWHERE"}, "description": "Nowhere"});
    let made = Call::new(Method::POST, "/api/v1/jobQueueEntries").token(token).body(new);
    made.send(&world.router).await.expect(201);
    world.work().await;
}

async fn failures(world: &World, token: &str) -> Value {
    Call::new(Method::GET, "/api/v1/jobQueueFailures").token(token).send(&world.router).await.expect(200)
}

#[rstest]
#[tokio::test]
async fn the_setup_is_one_record_that_keeps_what_is_not_said(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let there = world.read(SETUP).await;
    let setup = there.expect(200);
    assert_eq!(there.headers["etag"], setup["@odata.etag"].as_str().unwrap());
    assert_eq!((&setup["threshold1"], &setup["logRetentionDays"]), (&json!(3), &json!(90)));
    world.call(Method::PATCH, SETUP).body(json!({})).send(&world.router).await.message(428);
    let changed = set(&world, json!({"threshold2": 8, "mailNotification": true})).await.expect(200);
    assert_eq!((&changed["threshold1"], &changed["threshold2"]), (&json!(3), &json!(8)));
    assert_eq!(world.read(SETUP).await.expect(200), changed);
    for (change, target) in [
        (json!({"threshold1": 9}), "threshold2"),
        (json!({"threshold1": -1}), "threshold1"),
        (json!({"logRetentionDays": 4000}), "logRetentionDays"),
    ] {
        assert_eq!(set(&world, change).await.expect(400)["error"]["target"], target);
    }
    let stale = world.call(Method::PATCH, SETUP).header("if-match", setup["@odata.etag"].as_str().unwrap());
    stale.body(json!({})).send(&world.router).await.message(412);
    assert_eq!(world.read(SETUP).await.expect(200), changed);
}

#[rstest]
#[tokio::test]
async fn an_administrator_of_the_job_queue_is_a_user(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let add = |name: &str| world.call(Method::POST, ADMINISTRATORS).body(json!({"userName": name})).send(&world.router);
    let unknown = add("nobody").await;
    assert_eq!(unknown.expect(400)["error"]["target"], "userName");
    let made = add("viewer").await.expect(201);
    assert_eq!(made["userName"], "VIEWER");
    assert!(add("VIEWER").await.message(409).contains("already"));
    let path = format!("{ADMINISTRATORS}/{}", made["id"].as_str().unwrap());
    world.call(Method::DELETE, path).header("if-match", "*").send(&world.router).await.expect(204);
    assert_eq!(world.read(ADMINISTRATORS).await.expect(200)["value"], json!([]));
}

#[rstest]
#[tokio::test]
async fn failed_jobs_are_shown_to_their_owner_and_to_who_looks_after_all(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let add = world.call(Method::POST, ADMINISTRATORS).body(json!({"userName": "VIEWER"}));
    add.send(&world.router).await.expect(201);
    failing_job(&world, &world.user).await;
    let own = failures(&world, &world.user).await;
    assert_eq!((&own["failed"], &own["scope"], &own["urgent"]), (&json!(1), &json!("Own"), &json!(false)));
    assert_eq!((&own["only"]["description"], &own["only"]["userId"]), (&json!("Nowhere"), &json!("USER")));
    assert_eq!(failures(&world, &world.viewer).await["scope"], "All");
    assert_eq!(failures(&world, &world.administrator).await["failed"], 0);
    failing_job(&world, &world.administrator).await;
    let all = failures(&world, &world.viewer).await;
    assert_eq!((&all["failed"], &all["only"]), (&json!(2), &Value::Null));
    set(&world, json!({"inProductNotification": false})).await.expect(200);
    assert_eq!(failures(&world, &world.viewer).await["failed"], 0);
}

#[rstest]
#[tokio::test]
async fn everyone_sees_their_own_notifications_the_latest_first(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    failing_job(&world, &world.administrator).await;
    failing_job(&world, &world.user).await;
    world.clock.advance(std::time::Duration::from_secs(1));
    failing_job(&world, &world.user).await;
    let list = Call::new(Method::GET, NOTIFICATIONS).token(&world.user).send(&world.router).await.expect(200);
    let list = list["value"].as_array().unwrap();
    assert_eq!(list.len(), 2);
    assert!(list[0]["createdAt"].as_str() > list[1]["createdAt"].as_str(), "{list:?}");
    assert_eq!((&list[0]["userId"], &list[0]["isRead"]), (&json!("USER"), &json!(false)));

    let path = format!("{NOTIFICATIONS}/{}", list[0]["id"].as_str().unwrap());
    world.read(&path).await.message(404);
    world.call(Method::POST, format!("{path}/Kobling.markRead")).send(&world.router).await.message(404);
    let read = Call::new(Method::POST, format!("{path}/Kobling.markRead")).token(&world.user).send(&world.router).await;
    assert_eq!(read.expect(200)["isRead"], true);
    let unread = format!("{NOTIFICATIONS}?$filter=isRead eq false&$count=true");
    let unread = Call::new(Method::GET, unread).token(&world.user).send(&world.router).await.expect(200);
    assert_eq!(unread["@odata.count"], 1);
}
