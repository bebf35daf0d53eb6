use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use futures::FutureExt;
use futures::future::BoxFuture;
use sea_orm::EntityTrait;
use secrecy::SecretString;
use shopify::Tokens;

use super::Entity;
use super::lease::{self, Held};
use super::renew::obtain;
use crate::shops::Model;
use crate::shops::connection::{self, Connection};
use crate::{Connector, Error};

/// The tokens of one shop, as its clients see them: those in the database, shared by all processes.
pub(crate) struct ShopTokens {
    connector: Connector,
    shop: Model,
    /// What was good when it was last looked for.
    held: Mutex<Option<Held>>,
}

impl ShopTokens {
    /// Those of a shop that was given credentials.
    ///
    /// # Errors
    /// [`Error::NoToken`] when it was not.
    pub(crate) async fn of(connector: &Connector, shop: &Model) -> Result<Self, Error> {
        let id = shop.id;
        let find = |r| async move { Ok::<_, Error>(Entity::find_by_id(id).one(&r).await?) };
        let row = connector.db().read(find).await?.ok_or_else(|| Error::NoToken(shop.code.to_string()))?;
        let (_, held) = lease::look(&row, connector.vault(), connector.clock().now(), None)?;
        Ok(Self { connector: connector.clone(), shop: shop.clone(), held: Mutex::new(held) })
    }

    fn held(&self) -> MutexGuard<'_, Option<Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn obtain(&self, refused: Option<&SecretString>) -> Result<Option<SecretString>, shopify::Error> {
        let held = obtain(&self.connector, &self.shop, refused).await.map_err(|error| self.told(error))?;
        self.held().clone_from(&held);
        Ok(held.map(|held| held.token))
    }

    async fn disconnect(&self, refused: &SecretString) -> Result<(), Error> {
        let (vault, id) = (self.connector.vault(), self.shop.id);
        let error = shopify::Error::NotConnected { store: self.shop.domain.clone() };
        let reason = &error.to_string();
        let write = |tx| async move {
            if lease::has(&tx, vault, id, refused).await? {
                connection::mark(&tx, id, Connection::NotConnected, reason).await?;
            }
            Ok(())
        };
        self.connector.db().write(write).await
    }

    fn told(&self, error: Error) -> shopify::Error {
        match error {
            Error::Shopify(error) => error,
            error => shopify::Error::NoToken {
                store: self.shop.domain.clone(),
                reason: error.to_string(),
                may_pass: matches!(error, Error::Database(_) | Error::TokenBusy(_)),
            },
        }
    }
}

impl Tokens for ShopTokens {
    fn valid(&self) -> BoxFuture<'_, Result<SecretString, shopify::Error>> {
        async move {
            let now = self.connector.clock().now();
            let held = self.held().clone().filter(|held| held.is_fresh(now));
            if let Some(held) = held {
                return Ok(held.token);
            }
            match self.obtain(None).await? {
                Some(token) => Ok(token),
                None => Err(self.told(Error::NoToken(self.shop.code.to_string()))),
            }
        }
        .boxed()
    }

    fn renewed<'a>(&'a self, refused: &'a SecretString) -> BoxFuture<'a, Result<Option<SecretString>, shopify::Error>> {
        self.obtain(Some(refused)).boxed()
    }

    fn give_up<'a>(&'a self, refused: &'a SecretString) -> BoxFuture<'a, ()> {
        async move {
            self.held().take();
            if let Err(error) = self.disconnect(refused).await {
                tracing::error!(shop = %self.shop.code, %error, "a shop is not connected, which can't be kept");
            }
        }
        .boxed()
    }
}

impl fmt::Debug for ShopTokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ShopTokens").field("shop", &self.shop.code).finish_non_exhaustive()
    }
}
