use std::collections::HashMap;

use access::{Action, Area, Principal};
use database::{Notice, Record, Tx, upsert_many};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use serde_json::json;

use super::entity::{Column, Entity, Model};
use super::key;
use crate::orders::options::SetAside;
use crate::orders::set_aside::{put, reason_of};
use crate::orders::staged::order;
use crate::{Connector, Error, shops};

/// As many numbers are taken at once.
pub const MOST: usize = 10_000;
/// As many are looked up in one statement.
const CHUNK: usize = 500;

/// What became of the numbers that someone has named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// Staged orders that become no documents now.
    pub marked: u64,
    /// The numbers of orders that are not here: they are kept, and such an order is marked when it comes.
    pub unknown: Vec<String>,
    /// The numbers of orders that have their sales documents here: they are left as they are.
    pub processed: Vec<String>,
}

/// Says of orders of a shop's store, by their numbers, that another system has processed them: none of them becomes a
/// document, neither those that are here nor those that come later.
///
/// # Errors
/// [`Error::NoShop`]; [`Error::Given`] when there is no reason, no number, or more than [`MOST`].
pub async fn mark(
    connector: &Connector,
    by: &Principal,
    shop: &str,
    numbers: &[String],
    reason: &str,
) -> Result<Marked, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let reason = &reason_of(reason)?;
    let named: HashMap<String, &str> = numbers.iter().map(|number| (key(number), number.trim())).collect();
    let named = &named;
    if named.is_empty() || named.len() > MOST || named.contains_key("") {
        let reason = format!("name 1 to {MOST} order numbers, as #1001, and no blank one; these are {}", numbers.len());
        return Err(Error::Given { name: "orderNumbers", reason });
    }
    let write = |tx| async move {
        let shop = shops::find(&tx, shop).await?;
        let found = find(&tx, &shop.domain, named).await?;
        let (processed, open): (Vec<_>, Vec<_>) = found.values().cloned().partition(|order| order.processed);
        keep(connector, &tx, by, &shop, named, &found, reason).await?;
        put(&tx, &open, SetAside::ProcessedElsewhere, reason).await?;
        let detail = json!({ "orders": named.len(), "marked": open.len(), "reason": reason });
        connector.audit().record_about(&tx, by, "orders processed elsewhere", shop.about(), detail).await?;
        let mut unknown: Vec<String> =
            named.iter().filter(|(key, _)| !found.contains_key(*key)).map(|(_, number)| (*number).to_owned()).collect();
        unknown.sort();
        let mut processed: Vec<String> = processed.into_iter().map(|order| order.shopify_order_number).collect();
        processed.sort();
        Ok(Marked { marked: open.len() as u64, unknown, processed })
    };
    connector.db().write(write).await
}

/// The staged orders of these numbers, by what [`key`] makes of them.
async fn find(tx: &Tx, store: &str, named: &HashMap<String, &str>) -> Result<HashMap<String, order::Model>, Error> {
    let written: Vec<String> =
        named.iter().flat_map(|(key, number)| [key.clone(), format!("#{key}"), (*number).to_owned()]).collect();
    let mut found = HashMap::new();
    for some in written.chunks(CHUNK) {
        let orders = order::Entity::find()
            .filter(order::Column::Store.eq(store))
            .filter(order::Column::ShopifyOrderNumber.is_in(some.iter().map(String::as_str)))
            .lock_exclusive()
            .all(tx)
            .await?;
        found.extend(orders.into_iter().map(|order| (key(&order.shopify_order_number), order)));
    }
    Ok(found)
}

/// Keeps the numbers, but those of orders that have their documents here.
async fn keep(
    connector: &Connector,
    tx: &Tx,
    by: &Principal,
    shop: &shops::Model,
    named: &HashMap<String, &str>,
    found: &HashMap<String, order::Model>,
    reason: &str,
) -> Result<(), Error> {
    let now = connector.clock().now();
    let open = named.keys().filter(|key| found.get(*key).is_none_or(|order| !order.processed));
    let row = |key: &String| Model {
        id: connector.random().id(now),
        store: shop.domain.clone(),
        order_number: key.clone(),
        reason: reason.to_owned(),
        shopify_order_id: found.get(key).map_or(0, |order| order.shopify_order_id),
        created_at: now,
        user_id: by.user_name.clone(),
    };
    let rows: Vec<_> = open.map(|key| row(key).into_active_model()).collect();
    let (key, update) = ([Column::Store, Column::OrderNumber], [Column::Reason, Column::ShopifyOrderId]);
    upsert_many(tx, rows, &key, &update).await?;
    tx.notify(Notice::new(Entity::NAME, "")).await?;
    Ok(())
}
