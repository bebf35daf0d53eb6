//! Orders that are not to be imported: as they are, or at all.

use access::{Action, Area, Principal};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;
use uuid::Uuid;

use super::chosen::chosen;
use super::entity::{ActiveModel, Column, Entity, Model};
use crate::orders::options::SetAside;
use crate::orders::set_aside::{no_longer_told, reason_of};
use crate::{Connector, Error};

/// Sets orders that wait aside: no run imports them, however they change, until someone takes them back.
///
/// # Errors
/// [`Error::Given`] when there is no reason; [`Error::Chosen`] when one of them does not wait any more.
pub async fn set_aside(connector: &Connector, by: &Principal, ids: &[Uuid], reason: &str) -> Result<u64, Error> {
    let reason = reason_of(reason)?;
    mark(connector, by, ids, SetAside::UntilTakenBack, &reason).await
}

/// Passes orders that wait over as they are: they are tried again once Shopify says something new of them. What BC
/// does when a row of the list is deleted.
///
/// # Errors
/// [`Error::Chosen`] when one of them does not wait any more.
pub async fn skip(connector: &Connector, by: &Principal, ids: &[Uuid]) -> Result<u64, Error> {
    mark(connector, by, ids, SetAside::UntilItChanges, "").await
}

/// Takes orders back that were set aside or passed over: the next run tries them.
///
/// # Errors
/// [`Error::Chosen`] when one of them does not wait any more.
pub async fn take_back(connector: &Connector, by: &Principal, ids: &[Uuid]) -> Result<u64, Error> {
    mark(connector, by, ids, SetAside::Blank, "").await
}

async fn mark(connector: &Connector, by: &Principal, ids: &[Uuid], how: SetAside, reason: &str) -> Result<u64, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let write = |tx| async move {
        let rows = chosen(&tx, ids).await?;
        put(&tx, &rows, how, reason).await?;
        let numbers: Vec<&str> = rows.iter().map(|row| row.order_number.as_str()).collect();
        let detail = json!({ "orders": numbers, "setAside": how.caption(), "reason": reason });
        connector.audit().record(&tx, by, "orders to import set aside", "", detail).await?;
        Ok(rows.len() as u64)
    };
    connector.db().write(write).await
}

/// Marks rows, and takes away what was told of them: nobody waits for what is set aside.
pub(super) async fn put(tx: &Tx, rows: &[Model], how: SetAside, reason: &str) -> Result<(), Error> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    tx.changed::<Entity>(&ids).await?;
    let marked = ActiveModel { set_aside: Set(how), set_aside_reason: Set(reason.to_owned()), ..Default::default() };
    Entity::update_many().set(marked).filter(Column::Id.is_in(ids)).exec(tx).await?;
    if how != SetAside::Blank {
        let told = rows.iter().filter(|row| row.has_error);
        no_longer_told(tx, told.map(|row| (&row.shop_code, row.shopify_order_id)).collect()).await?;
    }
    Ok(())
}
