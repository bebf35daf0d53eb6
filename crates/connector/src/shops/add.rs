use access::{Action, Area, Principal};
use database::Notice;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use secrecy::{ExposeSecret, SecretString};
use shopify::{AdminUrl, Domain};
use values::Code;

use super::entity::{Column, Entity, Model};
use super::{credential, find};
use crate::service::TOKENS;
use crate::{Connector, Error};

/// A shop that is to be added.
#[derive(Clone, Debug)]
pub struct NewShop {
    /// What people call it.
    pub code: String,
    /// The store's address, as `my-store.myshopify.com`.
    pub domain: String,
    /// Where the Admin API is reached, if not at the store's own address; a loopback address may be plain HTTP.
    pub admin_url: Option<String>,
    /// The store's access token.
    pub token: SecretString,
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
    let url = AdminUrl::parse(new.admin_url.as_deref(), &domain)?;
    let (now, id) = (connector.clock().now(), connector.random().id(connector.clock().now()));
    let shop = &Model::new(id, code, domain.to_string(), url.to_string());
    let sealed = &connector.vault().seal(TOKENS, new.token.expose_secret())?;
    let write = |tx| async move {
        let same = Entity::find().filter(Column::Code.eq(shop.code.clone())).one(&tx).await?;
        if same.is_some() {
            return Err(Error::ShopExists(shop.code.to_string()));
        }
        Entity::insert(shop.clone().into_active_model()).exec_without_returning(&tx).await?;
        keep_token(&tx, shop, sealed, now).await?;
        let detail = serde_json::json!({ "domain": shop.domain, "adminUrl": shop.admin_url });
        connector.audit().record(&tx, by, "shop added", shop.code.as_str(), detail).await?;
        tx.notify(Notice::new("shopifyShops", shop.id.to_string())).await?;
        Ok(())
    };
    connector.db().write(write).await?;
    Ok(shop.clone())
}

/// Gives a shop another access token, and another address of its Admin API if there is one.
///
/// # Errors
/// [`Error::NoShop`], [`Error::AdminUrl`].
pub async fn connect(
    connector: &Connector,
    by: &Principal,
    code: &str,
    token: SecretString,
    admin_url: Option<&str>,
) -> Result<Model, Error> {
    by.require(Area::Shops, Action::Change)?;
    let sealed = &connector.vault().seal(TOKENS, token.expose_secret())?;
    let now = connector.clock().now();
    let write = |tx| async move {
        let shop = find(&tx, code).await?;
        let url = match admin_url {
            Some(url) => AdminUrl::parse(Some(url), &Domain::parse(&shop.domain)?)?.to_string(),
            None => shop.admin_url.clone(),
        };
        keep_token(&tx, &shop, sealed, now).await?;
        let mut row = shop.into_active_model();
        row.admin_url = Set(url);
        let shop = row.update(&tx).await?;
        connector.audit().record(&tx, by, "shop connected", shop.code.as_str(), serde_json::json!({})).await?;
        tx.notify(Notice::new("shopifyShops", shop.id.to_string())).await?;
        Ok(shop)
    };
    connector.db().write(write).await
}

async fn keep_token(
    tx: &database::Tx,
    shop: &Model,
    sealed: &str,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<(), Error> {
    let row =
        credential::ActiveModel { shop_id: Set(shop.id), sealed_token: Set(sealed.to_owned()), updated_at: Set(now) };
    let again = OnConflict::column(credential::Column::ShopId)
        .update_columns([credential::Column::SealedToken, credential::Column::UpdatedAt])
        .to_owned();
    credential::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}
