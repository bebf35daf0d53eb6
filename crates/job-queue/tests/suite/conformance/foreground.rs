use database::Engine;
use job_queue::{Error, NewEntry, Outcome};
use rstest::rstest;
use runtime::Scope;

use crate::world::{World, spawn};

#[rstest]
#[tokio::test]
async fn a_foreground_run_begins_at_once_and_leaves_only_its_log(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let mut worker = world.worker("w");
    let id = world.queue.start_foreground(&world.entry("a", "fail")).await.unwrap();
    worker.work_until_idle().await.unwrap();
    assert_eq!(world.entries().await, []);
    let log = world.logs().await.remove(0);
    assert_eq!((log.job_queue_entry_id, log.result), (id, Outcome::Error));
}

#[rstest]
#[tokio::test]
async fn a_foreground_run_is_refused_while_its_category_is_busy(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let waiting = NewEntry { description: "Sync of orders".into(), ..world.entry("a", "wait") };
    world.enqueue(&waiting).await;
    let mut scope = Scope::new();
    let shutdown = spawn(&mut scope, world.worker("w"));
    world.puppet.wait_for(1).await;
    let refused = world.queue.start_foreground(&world.entry("b", "success")).await.unwrap_err();
    assert!(matches!(&refused, Error::Busy { holder, .. } if holder == "Sync of orders"), "{refused}");
    assert_eq!(world.entries().await.len(), 1);
    world.puppet.gate("a").notify_one();
    shutdown.request();
    scope.join().await;
}

#[rstest]
#[tokio::test]
async fn a_process_without_a_worker_runs_nothing_in_the_foreground(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let refused = world.queue.start_foreground(&world.entry("a", "success")).await;
    assert!(matches!(refused, Err(Error::NoWorker)));
    assert_eq!(world.entries().await, []);
}
