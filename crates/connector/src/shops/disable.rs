use access::{Action, Area, Principal};
use database::{Notice, Tx};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, Set};

use super::entity::{Column, Entity, Model};
use super::find::hold;
use crate::{Connector, Error, webhooks};

/// Disables a shop: none of its tasks runs any more. Its records and its token stay. With the last card of a store its
/// webhooks end, too.
///
/// # Errors
/// [`Error::NoShop`]; a missing permission.
pub async fn disable(connector: &Connector, by: &Principal, code: &str) -> Result<Model, Error> {
    disable_where(connector, by, code, |_| Ok(())).await
}

/// The same for a card of which `may` says so, in the transaction that disables the shop.
///
/// # Errors
/// As [`disable`], and those of `may`.
pub async fn disable_where<E>(
    connector: &Connector,
    by: &Principal,
    code: &str,
    may: impl Fn(&Model) -> Result<(), E>,
) -> Result<Model, E>
where
    E: From<Error> + From<database::Error>,
{
    by.require(Area::Shops, Action::Change).map_err(Error::from)?;
    let may = &may;
    let write = |tx| async move {
        let shop = hold(&tx, code).await?;
        may(&shop)?;
        Ok::<_, E>(turn_off(connector, &tx, by, shop).await?)
    };
    let shop = connector.db().write(write).await?;
    let domain = shop.domain.as_str();
    let others = |r| async move {
        let enabled = Entity::find().filter(Column::Domain.eq(domain)).filter(Column::Enabled.eq(true));
        Ok::<_, Error>(enabled.count(&r).await?)
    };
    if connector.db().read(others).await? == 0 {
        webhooks::subscription::refresh(connector, domain).await?;
    }
    Ok(shop)
}

async fn turn_off(connector: &Connector, tx: &Tx, by: &Principal, shop: Model) -> Result<Model, Error> {
    let mut row = shop.into_active_model();
    row.enabled = Set(false);
    let shop = row.update(tx).await?;
    connector.audit().record_about(tx, by, "shop disabled", shop.about(), serde_json::json!({})).await?;
    tx.notify(Notice::new("shopifyShops", shop.id.to_string())).await?;
    Ok(shop)
}
