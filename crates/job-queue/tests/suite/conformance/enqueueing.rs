use database::Engine;
use job_queue::entry::Status;
use job_queue::{Enqueued, Error, Filters, NewEntry, Object, Outcome};
use rstest::rstest;

use crate::world::{Puppet, World};

#[rstest]
#[tokio::test]
async fn a_task_runs_at_once_and_leaves_its_log(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.enqueue(&world.entry("a", "success")).await;
    world.work().await;
    assert_eq!(world.puppet.began(), ["a"]);
    assert_eq!(world.entries().await, []);
    assert_eq!(world.runs().await, 0);
    let log = world.logs().await.remove(0);
    assert_eq!((log.status, log.result), (Outcome::Success, Outcome::Success));
    assert_eq!(log.summary().unwrap().created, 1);
    assert_eq!(log.user_id, "KARI");
}

#[rstest]
#[tokio::test]
async fn a_partial_success_is_shown_as_such_and_not_run_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.enqueue(&NewEntry { max_attempts: 3, ..world.entry("a", "partial") }).await;
    world.work().await;
    let log = world.logs().await.remove(0);
    assert_eq!((log.status, log.result), (Outcome::Success, Outcome::PartialSuccess));
    assert_eq!(world.entries().await, []);
}

#[rstest]
#[tokio::test]
async fn what_waits_already_is_not_queued_twice(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let new = &NewEntry { dedupe_key: Some("webhook 1".into()), ..world.entry("a", "success") };
    let first = world.enqueue(new).await;
    let queue = &world.queue;
    let second = queue.db().write(|tx| async move { queue.enqueue(&tx, new).await }).await.unwrap();
    assert_eq!(second, Enqueued::AlreadyQueued(first));
    world.work().await;
    let third = queue.db().write(|tx| async move { queue.enqueue(&tx, new).await }).await.unwrap();
    assert!(matches!(third, Enqueued::Enqueued(_)));
}

#[rstest]
#[tokio::test]
async fn an_entry_is_there_only_if_its_transaction_is(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (queue, new) = (&world.queue, &world.entry("a", "success"));
    let failed: Result<(), Error> = queue
        .db()
        .write(|tx| async move {
            queue.enqueue(&tx, new).await?;
            Err(Error::StopRequested)
        })
        .await;
    assert!(failed.is_err());
    assert_eq!(world.entries().await, []);
}

#[rstest]
#[tokio::test]
async fn bad_input_is_refused_with_its_name_and_nothing_is_stored(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let base = || NewEntry::now(Puppet::ID);
    let cases = [
        (NewEntry::now(4711), "there is no object 4711 to run; there are: 50000 Puppet"),
        (
            NewEntry { options: serde_json::json!({ "shop": 1 }), ..base() },
            "there is no option 'shop': it has ending, name, numberOfRecords",
        ),
        (
            NewEntry { options: serde_json::json!({ "numberOfRecords": 101 }), ..base() },
            "numberOfRecords must be at most 100",
        ),
        (NewEntry { options: serde_json::json!({ "name": 1 }), ..base() }, "the option 'name' can't be that"),
        (NewEntry { filters: Filters::new().with("Log.colour", "red"), ..base() }, "there is no filter 'Log.colour'"),
        (
            NewEntry { filters: Filters::new().with("Shop.code", "A"), ..base() },
            "there is no filter 'Shop.code'; there are: Log",
        ),
        (
            NewEntry { filters: Filters::new().with("Log.result", "A|"), ..base() },
            "the filter on Log.result can't be read",
        ),
        (
            NewEntry { max_attempts: 11, ..base() },
            "11 is out of range for Maximum No. of Attempts to Run: choose 0 to 10",
        ),
        (
            NewEntry {
                schedule: job_queue::schedule::Schedule::every(5, Default::default(), chrono_tz::UTC),
                ..base()
            },
            "choose the days of the week",
        ),
    ];
    for (new, sentence) in &cases {
        let queue = &world.queue;
        let error = queue.db().write(|tx| async move { queue.enqueue(&tx, new).await }).await.unwrap_err().to_string();
        assert!(error.contains(sentence), "{error}");
    }
    assert_eq!(world.entries().await, []);
}

#[rstest]
#[tokio::test]
async fn an_entry_on_hold_waits_until_it_is_set_to_ready(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let id = world.enqueue(&NewEntry { ready: false, ..world.entry("a", "success") }).await;
    world.work().await;
    assert_eq!(world.only_entry().await.status, Status::OnHold);
    let queue = &world.queue;
    queue.db().write(|tx| async move { queue.set_ready(&tx, id).await }).await.unwrap();
    world.work().await;
    assert_eq!(world.puppet.began(), ["a"]);
}

#[rstest]
#[tokio::test]
async fn an_entry_does_not_run_before_its_earliest_start_nor_after_its_expiration(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let now = world.clock.now();
    let in_minutes = |minutes| Some(now + chrono::Duration::minutes(minutes));
    world.enqueue(&NewEntry { earliest_start: in_minutes(10), ..world.entry("later", "success") }).await;
    world
        .enqueue(&NewEntry {
            earliest_start: in_minutes(1),
            expiration: in_minutes(5),
            ..world.entry("expired", "success")
        })
        .await;
    world.work().await;
    assert_eq!(world.puppet.began(), [""; 0]);
    world.advance(600);
    world.work().await;
    assert_eq!(world.puppet.began(), ["later"]);
    assert_eq!(world.entries().await, []);
}
