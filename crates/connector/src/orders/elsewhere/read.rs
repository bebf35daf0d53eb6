use std::collections::HashMap;

use database::{Notice, Record, Tx};
use sea_orm::sea_query::{CaseStatement, Expr};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::entity::{Column, Entity};
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

/// Writes down that orders of these numbers have come from the store.
pub(crate) async fn came(tx: &Tx, store: &str, orders: &[&order::Model]) -> Result<(), Error> {
    if orders.is_empty() {
        return Ok(());
    }
    let keys: Vec<String> = orders.iter().map(|order| key(&order.shopify_order_number)).collect();
    let ids = keys.iter().zip(orders).fold(CaseStatement::new(), |case, (key, order)| {
        case.case(Column::OrderNumber.eq(key.as_str()), Expr::val(order.shopify_order_id))
    });
    Entity::update_many()
        .col_expr(Column::ShopifyOrderId, ids.into())
        .filter(Column::Store.eq(store))
        .filter(Column::OrderNumber.is_in(keys))
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
