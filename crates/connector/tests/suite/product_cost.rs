//! What products cost, by what the store has counted itself.

use std::time::Duration;

use connector::products::SYNC_PRODUCTS;
use database::Engine;
use devstore::Limits;
use job_queue::{Filters, Summary, Worker, WorkerOptions, log};
use rstest::rstest;
use sea_orm::{EntityTrait, QueryOrder};
use shopify::documents::products::PAGE;

use crate::world::shelf::sized;
use crate::world::{World, kari};

/// As many calls the import of ten thousand products with three variants each may take, page by page.
const TEN_THOUSAND: u64 = 70;

impl World {
    async fn with_products(engine: Engine, many: usize) -> Self {
        let world = Self::new(engine).await;
        world.taking_products("").await;
        for number in 0..many {
            let skus: Vec<String> = (0..3).map(|size| format!("P{number}-{size}")).collect();
            let sizes = [("S", skus[0].as_str()), ("M", skus[1].as_str()), ("L", skus[2].as_str())];
            world.put_product(sized(&format!("Product {number}"), "Size", &sizes)).await;
        }
        world.forget_calls();
        world
    }

    /// Imports products while time passes, as a bulk operation needs it.
    async fn sync_products_in_time(&self) -> Summary {
        let task = self.sync(SYNC_PRODUCTS, Filters::new());
        connector::sync(&self.connector, &self.queue, &kari(), &task).await.unwrap();
        let options = WorkerOptions { name: "w".into(), ..WorkerOptions::default() };
        let mut worker = Worker::new(self.queue.clone(), options);
        self.while_time_passes(worker.work_until_idle(), None).await.unwrap().unwrap();
        let query = log::Entity::find().order_by_desc(log::Column::EntryNumber);
        let log = self.test.db.read(|r| async move { database::Result::<_>::Ok(query.one(&r).await?) }).await.unwrap();
        let log = log.unwrap();
        assert_eq!(log.error_message, "");
        log.summary().unwrap()
    }
}

/// Pages cost the same however many there are, so ten thousand take ten times what a thousand take.
#[rstest]
#[tokio::test]
async fn products_are_imported_a_page_of_250_a_call(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_products(engine, 1_000).await;
    let summary = world.sync_products().await;
    assert_eq!((summary.fetched, summary.created, summary.failed), (1_000, 1_000, 0));
    let (calls, points) = world.calls();
    assert_eq!((summary.calls, summary.points), (calls, points));
    assert_eq!(calls, 1_000 / u64::from(PAGE));
    assert!(calls * 10 <= TEN_THOUSAND, "{calls} calls for a thousand");
    assert_eq!(points, 4 * 277 + 10, "and how many there are is asked once");
    assert_eq!(world.product_variants().await.len(), 3_000);

    let again = world.sync_products().await;
    assert_eq!(again.fetched, again.unchanged);
    assert_eq!((again.created, again.updated), (0, 0));
}

#[rstest]
#[tokio::test]
async fn many_products_are_one_bulk_operation_where_points_are_short(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_products(engine, 600).await;
    let short = Limits { bucket: 300.0, restore_rate: 2.0, ..Limits::default() };
    world.store.handle().set_limits(short).unwrap();
    world.clock.advance(Duration::from_secs(300));
    let summary = world.sync_products_in_time().await;
    let first = u64::from(PAGE);
    assert_eq!((summary.fetched, summary.created, summary.unchanged), (600 + first, 600, first), "{summary:?}");
    let (calls, points) = world.calls();
    assert!(calls <= 20 && points <= 330, "{calls} calls, {points} points");
    assert_eq!(world.product_variants().await.len(), 1_800);
}
