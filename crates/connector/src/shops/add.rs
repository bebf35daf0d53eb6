use access::{Action, Area, Principal};
use database::Notice;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use shopify::Domain;
use values::Code;

use super::credential::{self, Credentials};
use super::entity::{Column, Entity, Model};
use crate::{Connector, Error, webhooks};

/// A shop that is to be added.
#[derive(Clone, Debug)]
pub struct NewShop {
    /// What people call it.
    pub code: String,
    /// The store's address, as `my-store.myshopify.com`.
    pub domain: String,
    /// Where the Admin API is reached, if not at the store's own address; a loopback address may be plain HTTP.
    pub admin_url: Option<String>,
    /// How its store is entered.
    pub credentials: Credentials,
}

/// Adds a shop card with BC's defaults. It is not enabled yet.
///
/// # Errors
/// [`Error::ShopExists`], [`Error::Code`], [`Error::Domain`], [`Error::AdminUrl`].
pub async fn add(connector: &Connector, by: &Principal, new: NewShop) -> Result<Model, Error> {
    by.require(Area::Shops, Action::Change)?;
    let code = Code::<20>::new(&new.code)?;
    if code.is_blank() {
        return Err(Error::NoCode);
    }
    let domain = Domain::parse(&new.domain)?;
    let url = connector.admin_url(new.admin_url.as_deref(), &domain)?;
    let (now, id) = (connector.clock().now(), connector.random().id(connector.clock().now()));
    let credentials = &new.credentials;
    let shop = &Model {
        connection_type: credentials.kind(),
        installation_id: connector.installation(),
        ..Model::new(id, code, domain.to_string(), url.to_string())
    };
    let write = |tx| async move {
        let same = Entity::find().filter(Column::Code.eq(shop.code.clone())).one(&tx).await?;
        if same.is_some() {
            return Err(Error::ShopExists(shop.code.to_string()));
        }
        Entity::insert(shop.clone().into_active_model()).exec_without_returning(&tx).await?;
        credential::keep(&tx, connector.vault(), shop.id, credentials, now).await?;
        webhooks::keep_secret_of(connector, &tx, shop.id, credentials).await?;
        let detail = serde_json::json!({ "domain": shop.domain, "adminUrl": shop.admin_url });
        connector.audit().record_about(&tx, by, "shop added", shop.about(), detail).await?;
        tx.notify(Notice::new("shopifyShops", shop.id.to_string())).await?;
        Ok(())
    };
    connector.db().write(write).await?;
    Ok(shop.clone())
}
