use std::time::Duration;

use database::Engine;
use job_queue::entry::{STOPS_WITHIN, Status};
use job_queue::{NewEntry, Outcome};
use rstest::rstest;
use runtime::Scope;

use crate::world::{World, spawn};

/// Lets time pass, a heartbeat at a time, until nothing runs any more; gives how many seconds that took.
async fn until_ended(world: &World, most: Duration) -> u64 {
    let began = world.clock.now();
    loop {
        let took = (world.clock.now() - began).to_std().unwrap();
        if world.runs().await == 0 {
            return took.as_secs();
        }
        assert!(took < most, "it still runs after {most:?}");
        world.beat().await;
    }
}

#[rstest]
#[tokio::test]
async fn a_cancelled_job_that_does_not_stop_is_ended_at_its_deadline(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = world.enqueue(&NewEntry { max_attempts: 3, ..world.entry("a", "hang") }).await;
    let mut scope = Scope::new();
    let shutdown = spawn(&mut scope, world.worker("w"));
    world.puppet.wait_for(1).await;
    let queue = &world.queue;
    queue.db().write(|tx| async move { queue.cancel(&tx, id, "KARI", STOPS_WITHIN).await }).await.unwrap();
    let took = until_ended(&world, Duration::from_secs(60)).await;
    assert!(took >= STOPS_WITHIN.as_secs(), "it had its time: {took} s");
    let entry = world.only_entry().await;
    assert_eq!((entry.status, entry.attempts), (Status::OnHold, 0), "a cancelled run is not tried again");
    let log = world.logs().await.remove(0);
    assert_eq!((log.result, log.error_message.as_str()), (Outcome::Cancelled, "cancelled by KARI"));
    shutdown.request();
    scope.join().await;
}

#[rstest]
#[tokio::test]
async fn a_job_is_ended_when_its_timeout_has_passed_and_tried_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&NewEntry { job_timeout: 1, max_attempts: 1, rerun_delay: 3_600, ..world.entry("a", "wait") }).await;
    let mut scope = Scope::new();
    let shutdown = spawn(&mut scope, world.worker("w"));
    world.puppet.wait_for(1).await;
    let took = until_ended(&world, Duration::from_secs(120)).await;
    assert!((60..90).contains(&took), "it stops at its next step after a minute: {took} s");
    let entry = world.only_entry().await;
    assert_eq!((entry.status, entry.attempts), (Status::Ready, 1));
    assert!(entry.error_message.contains("Job Timeout"), "{}", entry.error_message);
    shutdown.request();
    scope.join().await;
}

#[rstest]
#[tokio::test]
async fn a_run_that_is_marked_as_an_error_ends_as_one(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.enqueue(&NewEntry { max_attempts: 3, ..world.entry("a", "hang") }).await;
    let mut scope = Scope::new();
    let shutdown = spawn(&mut scope, world.worker("w"));
    world.puppet.wait_for(1).await;
    let (queue, log) = (&world.queue, world.logs().await.remove(0).id);
    queue.db().write(|tx| async move { queue.mark_as_error(&tx, log, "OLA").await }).await.unwrap();
    until_ended(&world, Duration::from_secs(20)).await;
    let entry = world.only_entry().await;
    assert_eq!((entry.status, entry.error_message.as_str()), (Status::Error, "marked as an error by OLA"));
    assert!(entry.failed_since.is_some(), "it has failed until a run ends well");
    shutdown.request();
    scope.join().await;
}
