use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use access::{Audit, Vault};
use back_office::{told, upkeep};
use database::Db;
use job_queue::{Context, Registry};
use outbound::{Http, Reach};
use runtime::{Clock, Random};
use shopify::{AdminHosts, AdminUrl, Budget, Client, Domain, Store};
use uuid::Uuid;

use crate::budget::DatabaseLedger;
use crate::calls::{Queue, ShopObserver};
use crate::catalogs::sync_catalog_prices::SyncCatalogPrices;
use crate::catalogs::sync_catalogs::SyncCatalogs;
use crate::companies::sync_companies::SyncCompanies;
use crate::customers::add_customers::AddCustomers;
use crate::customers::countries::SyncCountries;
use crate::customers::sync_customers::SyncCustomers;
use crate::disputes::sync_disputes::SyncDisputes;
use crate::orders::cancel_orders::CancelOrders;
use crate::orders::create_sales_orders::CreateSalesOrders;
use crate::orders::import_again::ImportOrdersAgain;
use crate::orders::mark_as_paid::MarkOrdersAsPaid;
use crate::orders::sync_orders::SyncOrders;
use crate::outbound_webhooks::{Told, ToldOfJobs};
use crate::payouts::suggest_payments::SuggestPayments;
use crate::payouts::sync_payouts::SyncPayouts;
use crate::products::add_items::AddItems;
use crate::products::images::SyncImages;
use crate::products::sync_products::SyncProducts;
use crate::shipments::SyncShipments;
use crate::shops::credential::ShopTokens;
use crate::shops::{self, api_version};
use crate::stock::sync_stock::SyncStock;
use crate::sync::SyncAll;
use crate::usage::Counter;
use crate::{Error, bulk, mappings, webhooks};

/// The connector: what its tasks and the shop card's actions stand on. Cheap to clone.
#[derive(Clone)]
pub struct Connector(Arc<Inner>);

struct Inner {
    db: Db,
    vault: Vault,
    http: Http,
    clock: Clock,
    random: Random,
    audit: Audit,
    installation: Uuid,
    /// One budget for each store: all its tasks share what Shopify allows, with those of other processes.
    budgets: Mutex<HashMap<String, Arc<Budget>>>,
    /// The address by which others reach this server, without a slash at its end.
    public_url: OnceLock<String>,
    /// The calls that wait to be written down.
    calls: Arc<Queue>,
    /// What was heard of bulk operations and is not yet written down.
    bulk_operations: Arc<bulk::Queue>,
    /// What calls have used that is not yet written down.
    usage: Arc<Counter>,
    /// Where outbound webhooks may go.
    reach: OnceLock<Reach>,
    /// Where access tokens may be sent beside their stores.
    admin_hosts: OnceLock<AdminHosts>,
}

impl Connector {
    /// A connector on one company's database. `installation` is kept outside of it: shops that are bound to another one
    /// are left alone.
    pub fn new(db: Db, vault: Vault, http: Http, clock: Clock, random: Random, installation: Uuid) -> Self {
        let audit = Audit::new(clock.clone());
        Self(Arc::new(Inner {
            db,
            vault,
            http,
            clock,
            random,
            audit,
            installation,
            budgets: Mutex::default(),
            calls: Arc::default(),
            bulk_operations: Arc::default(),
            usage: Arc::default(),
            public_url: OnceLock::new(),
            reach: OnceLock::new(),
            admin_hosts: OnceLock::new(),
        }))
    }

    /// The company's database.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The time.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Chance, for ids.
    pub fn random(&self) -> &Random {
        &self.0.random
    }

    /// Says by which address others reach this server, once: stores are asked to send their webhooks there, and people
    /// who let the app into a store come back there.
    pub fn serve_at(&self, public_url: &str) {
        if self.0.public_url.set(public_url.trim_end_matches('/').to_owned()).is_err() {
            tracing::debug!("the public address is known already");
        }
    }

    /// Lets outbound webhooks go to this machine, too: a program beside this one is to be told.
    pub fn tell_this_machine(&self) {
        self.0.reach.get_or_init(|| Reach::PublicAndThisMachine);
    }

    /// Where outbound webhooks may go.
    pub fn reach(&self) -> Reach {
        self.0.reach.get().copied().unwrap_or(Reach::Public)
    }

    /// Lets access tokens go to these hosts, too, beside those of their stores and this machine.
    pub fn enter_by(&self, hosts: impl IntoIterator<Item = String>) {
        if self.0.admin_hosts.set(AdminHosts::new(hosts)).is_err() {
            tracing::debug!("the hosts to which access tokens may go are known already");
        }
    }

    /// Where the Admin API of a store is reached; `given` by a person, or the store itself.
    ///
    /// # Errors
    /// [`Error::AdminUrl`] where its access token may not be sent.
    pub(crate) fn admin_url(&self, given: Option<&str>, store: &Domain) -> Result<AdminUrl, Error> {
        let none = AdminHosts::default();
        Ok(AdminUrl::parse(given, store, self.0.admin_hosts.get().unwrap_or(&none))?)
    }

    /// Whether the access token of a shop may be sent to where its card says, whoever has written that there.
    ///
    /// # Errors
    /// [`Error::AdminUrl`].
    pub(crate) fn check_admin_url(&self, shop: &shops::Model) -> Result<(), Error> {
        self.admin_url(Some(&shop.admin_url), &Domain::parse(&shop.domain)?).map(|_| ())
    }

    /// Where stores send their webhooks; none without a public address.
    pub(crate) fn webhook_address(&self) -> Option<String> {
        self.below(webhooks::PATH)
    }

    /// Where people come back to who let the app into a store; nowhere without a public address.
    pub(crate) fn authorization_address(&self) -> Option<String> {
        self.below(shops::authorize::PATH)
    }

    fn below(&self, path: &str) -> Option<String> {
        self.0.public_url.get().map(|url| format!("{url}{path}"))
    }

    pub(crate) fn vault(&self) -> &Vault {
        &self.0.vault
    }

    pub(crate) fn audit(&self) -> &Audit {
        &self.0.audit
    }

    pub(crate) fn http(&self) -> &Http {
        &self.0.http
    }

    pub(crate) fn calls(&self) -> &Arc<Queue> {
        &self.0.calls
    }

    pub(crate) fn bulk_operations(&self) -> &Arc<bulk::Queue> {
        &self.0.bulk_operations
    }

    pub(crate) fn usage(&self) -> &Arc<Counter> {
        &self.0.usage
    }

    /// The same as [`Connector::client`] for a run of the job queue, which is named in the log of calls and of what they use.
    ///
    /// # Errors
    /// As [`Connector::client`].
    pub async fn client_of(&self, cx: &Context, shop: &shops::Model) -> Result<Client, Error> {
        let observer = ShopObserver::new(self, shop, Some(cx));
        Ok(self.client(shop).await?.observed(Arc::new(observer)))
    }

    /// Which installation of the program this is.
    pub fn installation(&self) -> Uuid {
        self.0.installation
    }

    fn budget(&self, store: &str) -> Budget {
        let (db, clock, random) = (self.db().clone(), self.clock().clone(), self.random().clone());
        let ledger = DatabaseLedger::new(db, clock, random, store);
        Budget::shared(Arc::new(ledger), self.random())
    }

    /// A client for the shop's store, with its credentials.
    ///
    /// # Errors
    /// [`Error::OtherInstallation`], [`Error::Disconnected`], [`Error::AdminUrl`]: then nothing is asked of the store.
    pub async fn client(&self, shop: &shops::Model) -> Result<Client, Error> {
        shop.check_connection(self.installation())?;
        self.open(shop).await
    }

    /// The same for a shop of which it is not known whether it is connected.
    pub(crate) async fn open(&self, shop: &shops::Model) -> Result<Client, Error> {
        self.check_admin_url(shop)?;
        let tokens = ShopTokens::of(self, shop).await?;
        let store = Store::with_tokens(&shop.domain, &shop.admin_url, Arc::new(tokens));
        let budget = {
            let mut budgets = self.0.budgets.lock().unwrap_or_else(PoisonError::into_inner);
            budgets.entry(shop.domain.clone()).or_insert_with(|| Arc::new(self.budget(&shop.domain))).clone()
        };
        let client = Client::new(self.0.http.clone(), store, budget, self.0.clock.clone(), self.0.random.clone());
        let observer = ShopObserver::new(self, shop, None);
        Ok(client.of_version(api_version::asked(shop)).observed(Arc::new(observer)))
    }
}

impl fmt::Debug for Connector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connector").field("db", &self.0.db).finish_non_exhaustive()
    }
}

/// Adds the connector's objects to what the job queue can run, and tells the back office which of its records the connector
/// names.
#[must_use]
pub fn register(registry: Registry, connector: &Connector) -> Registry {
    upkeep::also_naming(mappings::naming());
    told::also_telling(Told);
    registry
        .telling(ToldOfJobs(connector.random().clone()))
        .with(SyncOrders::new(connector.clone()))
        .with(CreateSalesOrders)
        .with(MarkOrdersAsPaid::new(connector.clone()))
        .with(CancelOrders::new(connector.clone()))
        .with(ImportOrdersAgain::new(connector.clone()))
        .with(AddItems::new(connector.clone()))
        .with(SyncProducts::new(connector.clone()))
        .with(SyncCustomers::new(connector.clone()))
        .with(SyncCountries::new(connector.clone()))
        .with(AddCustomers::new(connector.clone()))
        .with(SyncCatalogs::new(connector.clone()))
        .with(SyncCatalogPrices::new(connector.clone()))
        .with(SyncImages::new(connector.clone()))
        .with(SyncStock::new(connector.clone()))
        .with(SyncShipments::new(connector.clone()))
        .with(SyncAll)
        .with(SyncCompanies::new(connector.clone()))
        .with(SyncDisputes::new(connector.clone()))
        .with(SyncPayouts::new(connector.clone()))
        .with(SuggestPayments)
}
