use std::net::SocketAddr;
use std::sync::Arc;

use access::Vault;
use anyhow::{Context, Result};
use back_office::sales;
use back_office::setup::{NewCompany, SHIPPING_ACCOUNT};
use connector::shops::{self, NewShop};
use database::Db;
use devstore::{DEFAULT_DOMAIN, DEFAULT_TOKEN, Devstore, Limits, Options};
use runtime::{Clock, Random, Scope, Shutdown};
use tempfile::TempDir;
use values::Code;

use super::{Goods, SEED, SHOP, payments, sale, shelf};
use crate::assembly::{Program, migrations};
use crate::cli::{Administrator, set_up};
use crate::config::{Config, Place};
use crate::courier::Courier;
use crate::serve::{answer, bind};

/// What the shop card says: shipping is booked, customers and products come in, their SKUs are the numbers of items, and prices
/// go out with the tax in them; and to which accounts payouts are posted.
const SETTINGS: [(&str, &str); 10] = [
    ("shippingChargesAccount", SHIPPING_ACCOUNT),
    ("customerImportFromShopify", "All Customers"),
    ("syncItem", "From Shopify"),
    ("skuMapping", "Item No."),
    ("pricesIncludingVat", "true"),
    ("vatBusPostingGroup", "DOMESTIC"),
    ("payoutBankAccount", "MAIN"),
    ("paymentsClearingAccount", "1580"),
    ("paymentFeesAccount", "7780"),
    ("payoutAdjustmentsAccount", "7790"),
];

/// A company and its store, alive as long as this is.
pub struct World {
    /// The company.
    pub program: Program,
    /// Its first user.
    pub administrator: Administrator,
    /// The store.
    pub devstore: Devstore,
    /// Where the store is served.
    pub store_address: SocketAddr,
    _store: Scope,
    _folder: TempDir,
}

impl World {
    /// A shop with `orders` orders whose items and customers the back office knows.
    pub async fn new(orders: usize, shutdown: &Shutdown) -> Result<Self> {
        let clock = Clock::system();
        let folder = tempfile::Builder::new().prefix("kobling-demo-").tempdir().context("no temporary folder")?;
        let place = Place { data_dir: Some(folder.path().to_owned()), ..Place::default() };
        // The demo is reached at no address but its own, whatever the environment says of another company.
        let config = Config { public_url: None, ..Config::read(&place)? };
        let db = Db::migrate(config.database.clone(), clock.clone(), migrations).await?;
        let vault = Vault::create(&config.key_file)?;
        let company = NewCompany {
            name: "Fjellheim Friluft AS".to_owned(),
            currency_code: Code::cut("NOK"),
            time_zone: chrono_tz::Europe::Oslo,
        };
        let administrator = set_up(&db, vault.clone(), &clock, &company).await?;
        let program = Program::assemble(&config, db, vault, clock.clone())?;
        let (goods, now, random) = (&Goods::with(devstore::customers_for(orders))?, clock.now(), &program.random);
        let cx = &sales::Context { now, random: random.clone(), user: program.caller.user_name.clone() };
        let put = |tx| async move {
            goods.put(&tx, now, random).await?;
            sale::put(&tx, now, random).await?;
            shelf::put(&tx, cx).await
        };
        program.db.write(put).await?;

        let devstore = Devstore::new(Options::new(clock.clone(), Random::os()))?;
        devstore.seed(orders, SEED)?;
        let listener = bind(SocketAddr::from(([127, 0, 0, 1], 0))).await?;
        let store_address = listener.local_addr()?;
        let mut store = Scope::new();
        let handle = devstore.handle();
        handle.set_limits(Limits { loopback_webhooks: true, ..handle.limits() })?;
        handle.deliver_with(Arc::new(Courier::new()?));
        let ending = shutdown.clone();
        store.spawn(async move { handle.deliver_until(&ending).await });
        let (router, shutdown) = (devstore.router(), shutdown.clone());
        store.spawn(async move {
            if let Err(error) = answer(listener, router, &clock, &shutdown).await {
                tracing::error!(%error, "the demo's store ended");
            }
        });
        let world = Self { program, administrator, devstore, store_address, _store: store, _folder: folder };
        world.connect().await?;
        Ok(world)
    }

    async fn connect(&self) -> Result<()> {
        let (connector, caller) = (&self.program.connector, &self.program.caller);
        let shop = NewShop {
            code: SHOP.to_owned(),
            domain: DEFAULT_DOMAIN.to_owned(),
            admin_url: Some(format!("http://{}", self.store_address)),
            credentials: DEFAULT_TOKEN.into(),
        };
        shops::add(connector, caller, shop).await?;
        let settings = SETTINGS.map(|(field, value)| (field.to_owned(), value.to_owned()));
        shops::set(connector, caller, SHOP, &settings).await?;
        shops::enable(connector, caller, SHOP).await?;
        let (now, random) = (connector.clock().now(), &self.program.random);
        let tell = |tx| async move {
            shelf::tell(&tx, now, random).await?;
            payments::tell(&tx, now, random).await
        };
        self.program.db.write(tell).await
    }
}
