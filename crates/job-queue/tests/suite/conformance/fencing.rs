use database::Engine;
use job_queue::entry::Status;
use job_queue::{Error, NewEntry};
use rstest::rstest;
use runtime::Scope;

use crate::world::{World, spawn, worker};

/// A worker that hangs: its heartbeat stands still while the clock goes on.
async fn hang(world: &World, scope: &mut Scope) {
    let mut frozen = worker(world.other_process(), "frozen");
    scope.spawn(async move {
        let _ended = frozen.work_until_idle().await;
    });
    world.puppet.wait_for(1).await;
}

#[rstest]
#[tokio::test]
async fn a_worker_that_wakes_after_its_lease_changes_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&world.entry("a", "hang")).await;
    let mut scope = Scope::new();
    hang(&world, &mut scope).await;
    scope.close(world.queue.clock(), std::time::Duration::ZERO).await;
    let late = world.puppet.context(0);
    world.advance(7);
    let (queue, new) = (&world.queue, &world.entry("late effect", "success"));
    let effect = late.write(|tx| async move { queue.enqueue(&tx, new).await }).await;
    assert!(matches!(effect, Err(Error::LeaseLost)));
    assert!(matches!(late.send(async {}).await, Err(Error::LeaseLost)));
    assert_eq!(world.entries().await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn a_lost_job_is_taken_over_after_the_whole_lease_and_not_before(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&world.entry("a", "hang")).await;
    let mut scope = Scope::new();
    hang(&world, &mut scope).await;
    scope.close(world.queue.clock(), std::time::Duration::ZERO).await;
    world.advance(6);
    world.work().await;
    assert_eq!(world.puppet.began().len(), 1);
    world.advance(1);
    let mut scope = Scope::new();
    let _second = spawn(&mut scope, world.worker("second"));
    world.puppet.wait_for(2).await;
    let logs = world.logs().await;
    assert_eq!(logs[0].error_message, "the worker frozen was lost; the job was taken over");
    let entry = world.only_entry().await;
    assert_eq!((entry.status, entry.attempts, entry.rescues), (Status::InProcess, 0, 1));
}

#[rstest]
#[tokio::test]
async fn a_job_that_ends_its_worker_time_after_time_is_stopped(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&NewEntry { max_attempts: 3, ..world.entry("a", "hang") }).await;
    for run in 1..=6 {
        let mut scope = Scope::new();
        let _lost = spawn(&mut scope, worker(world.other_process(), "doomed"));
        world.puppet.wait_for(run).await;
        scope.close(world.queue.clock(), std::time::Duration::ZERO).await;
        world.advance(7);
    }
    world.work().await;
    let entry = world.only_entry().await;
    assert_eq!((entry.status, entry.rescues, entry.attempts), (Status::Error, 6, 0));
    assert!(entry.error_message.contains("this job ends its worker"));
    assert_eq!(world.puppet.began().len(), 6);
}

#[rstest]
#[tokio::test]
async fn a_job_that_gets_no_further_before_its_worker_is_lost_is_stopped(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&world.entry("a", "hang at the third record")).await;
    for _ in 1..=6 {
        let mut scope = Scope::new();
        let _lost = spawn(&mut scope, worker(world.other_process(), "doomed"));
        world.puppet.stuck().await;
        scope.close(world.queue.clock(), std::time::Duration::ZERO).await;
        world.advance(7);
    }
    world.work().await;
    let entry = world.only_entry().await;
    assert_eq!((entry.status, entry.rescues), (Status::Error, 6));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_that_computes_for_long_keeps_its_lease(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.enqueue(&world.entry("a", "compute")).await;
    let mut scope = Scope::new();
    let shutdown = spawn(&mut scope, world.worker("w"));
    world.puppet.wait_for(1).await;
    for _ in 0..4 {
        world.beat().await;
    }
    world.puppet.release();
    shutdown.request();
    scope.join().await;
    assert_eq!(world.logs().await[0].status, job_queue::Outcome::Success);
}

#[rstest]
#[tokio::test]
async fn a_heartbeat_keeps_the_lease(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.enqueue(&world.entry("a", "wait")).await;
    let mut scope = Scope::new();
    let shutdown = spawn(&mut scope, world.worker("w"));
    world.puppet.wait_for(1).await;
    let mut listener = world.test.db.listen().await.unwrap();
    for _ in 0..4 {
        world.beat().await;
    }
    world.work().await;
    assert_eq!(world.puppet.began().len(), 1);
    world.puppet.gate("a").notify_one();
    while world.runs().await > 0 {
        listener.next().await;
    }
    shutdown.request();
    scope.join().await;
}
