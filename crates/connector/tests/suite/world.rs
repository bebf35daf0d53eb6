//! The world of these tests: a company, its shop, a store, and a job queue.

use std::sync::Arc;
use std::time::Duration;

use access::{Principal, Vault};
use back_office::upkeep::{self, Upkeep};
use back_office::{accounts, customers, items, locations, number_series, sales, setup, vat};
use connector::orders::{self, CREATE_SALES_ORDERS, SYNC_ORDERS, staged, to_import};
use connector::{Connector, Sync, links, shops, skipped};
use database::testing::{TestDb, start};
use database::{Engine, Migrations, Read, search};
use devstore::{DEFAULT_DOMAIN, DEFAULT_TOKEN, Devstore};
use job_queue::{Filters, Queue, Registry, Summary, Worker, WorkerOptions, log};
use outbound::Http;
use runtime::{Clock, ManualClock, Random};
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};
use serde_json::Value;
use uuid::Uuid;
use values::Code;
use values::money::{Amount, Percent};

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
        let (clock, manual) = Clock::manual(start());
        let test = TestDb::new(engine, clock.clone(), migrations).await;
        let (random, store) = (Random::seeded(7), store::open(clock.clone()));
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

    async fn found(&self, currency: &str) {
        let new = &setup::NewCompany {
            name: "Fjord Outfitters AS".into(),
            currency_code: Code::cut(currency),
            time_zone: chrono_tz::Europe::Oslo,
        };
        let random = &self.random;
        let write = |tx| async move {
            setup::install(&tx, new, start(), random).await?;
            back_office::Result::<_>::Ok(())
        };
        self.test.db.write(write).await.unwrap();
        self.add_items(&[("1000", "HIGH"), ("2000", "HIGH"), ("3000", "ZERO")]).await;
        self.add_customer("kari@example.com").await;
    }

    pub async fn add_shop(&self, code: &str) {
        let new = shops::NewShop {
            code: code.into(),
            domain: DEFAULT_DOMAIN.into(),
            admin_url: None,
            credentials: DEFAULT_TOKEN.into(),
        };
        shops::add(&self.connector, &kari(), new).await.unwrap();
        shops::enable(&self.connector, &kari(), code).await.unwrap();
    }

    pub async fn add_items(&self, numbers: &[(&str, &str)]) {
        let new = |(number, vat_group): &(&str, &str)| items::NewItem {
            number: Code::cut(number),
            description: format!("Item {number}"),
            item_type: items::ItemType::Inventory,
            template_code: Code::blank(),
            gtin: String::new(),
            unit_price: 100.into(),
            price_includes_vat: Some(true),
            unit_of_measure_code: Code::cut("PCS"),
            vat_product_posting_group: Code::cut(vat_group),
        };
        let (all, random): (&Vec<items::NewItem>, _) = (&numbers.iter().map(new).collect(), &self.random);
        let write = |tx| async move { items::create_many(&tx, all, start(), random).await };
        self.test.db.write(write).await.unwrap();
    }

    pub async fn add_customer(&self, email: &str) -> Code<20> {
        let new = &customers::NewCustomer { name: "Kari Nordmann".into(), email: email.into(), ..Default::default() };
        let random = &self.random;
        let write = |tx| async move {
            let template = customers::template::find(&tx, &Code::cut("DOMESTIC")).await?;
            customers::create(&tx, new, &template, start(), random).await
        };
        self.test.db.write(write).await.unwrap().number
    }

    /// A location of that code.
    pub async fn add_location(&self, code: &str) {
        let random = &self.random;
        let write = |tx| async move {
            let location = locations::Model { id: random.id(start()), code: Code::cut(code), name: code.into() };
            locations::Entity::insert(location.into_active_model()).exec_without_returning(&tx).await?;
            back_office::Result::<_>::Ok(())
        };
        self.test.db.write(write).await.unwrap();
    }

    /// A VAT group of that many percent, with an account of that number in it.
    pub async fn add_vat(&self, group: &str, percent: i32, account: &str) {
        let random = &self.random;
        let write = |tx| async move {
            let setup = vat::Model {
                id: random.id(start()),
                business_group: Code::cut("DOMESTIC"),
                product_group: Code::cut(group),
                calculation_type: vat::Calculation::Normal,
                percent: Percent::from(percent),
                identifier: Code::cut(group),
                ..vat::Model::default()
            };
            vat::Entity::insert(setup.into_active_model()).exec_without_returning(&tx).await?;
            let account = accounts::Model {
                id: random.id(start()),
                number: Code::cut(account),
                name: format!("Account {account}"),
                account_type: accounts::AccountType::Posting,
                direct_posting: true,
                blocked: false,
                general_product_posting_group: Code::cut("RETAIL"),
                vat_product_posting_group: Code::cut(group),
                tax_group_code: Code::blank(),
            };
            accounts::Entity::insert(account.into_active_model()).exec_without_returning(&tx).await?;
            back_office::Result::<_>::Ok(())
        };
        self.test.db.write(write).await.unwrap();
    }

    /// Makes a record of a list that people keep.
    pub async fn keep<E: Upkeep>(&self, fields: &[(&str, &str)]) -> back_office::Result<E::Model> {
        let (given, random) = (&given::<E>(fields), &self.random);
        self.test.db.write(|tx| async move { upkeep::make::<E>(&tx, given, start(), random).await }).await
    }

    /// Changes the one record of a list for which this holds.
    pub async fn mend<E: Upkeep>(
        &self,
        which: impl Fn(&E::Model) -> bool,
        fields: &[(&str, &str)],
    ) -> back_office::Result<E::Model>
    where
        E::Model: Clone,
    {
        let record = &self.all::<E>().await.into_iter().find(|record| which(record)).unwrap();
        let given = &given::<E>(fields);
        self.test.db.write(|tx| async move { upkeep::change::<E>(&tx, record.clone(), given).await }).await
    }

    /// Takes the one record of a list away for which this holds.
    pub async fn remove<E: Upkeep>(&self, which: impl Fn(&E::Model) -> bool) -> back_office::Result<()>
    where
        E::Model: Clone + sea_orm::ModelTrait<Entity = E>,
    {
        let record = &self.all::<E>().await.into_iter().find(|record| which(record)).unwrap();
        self.test.db.write(|tx| async move { upkeep::remove::<E>(&tx, record.clone()).await }).await
    }

    /// The number series of sales orders ends with that number, or not at all.
    pub async fn end_order_numbers(&self, ending: &str) {
        let line = number_series::line::ActiveModel {
            ending_number: Set(Code::cut(ending)),
            open: Set(true),
            ..Default::default()
        };
        let update = &number_series::line::Entity::update_many()
            .set(line)
            .filter(number_series::line::Column::SeriesCode.eq("S-ORDER"));
        let write = |tx| async move { Ok::<_, back_office::Error>(update.clone().exec(&tx).await?) };
        assert_eq!(self.test.db.write(write).await.unwrap().rows_affected, 1);
    }

    pub async fn set(&self, fields: &[(&str, &str)]) {
        let fields: Vec<_> = fields.iter().map(|(field, value)| ((*field).into(), (*value).into())).collect();
        shops::set(&self.connector, &kari(), SHOP, &fields).await.unwrap();
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
        connector::sync(&self.connector, &self.queue, &kari(), &self.sync(object, filters)).await.unwrap();
        self.work().await;
        self.test.db.read(kept).await.unwrap();
        let query = log::Entity::find().order_by_desc(log::Column::EntryNumber);
        self.test.db.read(|r| async move { database::Result::<_>::Ok(query.one(&r).await?) }).await.unwrap().unwrap()
    }

    /// The log entries of all runs.
    pub async fn runs(&self) -> Vec<Uuid> {
        let all = log::Entity::find();
        let all = self.test.db.read(|r| async move { database::Result::<_>::Ok(all.all(&r).await?) }).await.unwrap();
        all.into_iter().map(|log| log.id).collect()
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

    pub async fn shop(&self) -> shops::Model {
        self.test.db.read(|r| async move { shops::find(&r, SHOP).await }).await.unwrap()
    }

    pub async fn staged(&self) -> Vec<staged::order::Model> {
        let query = staged::order::Entity::find().order_by_asc(staged::order::Column::ShopifyOrderNumber);
        self.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
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

    /// All rows of a table of this crate.
    pub async fn all<E: EntityTrait>(&self) -> Vec<E::Model>
    where
        E::Model: Send + std::marker::Sync,
    {
        let query = E::find();
        self.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
    }

    pub async fn waiting(&self) -> Vec<to_import::Model> {
        let query = to_import::Entity::find().order_by_asc(to_import::Column::OrderNumber);
        self.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
    }

    pub async fn skipped(&self) -> Vec<skipped::Model> {
        let query = skipped::Entity::find().order_by_asc(skipped::Column::DocumentName);
        self.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
    }

    pub async fn variants(&self) -> Vec<links::variant::Model> {
        let query = links::variant::Entity::find();
        self.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
    }

    pub async fn customers(&self) -> Vec<customers::Model> {
        let query = customers::Entity::find();
        self.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
    }

    pub async fn sales_orders(&self) -> Vec<sales::header::Model> {
        let query = sales::header::Entity::find().order_by_asc(sales::header::Column::SourceNumber);
        self.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
    }

    pub async fn sales_lines(&self, order: &sales::header::Model) -> Vec<sales::line::Model> {
        let query = sales::line::Entity::find()
            .filter(sales::line::Column::DocumentId.eq(order.id))
            .order_by_asc(sales::line::Column::LineNumber);
        self.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
    }
}

/// Values, by the names of the fields of a list.
fn given<E: Upkeep>(fields: &[(&str, &str)]) -> upkeep::Given {
    let value = |(name, text): &(&str, &str)| {
        let field = E::field(name).unwrap_or_else(|| panic!("there is no field {name}"));
        ((*name).to_owned(), values::field::Value::from_text(field.kind, text).unwrap())
    };
    fields.iter().map(value).collect()
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
