use database::Engine;
use job_queue::entry::Status;
use job_queue::schedule::{Schedule, ScheduleMode, Weekdays};
use job_queue::{Filters, NewEntry, Outcome};
use rstest::rstest;

use crate::world::World;

#[rstest]
#[tokio::test]
async fn a_failure_that_may_pass_is_tried_again_as_often_as_the_entry_says(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&NewEntry { max_attempts: 2, rerun_delay: 30, ..world.entry("a", "retry") }).await;
    world.work().await;
    let entry = world.only_entry().await;
    assert_eq!((entry.status, entry.attempts), (Status::Ready, 1));
    let wait = entry.earliest_start_date_time.unwrap() - world.clock.now();
    assert_eq!(wait.num_milliseconds(), 30_010);
    for _ in 0..2 {
        world.advance(32);
        world.work().await;
    }
    let entry = world.only_entry().await;
    assert_eq!((entry.status, entry.attempts), (Status::Error, 2));
    assert_eq!(entry.error_message, "the store does not answer");
    let logs = world.logs().await;
    assert_eq!(logs.len(), 3);
    assert!(logs.iter().all(|log| log.result == Outcome::Error));
    // Told is what nobody tries again.
    assert_eq!(world.puppet.told(), ["the store does not answer"]);
}

#[rstest]
#[tokio::test]
async fn a_failure_that_stays_is_not_tried_again(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.enqueue(&NewEntry { max_attempts: 3, ..world.entry("a", "fail") }).await;
    world.work().await;
    let entry = world.only_entry().await;
    assert_eq!((entry.status, entry.error_message.as_str()), (Status::Error, "the token is wrong"));
    world.advance(3600);
    world.work().await;
    assert_eq!(world.puppet.began().len(), 1);
}

#[rstest]
#[tokio::test]
async fn a_run_that_reads_a_filter_ends_well_and_one_that_passes_over_it_fails(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let filters = Filters::new().with("Log.startDateTime", "..today");
    for ending in ["success", "deaf"] {
        world.enqueue(&NewEntry { filters: filters.clone(), ..world.entry(ending, ending) }).await;
        world.work().await;
    }
    let logs = world.logs().await;
    assert_eq!((logs[0].result, logs[0].error_message.as_str()), (Outcome::Success, ""));
    assert_eq!(logs[1].result, Outcome::Error);
    assert!(logs[1].error_message.contains("without the filter Log.startDateTime"), "{}", logs[1].error_message);
}

#[rstest]
#[tokio::test]
async fn a_failure_that_a_person_has_to_mend_puts_the_entry_on_hold(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&NewEntry { max_attempts: 3, ..world.entry("a", "hold") }).await;
    world.work().await;
    assert_eq!(world.only_entry().await.status, Status::OnHold);
    // It is not tried again by itself: whoever wants to know of that is told.
    assert_eq!(world.puppet.told(), ["a person must look"]);
}

#[rstest]
#[tokio::test]
async fn a_panic_is_a_failure_with_a_text(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.enqueue(&world.entry("a", "panic")).await;
    world.work().await;
    assert_eq!(world.only_entry().await.error_message, "the task broke off: out of paint");
}

#[rstest]
#[tokio::test]
async fn a_recurring_entry_that_has_used_up_its_attempts_keeps_its_next_time(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(false, true)] stop_on_error: bool,
) {
    let world = World::new(engine).await;
    let schedule = Schedule::every(15, Weekdays::ALL, chrono_tz::UTC);
    world.enqueue(&NewEntry { schedule, stop_on_error, ..world.entry("a", "fail") }).await;
    world.work().await;
    assert_eq!(world.only_entry().await.status, Status::Error);
    world.advance(15 * 60);
    world.work().await;
    assert_eq!(world.puppet.began().len(), if stop_on_error { 1 } else { 2 });
}

#[rstest]
#[tokio::test]
async fn restarting_gives_all_attempts_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let id = world.enqueue(&NewEntry { max_attempts: 1, ..world.entry("a", "retry") }).await;
    world.work().await;
    world.advance(2);
    world.work().await;
    assert_eq!(world.only_entry().await.status, Status::Error);
    let queue = &world.queue;
    queue.db().write(|tx| async move { queue.restart(&tx, id).await }).await.unwrap();
    let entry = world.only_entry().await;
    assert_eq!((entry.status, entry.attempts, entry.error_message.as_str()), (Status::Ready, 0, ""));
}

#[rstest]
#[tokio::test]
async fn restarting_a_recurring_entry_that_failed_runs_it_now_and_not_only_at_its_next_time(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let schedule = Schedule::every(15, Weekdays::ALL, chrono_tz::UTC);
    let id = world.enqueue(&NewEntry { schedule, ..world.entry("a", "fail") }).await;
    world.work().await;
    let queue = &world.queue;
    queue.db().write(|tx| async move { queue.restart(&tx, id).await }).await.unwrap();
    world.work().await;
    assert_eq!(world.puppet.began().len(), 2);
}

#[rstest]
#[tokio::test]
async fn in_bc_mode_an_entry_starts_a_second_after_it_was_made_ready(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let schedule = Schedule { mode: ScheduleMode::Bc, ..Schedule::once(chrono_tz::UTC) };
    world.enqueue(&NewEntry { schedule, ..world.entry("a", "success") }).await;
    world.work().await;
    assert_eq!(world.puppet.began(), [""; 0]);
    world.advance(1);
    world.work().await;
    assert_eq!(world.puppet.began(), ["a"]);
}
