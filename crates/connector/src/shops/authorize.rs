//! A person lets the app into a store, in the browser: sent there, and come back.

use access::{Action, Area, Principal};
use chrono::{DateTime, TimeDelta, Utc};
use database::Tx;
use sea_orm::{ConnectionTrait, EntityTrait};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use shopify::{Callback, Grant, Granted, authorize_address, request_token};
use uuid::Uuid;

use super::connect::put as put_credentials;
use super::credential::{self, Credentials};
use super::{Connection, Model, capability, connection, find};
use crate::{Connector, Error, webhooks};

/// Where people come back to, below the public address.
pub const PATH: &str = "/connect/shopify";

/// For so long a person may take in the store.
pub const BACK_WITHIN: TimeDelta = TimeDelta::minutes(15);
/// The purpose for which the vault seals what the browser keeps meanwhile.
const PURPOSE: &str = "shopify authorization";

/// Where the browser is sent.
#[derive(Clone, Debug)]
pub struct Authorization {
    /// The address in the store.
    pub address: String,
    /// What the browser keeps and brings back, sealed: by it is known who had sent it there.
    pub kept: SecretString,
}

/// What the browser keeps.
#[derive(Debug, Serialize, Deserialize)]
struct Sent {
    shop: Uuid,
    by: String,
    state: String,
    until: DateTime<Utc>,
}

/// Sends a person to the shop's store, to let the app in that the shop was given the client id and the client secret of.
/// Nothing is changed: what was connected stays so until the person comes back.
///
/// # Errors
/// [`Error::NoShop`], [`Error::OtherInstallation`], [`Error::NoPublicUrl`], [`Error::AdminUrl`], [`Error::NoApp`].
pub async fn authorize(connector: &Connector, by: &Principal, code: &str) -> Result<Authorization, Error> {
    by.require(Area::Shops, Action::Change)?;
    let back = connector.authorization_address().ok_or(Error::NoPublicUrl)?;
    let shop = connector.db().read(|r| async move { find(&r, code).await }).await?;
    let (client_id, _) = app(connector, &shop).await?;
    let until = connector.clock().now() + BACK_WITHIN;
    let state = format!("{:032x}", u128::from_be_bytes(connector.random().bytes()));
    let sent = Sent { shop: shop.id, by: by.user_name.clone(), state, until };
    let address = authorize_address(&shop.admin_url, &client_id, &capability::wanted(&shop), &back, &sent.state);
    let text = serde_json::to_string(&sent).map_err(|error| Error::Unwritable(error.to_string()))?;
    Ok(Authorization { address, kept: connector.vault().seal(PURPOSE, &text)?.into() })
}

/// Takes in a person who comes back from the store: with the code in the address a token is asked for, which takes the
/// place of what the shop was connected with. Gives the shop.
///
/// # Errors
/// [`Error::NotSentThere`], [`Error::NotFromTheStore`], and what the store says. Then nothing is changed.
pub async fn authorized(
    connector: &Connector,
    by: &Principal,
    kept: &SecretString,
    query: &str,
) -> Result<Model, Error> {
    by.require(Area::Shops, Action::Change)?;
    let now = connector.clock().now();
    let sent = opened(connector, kept).filter(|sent| sent.by == by.user_name && sent.until > now);
    let sent = sent.ok_or(Error::NotSentThere)?;
    let shop = connector.db().read(|r| async move { by_id(&r, sent.shop).await }).await?;
    let (client_id, client_secret) = app(connector, &shop).await?;
    let callback = Callback::read(query, &client_secret, now)?;
    if callback.state != sent.state || !callback.shop.eq_ignore_ascii_case(&shop.domain) {
        return Err(Error::NotSentThere);
    }
    let grant = Grant::Code { client_id: client_id.clone(), client_secret: client_secret.clone(), code: callback.code };
    let (http, clock, random) = (connector.http(), connector.clock(), connector.random());
    let granted = request_token(http, &shop.domain, &shop.admin_url, &grant, clock, random).await?;
    let credentials = match granted.refresh_token.clone() {
        Some(refresh_token) => Credentials::RefreshToken { client_id, client_secret, refresh_token },
        None => Credentials::AccessToken(granted.access_token.clone()),
    };
    let (credentials, granted) = (&credentials, &granted);
    let write = |tx| async move { put(connector, &tx, by, sent.shop, credentials, granted).await };
    let shop = connector.db().write(write).await?;
    webhooks::subscription::refresh(connector, &shop.domain).await?;
    Ok(shop)
}

/// The app whose client id and client secret the shop was given.
async fn app(connector: &Connector, shop: &Model) -> Result<(String, SecretString), Error> {
    shop.check_installation(connector.installation())?;
    connector.check_admin_url(shop)?;
    let id = shop.id;
    let read = |r| async move { Ok::<_, Error>(credential::Entity::find_by_id(id).one(&r).await?) };
    let row = connector.db().read(read).await?;
    let grant = match row {
        Some(row) => credential::grant(connector.vault(), row.kind, &row.sealed_secrets)?,
        None => None,
    };
    match grant {
        Some(
            Grant::ClientCredentials { client_id, client_secret } | Grant::Refresh { client_id, client_secret, .. },
        ) => Ok((client_id, client_secret)),
        _ => Err(Error::NoApp(shop.code.to_string())),
    }
}

/// What the browser brings back, if it is ours.
fn opened(connector: &Connector, kept: &SecretString) -> Option<Sent> {
    let text = connector.vault().open(PURPOSE, kept.expose_secret()).ok()?;
    serde_json::from_str(text.expose_secret()).ok()
}

async fn by_id(connection: &impl ConnectionTrait, shop: Uuid) -> Result<Model, Error> {
    super::Entity::find_by_id(shop).one(connection).await?.ok_or(Error::NotSentThere)
}

async fn put(
    connector: &Connector,
    tx: &Tx,
    by: &Principal,
    shop: Uuid,
    credentials: &Credentials,
    granted: &Granted,
) -> Result<Model, Error> {
    let shop = put_credentials(connector, tx, by, by_id(tx, shop).await?, credentials).await?;
    credential::keep_token(tx, connector.vault(), shop.id, granted).await?;
    connection::mark(tx, shop.id, Connection::Connected, "").await?;
    capability::note(tx, shop.id, &granted.scopes).await?;
    by_id(tx, shop.id).await
}
