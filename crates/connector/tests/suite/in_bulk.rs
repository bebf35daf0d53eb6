//! Many orders at once, by a bulk operation.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use connector::orders::SYNC_ORDERS;
use connector::watermark::{self, Kind};
use database::Engine;
use devstore::{DEFAULT_DOMAIN, Fault, FaultKind, Limits, NewStaffMember};
use job_queue::{Filters, Summary, Worker, WorkerOptions, log};
use rstest::rstest;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::json;

use crate::store::make_special;
use crate::world::{World, kari};

/// So many orders are better read in bulk, where points are as short as [`short`].
const MANY: usize = 110;

fn short() -> Limits {
    Limits { bucket: 580.0, restore_rate: 10.0, ..Limits::default() }
}

impl World {
    /// Imports orders while time passes; after so many `looks` the worker is killed.
    async fn sync_orders_in_time(&self, looks: Option<u64>) -> Option<Summary> {
        let task = self.sync(SYNC_ORDERS, Filters::new());
        connector::sync(&self.connector, &self.queue, &kari(), &task).await.unwrap();
        let options = WorkerOptions { name: "w".into(), ..WorkerOptions::default() };
        let mut worker = Worker::new(self.queue.clone(), options);
        self.while_time_passes(worker.work_until_idle(), looks).await?.unwrap();
        let query = log::Entity::find().order_by_desc(log::Column::EntryNumber);
        let log = self.test.db.read(|r| async move { database::Result::<_>::Ok(query.one(&r).await?) }).await.unwrap();
        let log = log.unwrap();
        assert_eq!(log.error_message, "");
        log.summary()
    }

    /// How far the store's orders have been read.
    async fn last_read(&self) -> Option<DateTime<Utc>> {
        self.test.db.read(|r| async move { watermark::last(&r, DEFAULT_DOMAIN, Kind::Orders).await }).await.unwrap()
    }

    async fn with_many_orders(engine: Engine) -> Self {
        let world = Self::new(engine).await;
        let placed = world.store.handle().place_orders(MANY, None).unwrap();
        let terms = json!({ "name": "Net 30", "dueAt": "2026-12-31T23:30:00Z" });
        let ola = NewStaffMember { email: "ola@example.com".into(), ..NewStaffMember::default() };
        let ola = world.store.handle().add_staff_member(&ola).unwrap();
        let special = json!({ "paymentTerms": terms, "staffMember": ola });
        make_special(&world.store, &placed.last().unwrap().id, special).await;
        world.store.handle().set_limits(short()).unwrap();
        world.forget_calls();
        world
    }
}

#[rstest]
#[tokio::test]
async fn after_the_first_page_the_rest_costs_a_handful_of_points(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_many_orders(engine).await;
    let summary = world.sync_orders_in_time(None).await.unwrap();
    let (many, page) = (MANY as u64, u64::from(shopify::documents::orders::PAGE));
    assert_eq!((summary.fetched, summary.created, summary.unchanged, summary.failed), (many + page, many, page, 0));
    let (calls, points) = world.calls();
    assert_eq!((summary.calls, summary.points), (calls, points));
    assert!(calls <= 13 && points <= 708, "{calls} calls and {points} points");
}

#[rstest]
#[tokio::test]
async fn what_came_in_bulk_is_what_comes_on_a_page(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_many_orders(engine).await;
    world.sync_orders_in_time(None).await.unwrap();
    let last = world.last_read().await.unwrap();
    // Those of the last two minutes are read again, and come on pages now.
    let again = world.staged().await.iter().filter(|order| order.updated_at >= last - TimeDelta::minutes(2)).count();
    let summary = world.sync_orders_in_time(None).await.unwrap();
    assert!(again > 0);
    assert_eq!((summary.fetched, summary.unchanged), (again as u64, again as u64), "{summary:?}");
}

#[rstest]
#[tokio::test]
async fn whoever_is_killed_meanwhile_leaves_nothing_out_and_nothing_twice(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_many_orders(engine).await;
    for looks in [20, 40, 60] {
        let killed = world.sync_orders_in_time(Some(looks)).await.is_none();
        assert!(killed || world.staged().await.len() == MANY);
        world.advance(2);
    }
    // What a killed worker had locked is free as soon as its connection is used again.
    let mut summary = None;
    for _ in 0..5 {
        if summary.is_none() {
            summary = world.sync_orders_in_time(None).await;
            world.advance(2);
        }
    }
    assert!(summary.is_some_and(|summary| summary.created < MANY as u64), "something was there already");
    assert_eq!(world.staged().await.len(), MANY);
}

#[rstest]
#[tokio::test]
async fn what_changes_while_the_store_writes_is_read_next_time(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_many_orders(engine).await;
    world.store.handle().set_limits(Limits { bulk_start_ms: 20_000, ..short() }).unwrap();
    world.advance(60);
    let began = world.connector.clock().now();
    let placed = async {
        world.connector.clock().sleep(Duration::from_secs(15)).await;
        world.store.handle().place_orders(1, None).unwrap();
    };
    let (summary, ()) = tokio::join!(world.sync_orders_in_time(None), placed);
    assert!(summary.unwrap().fetched > MANY as u64);
    assert!(world.last_read().await.unwrap() <= began + TimeDelta::seconds(5), "others may have changed as late");
    world.sync_orders_in_time(None).await.unwrap();
    assert_eq!(world.staged().await.len(), MANY + 1);
}

#[rstest]
#[tokio::test]
async fn what_the_store_can_not_give_in_bulk_is_read_page_by_page(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_many_orders(engine).await;
    let fault = Fault { objects: 100, times: 3, ..Fault::of(FaultKind::BulkInternalError) };
    world.store.handle().set_faults(vec![fault], 1);
    let summary = world.sync_orders_in_time(None).await.unwrap();
    assert_eq!((summary.created, summary.failed), (MANY as u64, 0));
    assert!(summary.points > 900, "{summary:?}");
    assert!(world.last_read().await.is_some());
}
