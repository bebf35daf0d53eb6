//! What products cost, by what the store has counted itself.

use std::fmt::Write;
use std::time::Duration;

use connector::products::SYNC_PRODUCTS;
use connector::products::staged::variant;
use database::Engine;
use devstore::Limits;
use job_queue::{Filters, Summary, Worker, WorkerOptions, log};
use rstest::rstest;
use sea_orm::{EntityTrait, PaginatorTrait, QueryOrder};
use shopify::documents::products::PAGE;

use crate::world::{World, kari};

/// How many products are read for the first time, unless `KOBLING_TEST_PRODUCTS` says.
const PRODUCTS: u64 = 2_000;
/// As many calls the import of ten thousand products with three variants each may take, page by page.
const TEN_THOUSAND: u64 = 70;

impl World {
    /// How many variants there are; to read as many would take longer than a transaction may idle.
    async fn variants_staged(&self) -> u64 {
        let all = variant::Entity::find();
        self.test.db.read(|r| async move { database::Result::<_>::Ok(all.count(&r).await?) }).await.unwrap()
    }

    /// A store with so many products in three sizes each, and with a gift card in the midst of them.
    async fn with_products(engine: Engine, many: u64) -> Self {
        let world = Self::new(engine).await;
        world.taking_products("").await;
        let mut list =
            "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Taxable,Gift Card\n".to_owned();
        for number in 0..many {
            writeln!(list, "p{number},Product {number},Size,S,P{number}-0,100,true,false").unwrap();
            writeln!(list, "p{number},,,M,P{number}-1,100,true,").unwrap();
            writeln!(list, "p{number},,,L,P{number}-2,100,true,").unwrap();
            if number == many / 2 {
                writeln!(list, "card,Gift card,Title,Default Title,,100,false,true").unwrap();
            }
        }
        let name = format!("kobling-products-{}-{engine:?}-{many}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("products.csv"), list).unwrap();
        world.store.handle().load_products(&folder, None).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
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

/// Pages cost the same however many there are. The gift card comes with none of them.
#[rstest]
#[tokio::test]
async fn products_are_imported_a_page_of_250_a_call(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let many = std::env::var("KOBLING_TEST_PRODUCTS").map_or(PRODUCTS, |text| text.parse().unwrap());
    let world = World::with_products(engine, many).await;
    let summary = world.sync_products().await;
    assert_eq!((summary.fetched, summary.created, summary.failed), (many, many, 0));
    let (calls, points) = world.calls();
    assert_eq!((summary.calls, summary.points), (calls, points));
    let pages = many.div_ceil(u64::from(PAGE));
    println!("products: {many} with three variants each on {engine:?}; {calls} calls, {points} points");
    assert_eq!((calls, points), (pages, pages * 277 + 10), "and how many there are is asked once");
    let of_ten_thousand = 10_000_u64.div_ceil(u64::from(PAGE));
    assert!(of_ten_thousand <= TEN_THOUSAND, "{of_ten_thousand} calls for ten thousand");
    assert_eq!(world.variants_staged().await, 3 * many);

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
