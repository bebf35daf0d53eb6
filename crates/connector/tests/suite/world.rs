//! The world of these tests: a company, its shop, a store, and a job queue.

mod company;
mod seen;
pub mod shelf;

use std::sync::Arc;
use std::time::Duration;

use access::{Principal, Vault};
use back_office::{sales, setup};
use connector::orders::{self, CREATE_SALES_ORDERS, SYNC_ORDERS, staged, to_import};
use connector::{Connector, Sync, shops};
use database::testing::{TestDb, start};
use database::{Engine, Migrations, Read, search};
use devstore::{DEFAULT_DOMAIN, DEFAULT_TOKEN, Devstore, StoreOptions};
use job_queue::{Filters, Queue, Registry, Summary, Worker, WorkerOptions, log};
use outbound::Http;
use runtime::{Clock, ManualClock, Random};
use rust_decimal::Decimal;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::Value;
use uuid::Uuid;
use values::money::Amount;

use crate::spoilt::Network;
use crate::store;

pub const SHOP: &str = "DEMO";
pub const INSTALLATION: Uuid = Uuid::from_u128(1);

pub fn migrations() -> Migrations {
    let parts = [access::migrations(), job_queue::migrations(), back_office::migrations(), connector::migrations()];
    parts.into_iter().flatten().collect()
}

pub struct World {
    pub test: TestDb,
    pub clock: ManualClock,
    pub store: Devstore,
    pub connector: Connector,
    pub queue: Queue,
    pub spoilt: Option<Network>,
    random: Random,
}

impl World {
    /// A company in kroner that sells 1000 and 2000 at 25 % and 3000 without tax, knows Kari, and has a shop whose documents
    /// stay open.
    pub async fn new(engine: Engine) -> Self {
        Self::in_currency(engine, "NOK").await
    }

    pub async fn in_currency(engine: Engine, currency: &str) -> Self {
        Self::with_network(engine, currency, |store, _| Http::in_process(store.router())).await
    }

    /// A company whose way to the store is made by `network`.
    pub async fn with_network(engine: Engine, currency: &str, network: impl FnOnce(&Devstore, &Clock) -> Http) -> Self {
        Self::beside(engine, currency, Vec::new(), network).await
    }

    /// A company whose store has others beside it.
    pub async fn beside(
        engine: Engine,
        currency: &str,
        others: Vec<StoreOptions>,
        network: impl FnOnce(&Devstore, &Clock) -> Http,
    ) -> Self {
        let (clock, manual) = Clock::manual(start());
        let test = TestDb::new(engine, clock.clone(), migrations).await;
        let (random, store) = (Random::seeded(7), store::open(clock.clone(), others));
        let http = network(&store, &clock);
        let vault = vault();
        let connector = Connector::new(test.db.clone(), vault, http, clock.clone(), random.clone(), INSTALLATION);
        let registry = Arc::new(connector::register(Registry::new(), &connector));
        let queue = Queue::new(test.db.clone(), registry, clock, random.clone());
        let world = Self { test, clock: manual, store, connector, queue, spoilt: None, random };
        world.found(currency).await;
        world.add_shop(SHOP).await;
        world.set(&[("shippingChargesAccount", setup::SHIPPING_ACCOUNT), ("autoReleaseOrders", "false")]).await;
        world.forget_calls();
        world
    }

    pub async fn add_shop(&self, code: &str) {
        self.add_shop_of(code, DEFAULT_DOMAIN, DEFAULT_TOKEN).await;
    }

    /// A shop of the store at this address, which the token opens.
    pub async fn add_shop_of(&self, code: &str, domain: &str, token: &str) {
        let new =
            shops::NewShop { code: code.into(), domain: domain.into(), admin_url: None, credentials: token.into() };
        shops::add(&self.connector, &kari(), new).await.unwrap();
        shops::enable(&self.connector, &kari(), code).await.unwrap();
    }

    pub async fn set(&self, fields: &[(&str, &str)]) {
        self.set_on(SHOP, fields).await;
    }

    /// Changes the card of another shop.
    pub async fn set_on(&self, shop: &str, fields: &[(&str, &str)]) {
        let fields: Vec<_> = fields.iter().map(|(field, value)| ((*field).into(), (*value).into())).collect();
        shops::set(&self.connector, &kari(), shop, &fields).await.unwrap();
    }

    /// Asks for a sync, as the shop's page does.
    pub fn sync(&self, object: i32, filters: Filters) -> Sync {
        Sync { shop: SHOP.into(), object, options: Value::Null, filters, time_zone: chrono_tz::Europe::Oslo }
    }

    /// Runs an object through the job queue and returns what it did.
    pub async fn run_with(&self, object: i32, filters: Filters) -> Summary {
        let log = self.log_of(object, filters).await;
        assert_eq!(log.error_message, "");
        log.summary().unwrap()
    }

    /// Runs an object through the job queue and returns its log entry.
    pub async fn log_of(&self, object: i32, filters: Filters) -> log::Model {
        self.log_on(SHOP, object, filters).await
    }

    /// The same for another shop.
    pub async fn log_on(&self, shop: &str, object: i32, filters: Filters) -> log::Model {
        let sync = Sync { shop: shop.into(), ..self.sync(object, filters) };
        connector::sync(&self.connector, &self.queue, &kari(), &sync).await.unwrap();
        self.work().await;
        self.test.db.read(kept).await.unwrap();
        let query = log::Entity::find().order_by_desc(log::Column::EntryNumber);
        self.test.db.read(|r| async move { database::Result::<_>::Ok(query.one(&r).await?) }).await.unwrap().unwrap()
    }

    /// The log entries of all runs.
    pub async fn runs(&self) -> Vec<Uuid> {
        self.all::<log::Entity>().await.into_iter().map(|log| log.id).collect()
    }

    pub async fn work(&self) {
        let options = WorkerOptions { name: "w".into(), ..WorkerOptions::default() };
        Worker::new(self.queue.clone(), options).work_until_idle().await.unwrap();
    }

    /// Lets time pass while `work` is done: 50 milliseconds for each time that the database answers, so that none passes
    /// while it is asked. After so many `looks` the work is given up, as if its process had been killed.
    pub async fn while_time_passes<F: Future>(&self, work: F, looks: Option<u64>) -> Option<F::Output> {
        let mut looked = 0;
        let is_enough = || {
            looked += 1;
            looks.is_some_and(|looks| looked > looks)
        };
        self.while_time_passes_until(is_enough, work).await
    }

    /// The same until it is enough, which is asked before each look.
    pub async fn while_time_passes_until<F: Future>(
        &self,
        mut is_enough: impl FnMut() -> bool,
        work: F,
    ) -> Option<F::Output> {
        tokio::pin!(work);
        while !is_enough() {
            tokio::select! {
                biased;
                output = &mut work => return Some(output),
                () = self.answered() => {}
            }
            self.clock.advance(Duration::from_millis(50));
        }
        None
    }

    /// Waits for one answer of the database, and until nobody else is answered any more: a worker that waits for the
    /// database must not be late for its lease because time went on.
    async fn answered(&self) {
        self.test.db.write(|tx| async move { shops::find(&tx, SHOP).await }).await.unwrap();
        while !self.test.db.is_idle() {
            tokio::task::yield_now().await;
        }
    }

    pub async fn sync_orders(&self) -> Summary {
        self.run_with(SYNC_ORDERS, Filters::new()).await
    }

    pub async fn create_sales_orders(&self) -> Summary {
        self.run_with(CREATE_SALES_ORDERS, Filters::new()).await
    }

    pub fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.connector.clock().now()
    }

    pub fn advance(&self, minutes: u64) {
        self.clock.advance(Duration::from_secs(60 * minutes));
    }

    pub fn forget_calls(&self) {
        self.store.handle().reset(&[devstore::Part::Journal]);
    }

    pub fn calls(&self) -> (u64, u64) {
        let summary = self.store.handle().summary();
        (summary.calls, summary.points)
    }

    /// How often the store was asked for an operation.
    pub fn calls_of(&self, operation: &str) -> u64 {
        self.store.handle().summary().by_operation.get(operation).map_or(0, |operation| operation.calls)
    }

    /// Takes away what is staged and what waits, as if no order had ever come.
    pub async fn forget_orders(&self) {
        let forget = |tx| async move {
            let orders = staged::order::Entity::find().all(&tx).await?;
            let ids: Vec<Uuid> = orders.iter().map(|order| order.id).collect();
            staged::delete(&tx, &ids).await?;
            to_import::Entity::delete_many().exec(&tx).await?;
            Ok::<_, connector::Error>(())
        };
        self.test.db.write(forget).await.unwrap();
        orders::first_sync::reset(&self.connector, &kari(), SHOP, None).await.unwrap();
    }
}

/// Whatever ran, searches find the orders and their documents by the texts that they have now.
async fn kept(read: Read) -> database::Result<()> {
    search::assert_kept::<staged::order::Entity>(&read).await;
    search::assert_kept::<sales::header::Entity>(&read).await;
    Ok(())
}

/// The vault of every process on the database.
pub fn vault() -> Vault {
    Vault::with_key([7; 32], Random::seeded(8))
}

pub fn kari() -> Principal {
    Principal { user_name: "KARI".into(), ..Principal::system() }
}

pub fn amount(text: &str) -> Amount {
    text.parse().unwrap()
}

pub fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}
