use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{Sale, additional_fee, line, order, shipping_charge, transaction};
use crate::Error;

/// What is staged of these orders of a store, by their ids in Shopify.
pub async fn read(
    connection: &impl ConnectionTrait,
    store: &str,
    shopify_ids: &[i64],
) -> Result<HashMap<i64, order::Model>, Error> {
    if shopify_ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = order::Entity::find()
        .filter(order::Column::Store.eq(store))
        .filter(order::Column::ShopifyOrderId.is_in(shopify_ids.iter().copied()))
        .all(connection)
        .await?;
    Ok(found.into_iter().map(|order| (order.shopify_order_id, order)).collect())
}

/// These orders with what decides their documents: four statements, however many orders.
pub async fn read_sales(connection: &impl ConnectionTrait, orders: Vec<order::Model>) -> Result<Vec<Sale>, Error> {
    let ids: Vec<Uuid> = orders.iter().map(|order| order.id).collect();
    let mut lines: HashMap<Uuid, Vec<line::Model>> = HashMap::with_capacity(orders.len());
    let mut charges: HashMap<Uuid, Vec<shipping_charge::Model>> = HashMap::new();
    let mut fees: HashMap<Uuid, Vec<additional_fee::Model>> = HashMap::new();
    let mut transactions: HashMap<Uuid, Vec<transaction::Model>> = HashMap::new();
    if !ids.is_empty() {
        let found = line::Entity::find()
            .filter(line::Column::OrderId.is_in(ids.iter().copied()))
            .order_by_asc(line::Column::LineId)
            .all(connection)
            .await?;
        found.into_iter().for_each(|line| lines.entry(line.order_id).or_default().push(line));
        let found = shipping_charge::Entity::find()
            .filter(shipping_charge::Column::OrderId.is_in(ids.iter().copied()))
            .order_by_asc(shipping_charge::Column::ShippingLineId)
            .all(connection)
            .await?;
        found.into_iter().for_each(|charge| charges.entry(charge.order_id).or_default().push(charge));
        let found = additional_fee::Entity::find()
            .filter(additional_fee::Column::OrderId.is_in(ids.iter().copied()))
            .order_by_asc(additional_fee::Column::AdditionalFeeId)
            .all(connection)
            .await?;
        found.into_iter().for_each(|fee| fees.entry(fee.order_id).or_default().push(fee));
        let found = transaction::Entity::find()
            .filter(transaction::Column::OrderId.is_in(ids))
            .order_by_asc(transaction::Column::TransactionId)
            .all(connection)
            .await?;
        found.into_iter().for_each(|row| transactions.entry(row.order_id).or_default().push(row));
    }
    let sale = |order: order::Model| Sale {
        lines: lines.remove(&order.id).unwrap_or_default(),
        shipping_charges: charges.remove(&order.id).unwrap_or_default(),
        additional_fees: fees.remove(&order.id).unwrap_or_default(),
        transactions: transactions.remove(&order.id).unwrap_or_default(),
        order,
    };
    Ok(orders.into_iter().map(sale).collect())
}
