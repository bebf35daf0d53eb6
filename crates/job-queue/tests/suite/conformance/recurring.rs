use chrono::Duration;
use database::Engine;
use job_queue::entry::Status;
use job_queue::schedule::{Schedule, Weekdays};
use job_queue::{Filters, NewEntry};
use rstest::rstest;

use crate::world::{Puppet, World};

#[rstest]
#[tokio::test]
async fn a_recurring_entry_runs_again_when_its_time_has_come(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let schedule = Schedule::every(15, Weekdays::WORKING, chrono_tz::Europe::Oslo);
    world.enqueue(&NewEntry { schedule, ..world.entry("a", "success") }).await;
    world.work().await;
    let entry = world.only_entry().await;
    assert_eq!(entry.status, Status::Ready);
    assert_eq!(entry.earliest_start_date_time, Some(world.clock.now() + Duration::minutes(15)));
    world.advance(14 * 60);
    world.work().await;
    assert_eq!(world.puppet.began().len(), 1);
    world.advance(60);
    world.work().await;
    assert_eq!(world.puppet.began().len(), 2);
    assert_eq!(world.logs().await.len(), 2);
}

#[rstest]
#[tokio::test]
async fn an_entry_that_is_due_outside_its_window_is_put_off_until_that_opens(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let schedule = Schedule {
        starting_time: "08:00:00".parse().ok(),
        ending_time: "10:00:00".parse().ok(),
        ..Schedule::every(60, Weekdays::ALL, chrono_tz::UTC)
    };
    world.enqueue(&NewEntry { schedule, ..world.entry("a", "success") }).await;
    world.advance(3 * 3600);
    world.work().await;
    assert_eq!(world.puppet.began(), [""; 0]);
    let entry = world.only_entry().await;
    assert_eq!(entry.earliest_start_date_time.unwrap().to_rfc3339(), "2026-03-03T08:00:00+00:00");
    assert_eq!(entry.version, 2, "whoever has read it sees that it has changed");
}

#[rstest]
#[tokio::test]
async fn date_words_in_a_filter_mean_the_day_of_the_run(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let schedule = Schedule::every(1440, Weekdays::ALL, chrono_tz::UTC);
    let filters = Filters::new().with("Log.startDateTime", "..today");
    world.enqueue(&NewEntry { schedule, filters: filters.clone(), ..world.entry("a", "success") }).await;
    world.work().await;
    world.advance(86_400);
    world.work().await;
    let table = &job_queue::Object::tables(&Puppet::default())[0];
    let at_run = |run: usize| filters.resolve(table, &world.puppet.context(run).words()).unwrap();
    assert_eq!(at_run(0), at_run(1), "both are resolved by the clock of this moment");
    let earlier = job_queue_words(&world, 1);
    assert_ne!(filters.resolve(table, &earlier).unwrap(), at_run(1));
}

fn job_queue_words(world: &World, days_ago: i64) -> values::filter::Words {
    let now = world.clock.now() - Duration::days(days_ago);
    values::filter::Words { now, ..world.puppet.context(0).words() }
}
