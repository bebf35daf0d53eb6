use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{adjustment, refund, refund_line, refund_shipping_line, return_line, returned};
use crate::Error;

/// A refund with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refunded {
    /// The refund.
    pub refund: refund::Model,
    /// Its lines, as Shopify tells them.
    pub lines: Vec<refund_line::Model>,
    /// Its refunds of shipping.
    pub shipping_lines: Vec<refund_shipping_line::Model>,
    /// By what it differs from its parts.
    pub adjustments: Vec<adjustment::Model>,
}

/// What was paid back of an order, and what came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Back {
    /// The refunds.
    pub refunds: Vec<Refunded>,
    /// The returns, each with its lines.
    pub returns: Vec<(returned::Model, Vec<return_line::Model>)>,
}

/// The headers of what was paid back of orders, and of what came back.
pub async fn read_back(
    connection: &impl ConnectionTrait,
    orders: &[Uuid],
) -> Result<(Vec<refund::Model>, Vec<returned::Model>), Error> {
    let of_orders = refund::Column::OrderId.is_in(orders.iter().copied());
    let refunds = refund::Entity::find().filter(of_orders).all(connection).await?;
    let of_orders = returned::Column::OrderId.is_in(orders.iter().copied());
    Ok((refunds, returned::Entity::find().filter(of_orders).all(connection).await?))
}

/// These refunds with what decides their documents: three statements, however many.
pub async fn read_refunds(
    connection: &impl ConnectionTrait,
    refunds: Vec<refund::Model>,
) -> Result<Vec<Refunded>, Error> {
    let ids: Vec<Uuid> = refunds.iter().map(|refund| refund.id).collect();
    let mut lines: HashMap<Uuid, Vec<refund_line::Model>> = HashMap::with_capacity(refunds.len());
    let mut shipping: HashMap<Uuid, Vec<refund_shipping_line::Model>> = HashMap::new();
    let mut adjustments: HashMap<Uuid, Vec<adjustment::Model>> = HashMap::new();
    if !ids.is_empty() {
        // What the buyer gets instead has negative ids, and stands behind what came back.
        let of_refunds = refund_line::Column::RefundId.is_in(ids.iter().copied());
        let found = refund_line::Entity::find().filter(of_refunds).order_by_asc(refund_line::Column::ExchangeItem);
        let found = found.order_by_asc(refund_line::Column::RefundLineId).all(connection).await?;
        found.into_iter().for_each(|line| lines.entry(line.refund_id).or_default().push(line));
        let of_refunds = refund_shipping_line::Column::RefundId.is_in(ids.iter().copied());
        let found = refund_shipping_line::Entity::find()
            .filter(of_refunds)
            .order_by_asc(refund_shipping_line::Column::RefundShippingLineId)
            .all(connection)
            .await?;
        found.into_iter().for_each(|line| shipping.entry(line.refund_id).or_default().push(line));
        let found = adjustment::Entity::find().filter(adjustment::Column::RefundId.is_in(ids)).all(connection).await?;
        found.into_iter().for_each(|one| adjustments.entry(one.refund_id).or_default().push(one));
    }
    let whole = |refund: refund::Model| Refunded {
        lines: lines.remove(&refund.id).unwrap_or_default(),
        shipping_lines: shipping.remove(&refund.id).unwrap_or_default(),
        adjustments: adjustments.remove(&refund.id).unwrap_or_default(),
        refund,
    };
    Ok(refunds.into_iter().map(whole).collect())
}
