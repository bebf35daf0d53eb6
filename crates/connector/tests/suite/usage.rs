//! What a store's budget was used for, and how it stands.

use chrono::{DateTime, TimeDelta, Utc};
use connector::orders::SYNC_ORDERS;
use connector::usage::{self, KEPT_DAYS, Total, by_object};
use connector::{Connector, budget, shops};
use database::Engine;
use devstore::DEFAULT_DOMAIN;
use job_queue::Filters;
use outbound::Http;
use rstest::rstest;
use runtime::{Random, Scope, Shutdown};
use serde_json::json;

use crate::store::{self, line, order};
use crate::world::{INSTALLATION, SHOP, World, kari, vault};

/// The rows of all minutes that began at `start` or later, without what set the world up.
async fn used_since(world: &World, start: DateTime<Utc>) -> Vec<usage::Model> {
    world.connector.write_usage().await.unwrap();
    world.test.db.read(|r| async move { usage::since(&r, DEFAULT_DOMAIN, start).await }).await.unwrap()
}

/// A world whose clock is at the beginning of a minute in which nothing was called.
async fn at_a_full_minute(engine: Engine) -> (World, DateTime<Utc>) {
    let world = World::new(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.advance(1);
    world.forget_calls();
    let now = world.connector.clock().now();
    assert_eq!(now.timestamp() % 60, 0, "the tests begin with a full minute");
    (world, now)
}

#[rstest]
#[tokio::test]
async fn what_a_task_used_is_counted_whatever_is_logged(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, start) = at_a_full_minute(engine).await;
    world.set(&[("loggingMode", "Disabled")]).await;
    let summary = world.sync_orders().await;
    let rows = used_since(&world, start).await;
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!((row.store.as_str(), row.shop_code.as_str(), row.object_id), (DEFAULT_DOMAIN, SHOP, SYNC_ORDERS));
    assert_eq!((row.start_date_time, row.throttled), (start, 0));
    assert_eq!((row.calls as u64, row.requested_points as u64), (summary.calls, summary.points));
    assert_eq!((row.calls as u64, row.requested_points as u64), world.calls());
    assert!(row.charged_points > 0 && row.charged_points <= row.requested_points);
    let limits = world.store.handle().limits();
    assert_eq!(row.lowest_available, Some(limits.bucket as i64 - row.charged_points));
}

#[rstest]
#[tokio::test]
async fn each_minute_has_its_row_and_no_task_is_a_task_of_its_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, start) = at_a_full_minute(engine).await;
    world.sync_orders().await;
    world.advance(1);
    world.sync_orders().await;
    shops::test(&world.connector, SHOP).await.unwrap();
    let rows = used_since(&world, start).await;
    let next = start + TimeDelta::minutes(1);
    let keys: Vec<_> = rows.iter().map(|row| (row.start_date_time, row.object_id)).collect();
    assert_eq!(keys, [(start, SYNC_ORDERS), (next, 0), (next, SYNC_ORDERS)]);
    let totals = by_object(&rows);
    assert_eq!(totals.iter().map(|total| total.object_id).collect::<Vec<_>>(), [SYNC_ORDERS, 0]);
    assert_eq!(totals[0].calls, rows[0].calls + rows[2].calls);
    assert_eq!(totals[0].charged_points, rows[0].charged_points + rows[2].charged_points);
    assert_eq!(totals[0].lowest_available, rows[0].lowest_available.min(rows[2].lowest_available));
    let (calls, points) = world.calls();
    let all = |of: fn(&Total) -> i64| totals.iter().map(of).sum::<i64>() as u64;
    assert_eq!((all(|total| total.calls), all(|total| total.requested_points)), (calls, points));
}

#[rstest]
#[tokio::test]
async fn two_processes_count_together(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, start) = at_a_full_minute(engine).await;
    let (db, http) = (world.test.db.clone(), Http::in_process(world.store.router()));
    let clock = world.connector.clock().clone();
    let other = Connector::new(db, vault(), http, clock, Random::seeded(9), INSTALLATION);
    shops::test(&world.connector, SHOP).await.unwrap();
    let alone = used_since(&world, start).await;
    shops::test(&other, SHOP).await.unwrap();
    other.write_usage().await.unwrap();
    let both = used_since(&world, start).await;
    assert_eq!((alone.len(), both.len()), (1, 1));
    assert_eq!((both[0].id, both[0].calls), (alone[0].id, 2 * alone[0].calls));
    assert_eq!(both[0].requested_points, 2 * alone[0].requested_points);
    assert!(both[0].lowest_available < alone[0].lowest_available, "{both:?}");

    // What is higher than what was there does not raise it.
    let limits = world.store.handle().limits();
    world.store.handle().set_limits(limits).unwrap();
    shops::test(&other, SHOP).await.unwrap();
    other.write_usage().await.unwrap();
    let all = used_since(&world, start).await;
    assert_eq!(all[0].calls, 3 * alone[0].calls);
    assert_eq!(all[0].lowest_available, both[0].lowest_available, "the bucket was full again");
}

#[rstest]
#[tokio::test]
async fn a_refused_call_is_counted_without_points(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, start) = at_a_full_minute(engine).await;
    let fault = json!({ "kind": "throttled", "times": 2 });
    world.store.handle().set_faults(vec![serde_json::from_value(fault).unwrap()], 1);
    connector::sync(&world.connector, &world.queue, &kari(), &world.sync(SYNC_ORDERS, Filters::new())).await.unwrap();
    world.while_time_passes(world.work(), None).await.unwrap();
    let rows = used_since(&world, start).await;
    let sum = |of: fn(&usage::Model) -> i64| rows.iter().map(of).sum::<i64>();
    let summary = world.store.handle().summary();
    assert_eq!((sum(|row| row.throttled), summary.throttled), (2, 2));
    assert_eq!((sum(|row| row.calls) as u64, sum(|row| row.requested_points) as u64), (summary.calls, summary.points));
}

#[rstest]
#[tokio::test]
async fn what_was_used_is_forgotten_after_two_weeks(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, start) = at_a_full_minute(engine).await;
    world.sync_orders().await;
    world.advance(60);
    world.sync_orders().await;
    assert_eq!(used_since(&world, start).await.len(), 2);
    world.connector.delete_old_usage().await.unwrap();
    assert_eq!(used_since(&world, start).await.len(), 2);
    world.clock.advance_to(start + TimeDelta::days(KEPT_DAYS) + TimeDelta::minutes(1));
    world.connector.delete_old_usage().await.unwrap();
    let left = used_since(&world, DateTime::UNIX_EPOCH).await;
    assert_eq!(left.iter().map(|row| row.start_date_time).collect::<Vec<_>>(), [start + TimeDelta::hours(1)]);
}

#[rstest]
#[tokio::test]
async fn what_was_counted_is_written_before_the_process_ends(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, start) = at_a_full_minute(engine).await;
    let (mut scope, stop) = (Scope::new(), Shutdown::new());
    world.sync_orders().await;
    scope.spawn(world.connector.clone().keep_usage(stop.clone()));
    stop.request();
    scope.join().await;
    let rows = world.test.db.read(|r| async move { usage::since(&r, DEFAULT_DOMAIN, start).await }).await.unwrap();
    assert_eq!(rows.len(), 1);
}

#[rstest]
#[tokio::test]
async fn a_budget_stands_where_the_store_has_said_and_fills_with_time(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = at_a_full_minute(engine).await;
    world.sync_orders().await;
    let read = |r| async move { budget::of_store(&r, DEFAULT_DOMAIN).await };
    let budget = world.test.db.read(read).await.unwrap().unwrap();
    let limits = world.store.handle().limits();
    let now = world.connector.clock().now();
    let standing = budget.standing(now);
    assert!(standing.known);
    assert_eq!((standing.maximum, standing.rate), (limits.bucket, limits.restore_rate));
    assert!(standing.level + standing.held <= standing.maximum && standing.waiting == 0.0, "{standing:?}");
    let later = budget.standing(now + TimeDelta::hours(1));
    assert_eq!((later.level, later.held, later.processes), (limits.bucket, 0.0, 0));
    let nobody = |r| async move { budget::of_store(&r, "nobody.myshopify.com").await };
    assert_eq!(world.test.db.read(nobody).await.unwrap(), None);
}
