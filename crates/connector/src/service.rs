use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use access::{Audit, Vault};
use database::Db;
use job_queue::{Context, Registry};
use outbound::Http;
use runtime::{Clock, Random};
use sea_orm::EntityTrait;
use secrecy::SecretString;
use shopify::{Budget, Client, Store};

use crate::Error;
use crate::calls::{Queue, ShopObserver};
use crate::orders::create_sales_orders::CreateSalesOrders;
use crate::orders::sync_orders::SyncOrders;
use crate::shops::{self, api_version, credential};

/// The purpose for which the vault seals the tokens of stores.
pub(crate) const TOKENS: &str = "shopify access token";

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
    /// One budget for each store: all its tasks share what Shopify allows.
    budgets: Mutex<HashMap<String, Arc<Budget>>>,
    /// The calls that wait to be written down.
    calls: Arc<Queue>,
}

impl Connector {
    /// A connector on one company's database.
    pub fn new(db: Db, vault: Vault, http: Http, clock: Clock, random: Random) -> Self {
        let audit = Audit::new(clock.clone());
        Self(Arc::new(Inner {
            db,
            vault,
            http,
            clock,
            random,
            audit,
            budgets: Mutex::default(),
            calls: Arc::default(),
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

    pub(crate) fn vault(&self) -> &Vault {
        &self.0.vault
    }

    pub(crate) fn audit(&self) -> &Audit {
        &self.0.audit
    }

    pub(crate) fn calls(&self) -> &Arc<Queue> {
        &self.0.calls
    }

    /// The same as [`Connector::client`] for a run of the job queue, which is named in the log of calls.
    ///
    /// # Errors
    /// As [`Connector::client`].
    pub async fn client_of(&self, cx: &Context, shop: &shops::Model) -> Result<Client, Error> {
        let observer = ShopObserver::new(self.calls(), shop, Some(cx.log_id()));
        Ok(self.client(shop).await?.observed(Arc::new(observer)))
    }

    /// A client for the shop's store, with the token that was given for it.
    ///
    /// # Errors
    /// [`Error::NoToken`] before one is given.
    pub async fn client(&self, shop: &shops::Model) -> Result<Client, Error> {
        let id = shop.id;
        let find = |r| async move { Ok::<_, Error>(credential::Entity::find_by_id(id).one(&r).await?) };
        let sealed = self.db().read(find).await?.ok_or_else(|| Error::NoToken(shop.code.to_string()))?;
        Ok(self.client_with(shop, self.vault().open(TOKENS, &sealed.sealed_token)?))
    }

    /// A client for the shop's store with a token that is not kept yet.
    pub(crate) fn client_with(&self, shop: &shops::Model, token: SecretString) -> Client {
        let store = Store::new(&shop.domain, &shop.admin_url, token);
        let budget = {
            let mut budgets = self.0.budgets.lock().unwrap_or_else(PoisonError::into_inner);
            budgets.entry(shop.domain.clone()).or_insert_with(|| Arc::new(Budget::new())).clone()
        };
        let client = Client::new(self.0.http.clone(), store, budget, self.0.clock.clone(), self.0.random.clone());
        let observer = ShopObserver::new(self.calls(), shop, None);
        client.of_version(api_version::asked(shop)).observed(Arc::new(observer))
    }
}

impl fmt::Debug for Connector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connector").field("db", &self.0.db).finish_non_exhaustive()
    }
}

/// Adds the connector's objects to what the job queue can run.
#[must_use]
pub fn register(registry: Registry, connector: &Connector) -> Registry {
    registry.with(SyncOrders::new(connector.clone())).with(CreateSalesOrders)
}
