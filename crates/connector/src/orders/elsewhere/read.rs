use std::collections::HashMap;

use database::{Notice, Record, Tx};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};

use super::entity::{ActiveModel, Column, Entity};
use super::key;
use crate::Error;
use crate::orders::staged::order;

/// Why orders of these numbers become no documents, by what [`key`] makes of them.
pub(crate) async fn read<'a>(
    connection: &impl ConnectionTrait,
    store: &str,
    numbers: impl Iterator<Item = &'a str>,
) -> Result<HashMap<String, String>, Error> {
    let keys: Vec<String> = numbers.map(key).collect();
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let named = Entity::find().filter(Column::Store.eq(store)).filter(Column::OrderNumber.is_in(keys));
    Ok(named.all(connection).await?.into_iter().map(|row| (row.order_number, row.reason)).collect())
}

/// Writes down that an order of that number has come.
pub(crate) async fn came(tx: &Tx, order: &order::Model) -> Result<(), Error> {
    let known = ActiveModel { shopify_order_id: Set(order.shopify_order_id), ..Default::default() };
    Entity::update_many()
        .set(known)
        .filter(Column::Store.eq(order.store.as_str()))
        .filter(Column::OrderNumber.eq(key(&order.shopify_order_number)))
        .exec(tx)
        .await?;
    Ok(())
}

/// Forgets the numbers of orders that are taken back.
pub(crate) async fn forget(tx: &Tx, orders: &[order::Model]) -> Result<(), Error> {
    let mut of_stores: HashMap<&str, Vec<String>> = HashMap::new();
    orders.iter().for_each(|order| of_stores.entry(&order.store).or_default().push(key(&order.shopify_order_number)));
    for (store, keys) in of_stores {
        let named = Entity::delete_many().filter(Column::Store.eq(store)).filter(Column::OrderNumber.is_in(keys));
        named.exec(tx).await?;
    }
    tx.notify(Notice::new(Entity::NAME, "")).await?;
    Ok(())
}
