//! The log of the job queue: runs given up, old entries deleted, what is behind an error.

use std::time::Duration;

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::Call;
use crate::cancelled::running;
use crate::world::World;

const LOGS: &str = "/api/v1/jobQueueLogEntries";

async fn logs(world: &World) -> Vec<Value> {
    world.read(LOGS).await.expect(200)["value"].as_array().unwrap().clone()
}

#[rstest]
#[tokio::test]
async fn a_run_that_is_marked_as_an_error_ends_as_one(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (mut worker, entry) = running(&world).await;
    let log = logs(&world).await[0].clone();
    let path = format!("{LOGS}/{}/Kobling.setStatusToError", log["id"].as_str().unwrap());
    let mark = || Call::new(Method::POST, &path).token(&world.user).send(&world.router);
    mark().await.expect(204);
    worker.work_until_idle().await.unwrap();
    let log = logs(&world).await[0].clone();
    assert_eq!((&log["result"], &log["errorMessage"]), (&json!("Error"), &json!("marked as an error by USER")));
    world.read(format!("/api/v1/jobQueueEntries/{}", entry.as_str().unwrap())).await.message(404);
    assert!(mark().await.message(409).contains("has ended"));
    let stack = world.read(format!("{LOGS}/{}/errorCallStack", log["id"].as_str().unwrap())).await;
    assert_eq!((stack.status.as_u16(), stack.text), (200, log["errorCallStack"].as_str().unwrap().to_owned()));
    assert!(stack.headers["content-type"].to_str().unwrap().starts_with("text/plain"));
}

#[rstest]
#[tokio::test]
async fn the_log_of_what_has_ended_is_deleted_by_its_age(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let run = async || {
        let new = json!({"objectIdToRun": 30104, "filters": {"Shop.code": "NOWHERE"}});
        world.call(Method::POST, "/api/v1/jobQueueEntries").body(new).send(&world.router).await.expect(201);
        world.work().await;
    };
    run().await;
    world.clock.advance(Duration::from_secs(7 * 24 * 3600 + 1));
    run().await;
    let (_worker, _) = running(&world).await;
    let delete = async |days: Value| {
        let path = format!("{LOGS}/Kobling.deleteOlderThan");
        Call::new(Method::POST, path).token(&world.user).body(json!({ "days": days })).send(&world.router).await
    };
    assert_eq!(delete(json!(-1)).await.expect(400)["error"]["target"], "days");
    assert_eq!(delete(json!(7)).await.expect(200), json!({"deleted": 1}));
    assert_eq!(delete(json!(0)).await.expect(200), json!({"deleted": 1}));
    let left = logs(&world).await;
    assert_eq!((left.len(), &left[0]["result"]), (1, &json!("In Process")));
}
