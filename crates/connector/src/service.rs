use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use access::{Audit, Vault};
use database::Db;
use job_queue::Registry;
use outbound::Http;
use runtime::{Clock, Random};
use sea_orm::EntityTrait;
use secrecy::SecretString;
use shopify::{Budget, Client, Store};

use crate::orders::create_sales_orders::CreateSalesOrders;
use crate::orders::sync_orders::SyncOrders;
use crate::shops::{self, credential};
use crate::{Error, webhooks};

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
    /// Where stores send webhooks, if they can reach this server.
    webhook_address: OnceLock<String>,
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
            webhook_address: OnceLock::new(),
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

    /// Says by which address others reach this server, once: stores are asked to send their webhooks there.
    pub fn serve_at(&self, public_url: &str) {
        let address = format!("{}{}", public_url.trim_end_matches('/'), webhooks::PATH);
        if self.0.webhook_address.set(address).is_err() {
            tracing::debug!("the public address is known already");
        }
    }

    /// Where stores send their webhooks; none without a public address.
    pub(crate) fn webhook_address(&self) -> Option<String> {
        self.0.webhook_address.get().cloned()
    }

    pub(crate) fn vault(&self) -> &Vault {
        &self.0.vault
    }

    pub(crate) fn audit(&self) -> &Audit {
        &self.0.audit
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
        Client::new(self.0.http.clone(), store, budget, self.0.clock.clone(), self.0.random.clone())
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
