use database::Engine;
use job_queue::entry::{STOPS_WITHIN, Status};
use job_queue::{Error, NewEntry, Outcome};
use rstest::rstest;
use runtime::Scope;

use crate::world::{World, spawn};

#[rstest]
#[tokio::test]
async fn a_stopped_worker_gives_its_job_back_and_no_attempt_is_counted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&NewEntry { max_attempts: 1, ..world.entry("a", "wait") }).await;
    let mut scope = Scope::new();
    let shutdown = spawn(&mut scope, world.worker("w"));
    world.puppet.wait_for(1).await;
    shutdown.request();
    scope.join().await;
    let entry = world.only_entry().await;
    assert_eq!((entry.status, entry.attempts, entry.rescues), (Status::Ready, 0, 0));
    assert_eq!(world.runs().await, 0);
    let log = world.logs().await.remove(0);
    assert_eq!((log.status, log.result), (Outcome::Success, Outcome::GivenBack), "nothing is wrong");
    assert!(log.error_message.contains("given back"));
}

#[rstest]
#[tokio::test]
async fn a_cancelled_job_stops_at_its_next_step_and_its_entry_is_on_hold(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = world.enqueue(&NewEntry { max_attempts: 3, ..world.entry("a", "wait") }).await;
    let queue = &world.queue;
    let not_yet = queue.db().write(|tx| async move { queue.cancel(&tx, id, "KARI", STOPS_WITHIN).await }).await;
    assert!(matches!(not_yet, Err(Error::NotRunning(_))));
    let mut scope = Scope::new();
    let shutdown = spawn(&mut scope, world.worker("w"));
    world.puppet.wait_for(1).await;
    queue.db().write(|tx| async move { queue.cancel(&tx, id, "KARI", STOPS_WITHIN).await }).await.unwrap();
    let mut listener = world.test.db.listen().await.unwrap();
    world.advance(2);
    while world.runs().await > 0 {
        listener.next().await;
    }
    let entry = world.only_entry().await;
    assert_eq!((entry.status, entry.error_message.as_str()), (Status::OnHold, "cancelled by KARI"));
    shutdown.request();
    scope.join().await;
}

#[rstest]
#[tokio::test]
async fn a_hold_wins_over_whatever_the_run_comes_to(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let id = world.enqueue(&NewEntry { max_attempts: 3, ..world.entry("a", "wait") }).await;
    let mut scope = Scope::new();
    let shutdown = spawn(&mut scope, world.worker("w"));
    world.puppet.wait_for(1).await;
    let queue = &world.queue;
    queue.db().write(|tx| async move { queue.hold(&tx, id).await }).await.unwrap();
    let mut listener = world.test.db.listen().await.unwrap();
    world.puppet.gate("a").notify_one();
    while world.runs().await > 0 {
        listener.next().await;
    }
    assert_eq!(world.only_entry().await.status, Status::OnHold);
    shutdown.request();
    scope.join().await;
}

#[rstest]
#[tokio::test]
async fn what_runs_can_be_neither_set_to_ready_nor_restarted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = world.enqueue(&world.entry("a", "wait")).await;
    let mut scope = Scope::new();
    let shutdown = spawn(&mut scope, world.worker("w"));
    world.puppet.wait_for(1).await;
    let queue = &world.queue;
    let ready = queue.db().write(|tx| async move { queue.set_ready(&tx, id).await }).await;
    let restarted = queue.db().write(|tx| async move { queue.restart(&tx, id).await }).await;
    assert!(matches!((ready, restarted), (Err(Error::Running(_)), Err(Error::Running(_)))));
    world.puppet.gate("a").notify_one();
    shutdown.request();
    scope.join().await;
}
