use chrono::Duration;
use database::Engine;
use job_queue::entry::{CatchUp, Status};
use job_queue::notification::{self, Kind, participant, setup};
use job_queue::schedule::{Schedule, Weekdays};
use job_queue::{NewEntry, Result, Worker, WorkerOptions, housekeeping, presence};
use rstest::rstest;
use runtime::Scope;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder};

use crate::world::{World, spawn};

/// A worker comes and goes, and takes what is due meanwhile.
async fn a_worker_comes_and_goes(world: &World, name: &str) {
    let mut scope = Scope::new();
    let shutdown = spawn(&mut scope, world.worker(name));
    let mut listener = world.test.db.listen().await.unwrap();
    let now = world.clock.now();
    while world.entries().await.iter().any(|entry| {
        entry.status == Status::InProcess
            || entry.runnable && entry.earliest_start_date_time.is_some_and(|at| at <= now)
    }) {
        listener.next().await;
    }
    shutdown.request();
    scope.join().await;
}

#[rstest]
#[case(CatchUp::RunOnce, 2)]
#[case(CatchUp::Skip, 1)]
#[tokio::test]
async fn runs_that_nobody_was_there_for_are_made_up_for_once_or_left_out(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] catch_up: CatchUp,
    #[case] runs: usize,
) {
    let world = World::new(engine).await;
    let schedule = Schedule::every(60, Weekdays::ALL, chrono_tz::UTC);
    world.enqueue(&NewEntry { schedule, catch_up, ..world.entry("a", "success") }).await;
    a_worker_comes_and_goes(&world, "first").await;
    assert_eq!(world.puppet.began().len(), 1);
    world.advance(5 * 3_600 + 60);
    a_worker_comes_and_goes(&world, "second").await;
    assert_eq!(world.puppet.began().len(), runs);
    let next = world.only_entry().await.earliest_start_date_time.unwrap();
    assert!(next > world.clock.now() && next <= world.clock.now() + Duration::minutes(60));
}

#[rstest]
#[tokio::test]
async fn workers_are_known_while_they_are_there(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let mut scope = Scope::new();
    let shutdown = spawn(&mut scope, world.worker("packer"));
    let live = || async {
        let now = world.clock.now();
        world.test.db.read(|read| async move { presence::live(&read, now).await }).await.unwrap()
    };
    while live().await.is_empty() {
        tokio::task::yield_now().await;
    }
    assert_eq!(live().await[0].name, "packer");
    shutdown.request();
    scope.join().await;
    assert_eq!(live().await, []);
}

#[rstest]
#[tokio::test]
async fn who_runs_only_what_people_wait_for_is_no_worker_to_what_comes_due(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let options = WorkerOptions { name: "page".into(), background: false, ..WorkerOptions::default() };
    let mut scope = Scope::new();
    let shutdown = spawn(&mut scope, Worker::new(world.queue.clone(), options));
    shutdown.request();
    scope.join().await;
    let known = presence::Entity::find();
    let known = world.test.db.read(|read| async move { Result::<_>::Ok(known.all(&read).await?) }).await.unwrap();
    assert_eq!(known, []);
}

#[rstest]
#[tokio::test]
async fn log_entries_are_forgotten_when_they_have_had_their_time(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&world.entry("old", "success")).await;
    world.work().await;
    world.advance(8 * 24 * 3_600);
    world.enqueue(&world.entry("new", "success")).await;
    world.work().await;
    let deleted = housekeeping::delete_older_than(&world.test.db, world.clock.now() - Duration::days(7)).await.unwrap();
    assert_eq!((deleted, world.logs().await.len()), (1, 1));
}

#[rstest]
#[tokio::test]
async fn failed_entries_are_removed_but_neither_recurring_nor_fresh_ones(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let schedule = Schedule::every(60, Weekdays::ALL, chrono_tz::UTC);
    world.enqueue(&NewEntry { schedule, ..world.entry("recurring", "fail") }).await;
    world.enqueue(&world.entry("old", "fail")).await;
    world.enqueue(&NewEntry { user: "OLA".into(), ..world.entry("of another", "fail") }).await;
    world.work().await;
    world.advance(60);
    world.enqueue(&world.entry("fresh", "fail")).await;
    world.work().await;
    let queue = &world.queue;
    let remove = |user| queue.db().write(move |tx| async move { queue.remove_failed(&tx, user).await });
    assert_eq!(remove(Some("KARI")).await.unwrap(), 1);
    assert_eq!(remove(None).await.unwrap(), 1);
    assert_eq!(world.entries().await.len(), 2);
}

async fn told(world: &World) -> Vec<(String, Kind)> {
    let all = notification::Entity::find().order_by_asc(notification::Column::EntryNumber);
    let rows = world.test.db.read(|read| async move { Result::<_>::Ok(all.all(&read).await?) }).await.unwrap();
    rows.into_iter().map(|row| (row.user_id, row.kind)).collect()
}

#[rstest]
#[tokio::test]
async fn people_are_told_of_a_final_failure_once_and_when_it_works_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let admin = participant::Model { id: uuid::Uuid::from_u128(1), user_name: "CHIEF".into() };
    let row = &admin;
    let insert = |tx| async move {
        row.clone().into_active_model().reset_all().insert(&tx).await?;
        Result::<_>::Ok(())
    };
    world.test.db.write(insert).await.unwrap();
    let schedule = Schedule::every(60, Weekdays::ALL, chrono_tz::UTC);
    let new = NewEntry { max_attempts: 1, schedule, ..world.entry("a", "retry") };
    let id = world.enqueue(&new).await;
    world.work().await;
    assert_eq!(told(&world).await, [], "it is tried again first");
    world.advance(2);
    world.work().await;
    let failed = [("CHIEF".to_owned(), Kind::Failed), ("KARI".to_owned(), Kind::Failed)];
    assert_eq!(told(&world).await, failed);
    let entry = world.only_entry().await;
    assert!(entry.status == Status::Error && entry.runnable, "it keeps its next time");
    let shown = |user| world.test.db.read(move |read| async move { notification::shown(&read, user).await });
    assert_eq!(shown("KARI").await.unwrap().unwrap().only.unwrap().id, id);
    assert_eq!(shown("CHIEF").await.unwrap().unwrap().failed, 1);
    assert_eq!(shown("OLA").await.unwrap(), None, "it is neither theirs nor do they look after the queue");
    let (queue, good) = (&world.queue, &NewEntry { max_attempts: 1, ..world.entry("a", "success") });
    let good = &NewEntry { schedule: new.schedule.clone(), ..good.clone() };
    queue.db().write(|tx| async move { queue.change(&tx, id, good).await }).await.unwrap();
    world.advance(3_600);
    world.work().await;
    assert_eq!(told(&world).await[2..], [("CHIEF".to_owned(), Kind::Recovered), ("KARI".to_owned(), Kind::Recovered)]);
    assert_eq!(shown("KARI").await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn with_thresholds_people_are_told_only_when_as_many_have_failed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let setup =
        &setup::Model { notify_when_job_failed: false, threshold1: 2, threshold2: 3, ..setup::Model::initial() };
    world.test.db.write(|tx| async move { setup::write(&tx, setup.clone()).await }).await.unwrap();
    let shown = || world.test.db.read(|read| async move { notification::shown(&read, "KARI").await });
    let mut seen = Vec::new();
    for name in ["a", "b", "c"] {
        world.enqueue(&world.entry(name, "fail")).await;
        world.work().await;
        seen.push(shown().await.unwrap().map(|shown| (shown.failed, shown.urgent)));
    }
    assert_eq!(seen, [None, Some((2, false)), Some((3, true))]);
    let wrong = &setup::Model { threshold1: 4, threshold2: 3, ..setup::Model::initial() };
    let refused = world.test.db.write(|tx| async move { setup::write(&tx, wrong.clone()).await }).await;
    assert!(refused.unwrap_err().to_string().contains("threshold2"));
}
