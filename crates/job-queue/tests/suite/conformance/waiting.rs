use database::Engine;
use job_queue::entry::{Priority, Status};
use job_queue::{Error, NewEntry};
use rstest::rstest;
use runtime::Scope;
use sea_orm::EntityTrait;
use values::Code;

use crate::world::{World, spawn};

#[rstest]
#[tokio::test]
async fn an_entry_whose_category_is_busy_is_seen_to_wait_and_then_runs(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&world.entry("a", "wait")).await;
    let mut scope = Scope::new();
    let shutdown = spawn(&mut scope, world.worker("w"));
    world.puppet.wait_for(1).await;
    let mut listener = world.test.db.listen().await.unwrap();
    let second = world.enqueue(&world.entry("b", "success")).await;
    loop {
        let entry = world.entries().await.into_iter().find(|entry| entry.id == second).unwrap();
        if entry.status == Status::Waiting {
            break;
        }
        assert_eq!(entry.status, Status::Ready);
        listener.next().await;
    }
    world.puppet.gate("a").notify_one();
    world.puppet.wait_for(2).await;
    shutdown.request();
    scope.join().await;
    assert_eq!(world.puppet.began(), ["a", "b"]);
}

/// What waits for its category may begin just as a worker that found nothing to begin wants to go.
#[rstest]
#[tokio::test]
async fn nobody_goes_before_what_waited_has_run(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    for round in 1..=30 {
        for (name, scope) in [("first", "A"), ("second", "A"), ("other shop", "B")] {
            world.enqueue(&NewEntry { scope: scope.into(), ..world.entry(name, "success") }).await;
        }
        world.work().await;
        assert_eq!(world.puppet.began().len(), 3 * round);
    }
}

#[rstest]
#[tokio::test]
async fn an_entry_that_expires_while_it_waits_is_deleted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.enqueue(&world.entry("a", "wait")).await;
    let mut scope = Scope::new();
    let shutdown = spawn(&mut scope, world.worker("w"));
    world.puppet.wait_for(1).await;
    let expiration = Some(world.clock.now() + chrono::Duration::seconds(30));
    let second = world.enqueue(&NewEntry { expiration, ..world.entry("b", "success") }).await;
    while world.entries().await.iter().any(|entry| entry.id == second) {
        world.beat().await;
    }
    world.puppet.gate("a").notify_one();
    shutdown.request();
    scope.join().await;
    assert_eq!(world.puppet.began(), ["a"]);
    assert_eq!(world.logs().await.len(), 1, "what expired has no log");
}

#[rstest]
#[tokio::test]
async fn the_higher_priority_goes_first_and_the_lower_does_not_starve(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let low = world.enqueue(&world.entry("low", "success")).await;
    let queue = &world.queue;
    queue.db().write(|tx| async move { queue.set_priority(&tx, low, Priority::Low).await }).await.unwrap();
    world.advance(60);
    world.enqueue(&NewEntry { priority: Priority::High, ..world.entry("high", "success") }).await;
    world.work().await;
    assert_eq!(world.puppet.began(), ["high", "low"]);
    let low = world.enqueue(&NewEntry { priority: Priority::Low, ..world.entry("patient", "success") }).await;
    world.advance(31 * 60);
    world.enqueue(&NewEntry { priority: Priority::High, ..world.entry("late", "success") }).await;
    world.work().await;
    assert_eq!(world.puppet.began()[2..], ["patient", "late"], "{low} has waited for half an hour");
}

#[rstest]
#[tokio::test]
async fn a_category_is_made_changed_and_deleted_but_not_under_its_entries(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let queue = &world.queue;
    let unknown = NewEntry { category: Some(Code::cut("PACKING")), ..world.entry("a", "success") };
    let new = &unknown;
    let refused = queue.db().write(|tx| async move { queue.enqueue(&tx, new).await }).await;
    assert!(matches!(refused, Err(Error::NoCategory(_))));
    let id = world.category("PACKING").await;
    let category = || async {
        let find = |read| async move {
            job_queue::Result::<_>::Ok(job_queue::category::Entity::find_by_id(id).one(&read).await?)
        };
        queue.db().read(find).await.unwrap()
    };
    for scope in ["NORTH", "SOUTH"] {
        world.enqueue(&NewEntry { scope: scope.into(), ..unknown.clone() }).await;
    }
    let packing = &category().await.unwrap();
    queue.db().write(|tx| async move { queue.change_category(&tx, packing, "Packing", false).await }).await.unwrap();
    let keys: Vec<String> = world.entries().await.into_iter().map(|entry| entry.exclusion_key).collect();
    assert_eq!(keys, ["PACKING", "PACKING"], "they exclude each other from now on");
    let in_use = queue.db().write(|tx| async move { queue.delete_category(&tx, packing).await }).await;
    assert!(matches!(in_use, Err(Error::CategoryInUse { entries: 2, .. })));
    world.work().await;
    queue.db().write(|tx| async move { queue.delete_category(&tx, packing).await }).await.unwrap();
    assert_eq!(category().await, None);
}
