use chrono::Duration;
use database::Engine;
use database::testing::start;
use job_queue::entry::Status;
use job_queue::schedule::{Schedule, Weekdays};
use job_queue::{Enqueued, Error, NewEntry, Outcome};
use rstest::rstest;
use uuid::Uuid;
use values::Code;

use crate::world::World;

async fn change(world: &World, id: Uuid, new: &NewEntry) -> Result<(), Error> {
    let queue = &world.queue;
    queue.db().write(|tx| async move { queue.change(&tx, id, new).await }).await
}

#[rstest]
#[tokio::test]
async fn what_was_changed_is_what_runs_and_in_whose_name(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let id = world.enqueue(&NewEntry { max_attempts: 2, ..world.entry("a", "fail") }).await;
    world.work().await;
    assert_eq!(world.only_entry().await.status, Status::Error);
    let mended = NewEntry { user: "OLA".into(), ..world.entry("b", "success") };
    change(&world, id, &mended).await.unwrap();
    let entry = world.only_entry().await;
    assert_eq!((entry.status, entry.user_id.as_str(), entry.max_attempts), (Status::Error, "OLA", 0));
    let queue = &world.queue;
    queue.db().write(|tx| async move { queue.restart(&tx, id).await }).await.unwrap();
    world.work().await;
    assert_eq!(world.puppet.began(), ["a", "b"]);
    assert_eq!(world.logs().await[1].user_id, "OLA");
}

#[rstest]
#[tokio::test]
async fn other_words_leave_its_time_and_its_owner(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let later = Some(start() + Duration::hours(3));
    let new = NewEntry { earliest_start: later, ..world.entry("a", "success") };
    let id = world.enqueue(&new).await;
    let other = NewEntry { description: "Other words".into(), user: "OLA".into(), ..new };
    change(&world, id, &other).await.unwrap();
    let entry = world.only_entry().await;
    assert_eq!((entry.description.as_str(), entry.user_id.as_str()), ("Other words", "KARI"));
    assert_eq!(entry.earliest_start_date_time, later);
}

#[rstest]
#[tokio::test]
async fn another_schedule_means_another_next_run(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let daily = Schedule::every(60, Weekdays::ALL, chrono_tz::UTC);
    let new = NewEntry { schedule: daily.clone(), ..world.entry("a", "success") };
    let id = world.enqueue(&new).await;
    world.work().await;
    let next = world.only_entry().await.earliest_start_date_time.unwrap();
    let evening = Schedule { starting_time: chrono::NaiveTime::from_hms_opt(22, 0, 0), ..daily };
    let moved = NewEntry { schedule: evening, earliest_start: Some(next), ..new };
    change(&world, id, &moved).await.unwrap();
    let entry = world.only_entry().await;
    let at = entry.earliest_start_date_time.unwrap();
    assert_eq!((entry.status, at.format("%H:%M").to_string()), (Status::Ready, "22:00".to_owned()));
    world.work().await;
    assert_eq!(world.puppet.began().len(), 1, "its old time no longer counts");
}

#[rstest]
#[tokio::test]
async fn an_entry_that_moved_to_another_scope_excludes_there(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let north = NewEntry { scope: "NORTH".into(), ..world.entry("a", "success") };
    let id = world.enqueue(&north).await;
    world.category("ORDERS").await;
    let south = NewEntry { scope: "SOUTH".into(), category: Some(Code::cut("ORDERS")), ..north.clone() };
    change(&world, id, &south).await.unwrap();
    let entry = world.only_entry().await;
    assert_eq!((entry.scope.as_str(), entry.job_queue_category_code.as_str()), ("SOUTH", "ORDERS"));
    let alone = NewEntry { category: Some(Code::blank()), ..north };
    change(&world, id, &alone).await.unwrap();
    change(&world, id, &alone).await.unwrap();
    world.work().await;
    assert_eq!(world.puppet.began(), ["a"]);
    assert_eq!(world.entries().await, []);
}

#[rstest]
#[tokio::test]
async fn a_changed_entry_no_longer_stands_for_what_was_asked(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let new = &NewEntry { dedupe_key: Some("sync".into()), ..world.entry("a", "success") };
    let id = world.enqueue(new).await;
    change(&world, id, &world.entry("b", "success")).await.unwrap();
    let queue = &world.queue;
    let again = queue.db().write(|tx| async move { queue.enqueue(&tx, new).await }).await.unwrap();
    assert!(matches!(again, Enqueued::Enqueued(other) if other != id));
}

#[rstest]
#[tokio::test]
async fn a_running_entry_is_not_changed_and_not_run_once_more(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = world.enqueue(&world.entry("a", "wait")).await;
    let mut scope = runtime::Scope::new();
    let shutdown = crate::world::spawn(&mut scope, world.worker("w"));
    world.puppet.wait_for(1).await;
    let refused = change(&world, id, &world.entry("b", "success")).await;
    assert!(matches!(refused, Err(Error::Running(running)) if running == id));
    assert!(matches!(world.queue.run_once(id, "OLA").await, Err(Error::Running(running)) if running == id));
    world.puppet.gate("a").notify_one();
    shutdown.request();
    scope.join().await;
    assert_eq!(world.logs().await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn an_entry_that_runs_once_more_leaves_the_entry_alone(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let later = Some(start() + Duration::hours(3));
    let id = world.enqueue(&NewEntry { earliest_start: later, ..world.entry("a", "success") }).await;
    let before = world.only_entry().await;
    let mut worker = world.worker("w");
    let once = world.queue.run_once(id, "OLA").await.unwrap();
    worker.work_until_idle().await.unwrap();
    let log = world.logs().await.remove(0);
    assert_eq!((log.job_queue_entry_id, log.user_id.as_str(), log.result), (once, "OLA", Outcome::Success));
    assert_eq!(world.only_entry().await, before);
}
