//! A company with its users, and a server before it.

use std::sync::Arc;

use access::{Access, NewUser, Permission, Principal, Vault};
use axum::Router;
use axum::http::Method;
use back_office::customers::{self, NewCustomer};
use back_office::posting;
use back_office::posting_jobs;
use back_office::sales::{self, Address, DocumentType, LineKind, NewDocument, NewLine, Source};
use back_office::setup::{self, NewCompany};
use chrono_tz::Europe::Oslo;
use connector::Connector;
use connector::skipped::{self, Skipped};
use database::testing::{TestDb, start};
use database::{Engine, Migrations, Tx};
use devstore::{DEFAULT_DOMAIN, DEFAULT_TOKEN, Devstore, Options};
use futures::future::BoxFuture;
use job_queue::{Queue, Registry, Worker, WorkerOptions};
use outbound::Http;
use runtime::{Clock, ManualClock, Random, Shutdown};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::{Value, json};
use server::{App, Error, Events, FirstStart};
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use crate::call::{Call, Reply};

/// A company, and tokens of three users of it.
pub struct World {
    _test: TestDb,
    pub app: App,
    pub router: Router,
    pub clock: ManualClock,
    pub administrator: String,
    pub user: String,
    pub viewer: String,
    _folder: tempfile::TempDir,
}

/// The tables of everything the server stands on.
fn migrations() -> Migrations {
    let parts = [access::migrations, job_queue::migrations, back_office::migrations, connector::migrations];
    parts.into_iter().flat_map(|part| part()).collect()
}

impl World {
    pub async fn new(engine: Engine) -> Self {
        Self::before(engine, |_| no_store()).await.with_users().await
    }

    /// A database that nobody has set up, and the code to do it with.
    pub async fn without_users(engine: Engine) -> Self {
        Self::before(engine, |_| no_store()).await
    }

    /// With a set-up company and the enabled shop SHOP, whose store has that many orders.
    pub async fn with_orders(engine: Engine, orders: usize) -> Self {
        Self::with_store(engine, orders).await.0
    }

    /// The same, with the store.
    pub async fn with_store(engine: Engine, orders: usize) -> (Self, Devstore) {
        Self::with_store_of(engine, |store| {
            store.handle().place_orders(orders, None).unwrap();
            Http::in_process(store.router())
        })
        .await
    }

    /// The same, of a store in which nothing is, to which something leads.
    pub async fn with_store_of(engine: Engine, lead: impl FnOnce(&Devstore) -> Http) -> (Self, Devstore) {
        let mut made = None;
        let place = |clock: &Clock| {
            let store = Devstore::new(Options::new(clock.clone(), Random::seeded(11))).unwrap();
            lead(made.insert(store))
        };
        let world = Self::before(engine, place).await.with_users().await;
        world.company().await;
        let new = json!({"code": "SHOP", "domain": DEFAULT_DOMAIN, "token": DEFAULT_TOKEN});
        let shop = world.call(Method::POST, "/api/v1/shopifyShops").body(new).send(&world.router).await.expect(201);
        let enable = format!("/api/v1/shopifyShops/{}/Kobling.enable", shop["id"].as_str().unwrap());
        world.call(Method::POST, enable).send(&world.router).await.expect(200);
        (world, made.unwrap())
    }

    async fn with_users(mut self) -> Self {
        self.administrator = token(&self.app, Permission::Administrator).await;
        self.user = token(&self.app, Permission::User).await;
        self.viewer = token(&self.app, Permission::Viewer).await;
        self
    }

    async fn before(engine: Engine, store: impl FnOnce(&Clock) -> Http) -> Self {
        let (clock, manual) = Clock::manual(start());
        let random = Random::seeded(7);
        let test = TestDb::new(engine, clock.clone(), migrations).await;
        let db = test.db.clone();
        let folder = tempfile::tempdir().unwrap();
        let vault = Vault::create(&folder.path().join("key")).unwrap();
        let access = Access::new(db.clone(), clock.clone(), random.clone(), vault.clone());
        let installation = uuid::Uuid::from_u128(1);
        let connector = Connector::new(db.clone(), vault, store(&clock), clock.clone(), random.clone(), installation);
        let registry = connector::register(Registry::new(), &connector);
        let registry = posting_jobs::register(registry, Some(connector::SOURCE_NUMBER));
        let queue = Queue::new(db.clone(), Arc::new(registry), clock.clone(), random.clone());
        let app = App {
            connector,
            queue,
            access,
            events: Events::new(db.clone(), clock.clone()),
            db,
            clock,
            zone: Oslo.into(),
            first_start: Some(FirstStart::new(&Random::seeded(8), Arc::new(demo_data))),
            random,
            public_url: None,
            metrics: server::Metrics::of_this_process(),
            shutdown: Shutdown::new(),
        };
        let router = server::router(app.clone());
        let (administrator, user, viewer) = Default::default();
        Self { _test: test, app, router, clock: manual, administrator, user, viewer, _folder: folder }
    }

    /// A token of a user with that permission set.
    pub async fn token_of(&self, permission: Permission) -> String {
        match permission {
            Permission::Administrator => self.administrator.clone(),
            Permission::User => self.user.clone(),
            Permission::Viewer => self.viewer.clone(),
            other => token(&self.app, other).await,
        }
    }

    /// A request by the administrator.
    pub fn call(&self, method: Method, path: impl Into<String>) -> Call {
        Call::new(method, path).token(&self.administrator)
    }

    /// What the administrator reads there.
    pub async fn read(&self, path: impl Into<String>) -> Reply {
        self.call(Method::GET, path).send(&self.router).await
    }

    /// Changes what is at that address below the API's, whatever version it has.
    pub async fn change(&self, method: Method, path: impl AsRef<str>, body: Value) -> Reply {
        let path = format!("/api/v1/{}", path.as_ref());
        self.call(method, path).header("if-match", "*").body(body).send(&self.router).await
    }

    /// Starts an object for the shop SHOP, in the background or at once as its card says.
    pub async fn sync(&self, body: Value) -> Reply {
        let shops = self.read("/api/v1/shopifyShops?$filter=code eq 'SHOP'").await.expect(200);
        let path = format!("/api/v1/shopifyShops/{}/Kobling.sync", shops["value"][0]["id"].as_str().unwrap());
        self.call(Method::POST, path).body(body).send(&self.router).await
    }

    /// Runs everything that is due.
    pub async fn work(&self) {
        Worker::new(self.app.queue.clone(), WorkerOptions::default()).work_until_idle().await.unwrap();
    }

    /// Writes down skipped records, numbered from 1.
    pub async fn skip_orders(&self, count: i64) {
        let skipped = (1..=count).map(|id| Skipped {
            shop_code: "SHOP".parse().unwrap(),
            kind: skipped::Kind::Order,
            shopify_id: id,
            document_name: format!("#{id}"),
            cause: "No item is 'Shirt'.".into(),
            remedy: "Create the item.".into(),
            retry_object_id: 30103,
        });
        let skipped: &Vec<Skipped> = &skipped.collect();
        let seen = &skipped::Seen { run: Uuid::nil(), at: self.app.clock.now(), random: &self.app.random };
        let write = |tx| async move { skipped::record(&tx, seen, skipped.clone()).await };
        self.app.db.write(write).await.unwrap();
    }

    /// The company's set-up.
    pub async fn company(&self) {
        let new = &NewCompany { name: "Nordlys AS".into(), currency_code: "NOK".parse().unwrap(), time_zone: Oslo };
        let (random, now) = (&self.app.random, self.app.clock.now());
        let write = |tx| async move { setup::install(&tx, new, now, random).await };
        self.app.db.write(write).await.unwrap();
    }

    /// A sales order of two lines that comes from the shop, 250.00 in all.
    pub async fn sales_order(&self, shopify_order_number: &str) {
        self.sales_document(DocumentType::Order, shopify_order_number).await;
    }

    /// The same as a document of that type.
    pub async fn sales_document(&self, document_type: DocumentType, shopify_order_number: &str) -> Uuid {
        let cx = &sales::Context { now: self.app.clock.now(), random: self.app.random.clone(), user: "TEST".into() };
        let write = |tx| async move {
            let template = customers::template::find(&tx, &"DOMESTIC".parse().unwrap()).await?;
            let new = NewCustomer { name: "Kari".into(), ..NewCustomer::default() };
            let customer = customers::create(&tx, &new, &template, cx.now, &cx.random).await?.number;
            let line = |text: &str, unit_price: i32| NewLine {
                kind: LineKind::Account,
                number: "3000".parse().unwrap(),
                variant_code: Code::blank(),
                description: Some(text.to_owned()),
                unit_of_measure_code: None,
                location_code: Code::blank(),
                quantity: 1.into(),
                unit_price: Some(unit_price.into()),
                line_discount_amount: Amount::ZERO,
                source_id: String::new(),
            };
            let source = Source {
                kind: "Shopify Order".into(),
                id: shopify_order_number.to_owned(),
                number: shopify_order_number.to_owned(),
            };
            let order = NewDocument {
                sell_to_customer: customer.clone(),
                bill_to_customer: customer,
                sell_to: Address::default(),
                bill_to: Address::default(),
                ship_to: Address::default(),
                email: String::new(),
                phone: String::new(),
                order_date: cx.now.date_naive(),
                document_date: cx.now.date_naive(),
                posting_date: None,
                vat_reporting_date: None,
                due_date: None,
                currency_code: Code::blank(),
                tax_area: None,
                prices_including_vat: true,
                external_document_number: String::new(),
                shipment_method_code: Code::blank(),
                payment_method_code: Code::blank(),
                payment_terms_code: Code::blank(),
                shipping_agent_code: Code::blank(),
                shipping_agent_service_code: Code::blank(),
                salesperson_code: Code::blank(),
                applies_to_document_number: Code::blank(),
                takes_back: None,
                work_description: String::new(),
                source: Some(source),
                number: None,
                lines: vec![line("Shirt", 200), line("Cap", 50)],
                invoice_discount: Amount::ZERO,
            };
            sales::create(&tx, &sales::Setup::read(&tx).await?, document_type, &order, cx).await
        };
        match self.app.db.write(write).await.unwrap() {
            sales::Outcome::Created(id, _) | sales::Outcome::AlreadyThere(id, _) => id,
        }
    }

    /// Posts a document, shipped and invoiced.
    pub async fn post(&self, id: Uuid) -> posting::Posted {
        let cx = &sales::Context { now: self.app.clock.now(), random: self.app.random.clone(), user: "TEST".into() };
        let request = &posting::Request::SHIP_AND_INVOICE;
        let write = |tx| async move { posting::post(&tx, &posting::Setup::read(&tx).await?, id, request, cx).await };
        self.app.db.write(write).await.unwrap()
    }

    /// A shop card, enabled.
    pub async fn shop(&self) -> Uuid {
        let id = self.app.random.id(self.app.clock.now());
        let domain = "devstore.myshopify.com".to_owned();
        let mut shop = connector::shops::Model::new(id, "SHOP".parse().unwrap(), domain, "http://127.0.0.1".into());
        shop.enabled = true;
        shop.installation_id = self.app.connector.installation();
        let shop = &shop;
        let write = |tx| async move {
            shop.clone().into_active_model().insert(&tx).await?;
            Ok::<_, Error>(())
        };
        self.app.db.write(write).await.unwrap();
        id
    }
}

/// One customer stands for all that the demo has.
fn demo_data(tx: Tx) -> BoxFuture<'static, back_office::Result<()>> {
    Box::pin(async move {
        let template = customers::template::find(&tx, &"DOMESTIC".parse().unwrap()).await?;
        let new = NewCustomer { name: "Kari".into(), ..NewCustomer::default() };
        customers::create(&tx, &new, &template, start(), &Random::seeded(8)).await?;
        Ok(())
    })
}

/// Whoever calls a store hears that the token is wrong.
fn no_store() -> Http {
    Http::in_process(tower::service_fn(|_| async {
        let answer = axum::http::Response::builder().status(401).body(axum::body::Body::empty());
        Ok::<_, std::convert::Infallible>(answer.unwrap())
    }))
}

async fn token(app: &App, permission: Permission) -> String {
    let access = &app.access;
    let write = |tx| async move {
        let system = Principal::system();
        let new = NewUser { user_name: permission.to_string(), full_name: String::new(), permission, password: None };
        let user = access.create_user(&tx, &system, new).await?;
        Ok::<_, Error>(access.create_token(&tx, &system, user.id, "tests", None).await?.text.expose().to_owned())
    };
    app.db.write(write).await.unwrap()
}
