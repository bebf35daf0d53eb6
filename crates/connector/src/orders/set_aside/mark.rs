use access::{Action, Area, Principal};
use database::{Notice, Tx, search};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;

use super::{no_longer_told, reason_of};
use crate::orders::options::SetAside;
use crate::orders::staged::order::{ActiveModel, Column, Entity, Model};
use crate::orders::{chosen, elsewhere};
use crate::{Connector, Error};

/// Sets staged orders aside until someone takes them back: no document is made of them, they are skipped no longer, and
/// no cue counts them. Orders that have their document are passed over. Returns how many are set aside now.
///
/// # Errors
/// [`Error::Given`] when there is no reason; [`Error::Chosen`] when one of them is not there, or all have their document.
pub async fn set_aside(connector: &Connector, by: &Principal, ids: &[Uuid], reason: &str) -> Result<u64, Error> {
    let reason = &reason_of(reason)?;
    let write = |tx| async move {
        let orders: Vec<Model> = hold(&tx, ids).await?.into_iter().filter(|order| !order.processed).collect();
        if orders.is_empty() {
            return Err(Error::Chosen("these orders have their sales documents already".to_owned()));
        }
        put(&tx, &orders, SetAside::UntilTakenBack, reason).await?;
        told(connector, &tx, by, "orders set aside", &orders, reason).await
    };
    by.require(Area::Synchronization, Action::Run)?;
    connector.db().write(write).await
}

/// Takes staged orders back: the next run makes their documents. Those that are not set aside are passed over.
///
/// # Errors
/// [`Error::Chosen`] when one of them is not there, or none is set aside.
pub async fn take_back(connector: &Connector, by: &Principal, ids: &[Uuid]) -> Result<u64, Error> {
    let write = |tx| async move {
        let is_aside = |order: &Model| order.set_aside != SetAside::Blank;
        let orders: Vec<Model> = hold(&tx, ids).await?.into_iter().filter(is_aside).collect();
        if orders.is_empty() {
            return Err(Error::Chosen("none of these orders is set aside".to_owned()));
        }
        elsewhere::forget(&tx, &orders).await?;
        put(&tx, &orders, SetAside::Blank, "").await?;
        told(connector, &tx, by, "orders taken back", &orders, "").await
    };
    by.require(Area::Synchronization, Action::Run)?;
    connector.db().write(write).await
}

/// The orders of those ids, for this transaction alone: none becomes a document meanwhile.
async fn hold(tx: &Tx, ids: &[Uuid]) -> Result<Vec<Model>, Error> {
    let ids = chosen::ids(ids, chosen::ORDERS)?;
    let found = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).order_by_asc(Column::ShopifyOrderId);
    let orders = found.lock_exclusive().all(tx).await?;
    chosen::require_all(&ids, &orders)?;
    Ok(orders)
}

/// Marks orders, and takes away what was told of them: nobody waits for what is set aside.
pub(crate) async fn put(tx: &Tx, orders: &[Model], how: SetAside, reason: &str) -> Result<(), Error> {
    let ids: Vec<Uuid> = orders.iter().map(|order| order.id).collect();
    tx.changed::<Entity>(&ids).await?;
    let marked = ActiveModel { set_aside: Set(how), set_aside_reason: Set(reason.to_owned()), ..Default::default() };
    Entity::update_many().set(marked).filter(Column::Id.is_in(ids)).exec(tx).await?;
    let marked = |order: &Model| Model { set_aside: how, set_aside_reason: reason.to_owned(), ..order.clone() };
    search::keep::<Entity>(tx, &orders.iter().map(marked).collect::<Vec<_>>()).await?;
    if how != SetAside::Blank {
        let told = orders.iter().map(|order| (&order.shop_code, order.shopify_order_id)).collect();
        no_longer_told(tx, told).await?;
    }
    tx.notify(Notice::new("shopifyOrders", "")).await?;
    Ok(())
}

async fn told(
    connector: &Connector,
    tx: &Tx,
    by: &Principal,
    what: &'static str,
    orders: &[Model],
    reason: &str,
) -> Result<u64, Error> {
    let numbers: Vec<&str> = orders.iter().map(|order| order.shopify_order_number.as_str()).collect();
    let detail = json!({ "orders": numbers, "reason": reason });
    match orders {
        [order] => connector.audit().record_about(tx, by, what, order.about(), detail).await?,
        _ => connector.audit().record(tx, by, what, "", detail).await?,
    }
    Ok(orders.len() as u64)
}
