use access::{Action, Area, Principal};
use database::{Notice, Tx};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use shopify::Domain;

use super::connection::Connection;
use super::credential::{self, Credentials};
use super::entity::Model;
use super::find::hold;
use crate::{Connector, Error, webhooks};

/// Gives a shop other credentials, and another address of its Admin API if there is one. Nothing is asked of the store:
/// [`super::test`] does that.
///
/// # Errors
/// [`Error::NoShop`], [`Error::AdminUrl`].
pub async fn connect(
    connector: &Connector,
    by: &Principal,
    code: &str,
    credentials: Credentials,
    admin_url: Option<&str>,
) -> Result<Model, Error> {
    by.require(Area::Shops, Action::Change)?;
    let credentials = &credentials;
    let write = |tx| async move {
        let shop = hold(&tx, code).await?;
        let url = match admin_url {
            Some(url) => connector.admin_url(Some(url), &Domain::parse(&shop.domain)?)?.to_string(),
            None => shop.admin_url.clone(),
        };
        put(connector, &tx, by, Model { admin_url: url, ..shop }, credentials).await
    };
    connector.db().write(write).await
}

/// Gives a shop other credentials. What its app may do is not known before it is asked again.
pub(super) async fn put(
    connector: &Connector,
    tx: &Tx,
    by: &Principal,
    shop: Model,
    credentials: &Credentials,
) -> Result<Model, Error> {
    credential::keep(tx, connector.vault(), shop.id, credentials, connector.clock().now()).await?;
    webhooks::keep_secret_of(connector, tx, shop.id, credentials).await?;
    let mut row = shop.clone().into_active_model();
    row.admin_url = Set(shop.admin_url);
    row.connection_type = Set(credentials.kind());
    if shop.connection != Connection::OtherInstallation {
        (row.connection, row.connection_message) = (Set(Connection::NotTested), Set(String::new()));
    }
    (row.granted_scopes, row.missing_scopes) = (Set(String::new()), Set(String::new()));
    let shop = row.update(tx).await?;
    let detail = serde_json::json!({ "connectionType": credentials.kind().caption() });
    connector.audit().record_about(tx, by, "shop connected", shop.about(), detail).await?;
    tx.notify(Notice::new("shopifyShops", shop.id.to_string())).await?;
    Ok(shop)
}
