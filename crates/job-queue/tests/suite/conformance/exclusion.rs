use database::Engine;
use job_queue::NewEntry;
use job_queue::entry::Priority;
use rstest::rstest;

use crate::world::{World, spawn, worker};

#[rstest]
#[tokio::test]
async fn entries_of_one_category_and_scope_never_run_at_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&NewEntry { scope: "A".into(), ..world.entry("first", "wait") }).await;
    world.enqueue(&NewEntry { scope: "A".into(), ..world.entry("second", "wait") }).await;
    world.enqueue(&NewEntry { scope: "B".into(), ..world.entry("other shop", "wait") }).await;
    let mut scope = runtime::Scope::new();
    let one = spawn(&mut scope, world.worker("one"));
    let two = spawn(&mut scope, worker(world.other_process(), "two"));
    world.puppet.wait_for(2).await;
    let mut began = world.puppet.began();
    began.sort();
    assert_eq!(began, ["first", "other shop"]);
    assert_eq!(world.runs().await, 2);
    world.puppet.gate("first").notify_one();
    world.puppet.wait_for(3).await;
    assert_eq!(world.puppet.began()[2], "second");
    world.puppet.gate("second").notify_one();
    world.puppet.gate("other shop").notify_one();
    one.request();
    two.request();
    scope.join().await;
    assert_eq!(world.runs().await, 0);
}

#[rstest]
#[tokio::test]
async fn a_more_urgent_entry_goes_first_but_never_starves_the_others(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let of = |name, priority| NewEntry { priority, ..world.entry(name, "success") };
    world.enqueue(&of("low, long waiting", Priority::Low)).await;
    world.advance(31 * 60);
    world.enqueue(&of("low", Priority::Low)).await;
    world.enqueue(&of("normal", Priority::Normal)).await;
    world.enqueue(&of("high", Priority::High)).await;
    world.work().await;
    assert_eq!(world.puppet.began(), ["low, long waiting", "high", "normal", "low"]);
}

#[rstest]
#[tokio::test]
async fn entries_without_a_category_exclude_nobody(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    for name in ["a", "b"] {
        world.enqueue(&NewEntry { category: Some(values::Code::blank()), ..world.entry(name, "wait") }).await;
    }
    let mut scope = runtime::Scope::new();
    let shutdown = spawn(&mut scope, world.worker("w"));
    world.puppet.wait_for(2).await;
    world.puppet.gate("a").notify_one();
    world.puppet.gate("b").notify_one();
    shutdown.request();
    scope.join().await;
}

#[rstest]
#[tokio::test]
async fn deleting_an_entry_that_runs_keeps_its_key_until_the_run_has_ended(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = world.enqueue(&world.entry("deleted", "wait")).await;
    let mut scope = runtime::Scope::new();
    let shutdown = spawn(&mut scope, world.worker("w"));
    world.puppet.wait_for(1).await;
    let queue = &world.queue;
    queue.db().write(|tx| async move { queue.delete(&tx, id).await }).await.unwrap();
    world.enqueue(&world.entry("next", "success")).await;
    assert_eq!(world.runs().await, 1);
    assert_eq!(world.puppet.began(), ["deleted"]);
    world.puppet.gate("deleted").notify_one();
    world.puppet.wait_for(2).await;
    shutdown.request();
    scope.join().await;
    assert_eq!(world.logs().await[0].error_message, "the entry was deleted while it ran");
}
