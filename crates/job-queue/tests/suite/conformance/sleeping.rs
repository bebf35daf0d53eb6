use chrono::Duration;
use database::Engine;
use job_queue::entry::Status;
use job_queue::schedule::{Schedule, Weekdays};
use job_queue::{NewEntry, Object};
use rstest::rstest;

use crate::world::{Puppet, World};

fn recurring(world: &World, ending: &str) -> NewEntry {
    let schedule = Schedule::every(15, Weekdays::ALL, chrono_tz::Europe::Oslo);
    NewEntry { schedule, inactivity_timeout: 720, scope: "NORTH".into(), ..world.entry("a", ending) }
}

#[rstest]
#[tokio::test]
async fn a_recurring_entry_that_finds_nothing_to_do_sleeps_for_its_inactivity_timeout(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&recurring(&world, "idle")).await;
    world.work().await;
    let entry = world.only_entry().await;
    assert_eq!(entry.status, Status::OnHoldWithInactivityTimeout);
    assert_eq!(entry.earliest_start_date_time, Some(world.clock.now() + Duration::minutes(720)));
    world.advance(720 * 60);
    world.work().await;
    assert_eq!(world.puppet.began().len(), 2, "it wakes by itself");
}

#[rstest]
#[tokio::test]
async fn a_run_of_which_a_part_finds_nothing_to_do_does_not_sleep(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&recurring(&world, "a part is idle")).await;
    world.work().await;
    assert_eq!(world.puppet.began(), ["a", "part"]);
    assert_eq!(world.only_entry().await.status, Status::Ready);
}

#[rstest]
#[tokio::test]
async fn an_entry_that_sleeps_without_a_period_waits_until_there_is_work(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&NewEntry { inactivity_timeout: 0, ..recurring(&world, "idle") }).await;
    world.work().await;
    world.advance(30 * 24 * 3_600);
    world.work().await;
    assert_eq!(world.puppet.began().len(), 1);
    let queue = &world.queue;
    let wake =
        |scope: &'static str| queue.db().write(move |tx| async move { queue.wake(&tx, Puppet::ID, scope).await });
    assert_eq!((wake("SOUTH").await.unwrap(), wake("NORTH").await.unwrap()), (0, 1));
    assert_eq!(world.only_entry().await.status, Status::Ready);
    world.work().await;
    assert_eq!(world.puppet.began().len(), 2);
}

#[rstest]
#[tokio::test]
async fn an_object_with_manual_recurrence_says_itself_when_it_runs_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&NewEntry { manual_recurrence: true, ..recurring(&world, "again in an hour") }).await;
    world.work().await;
    let entry = world.only_entry().await;
    assert_eq!(
        (entry.status, entry.earliest_start_date_time),
        (Status::Ready, Some(world.clock.now() + Duration::hours(1)))
    );
}

#[rstest]
#[tokio::test]
async fn an_object_that_did_not_say_it_is_on_hold_and_says_why(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&NewEntry { manual_recurrence: true, ..recurring(&world, "success") }).await;
    world.work().await;
    let entry = world.only_entry().await;
    assert_eq!(entry.status, Status::OnHold);
    assert!(entry.error_message.contains("when it runs again"), "{}", entry.error_message);
}
