use database::{Tx, insert_many};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, QueryTrait};
use uuid::Uuid;

use super::{Back, adjustment, refund, refund_line, refund_shipping_line, return_line, returned};
use crate::Error;

/// Takes away what was paid back of orders, and what came back: one statement per table, however many orders.
pub async fn forget(tx: &Tx, orders: &[Uuid]) -> Result<(), Error> {
    if orders.is_empty() {
        return Ok(());
    }
    let ids = || orders.iter().copied();
    let refunds = refund::Entity::find().select_only().column(refund::Column::Id);
    let refunds = refunds.filter(refund::Column::OrderId.is_in(ids())).into_query();
    let returns = returned::Entity::find().select_only().column(returned::Column::Id);
    let returns = returns.filter(returned::Column::OrderId.is_in(ids())).into_query();
    let of_refunds = refund_line::Column::RefundId.in_subquery(refunds.clone());
    refund_line::Entity::delete_many().filter(of_refunds).exec(tx).await?;
    let of_refunds = refund_shipping_line::Column::RefundId.in_subquery(refunds.clone());
    refund_shipping_line::Entity::delete_many().filter(of_refunds).exec(tx).await?;
    adjustment::Entity::delete_many().filter(adjustment::Column::RefundId.in_subquery(refunds)).exec(tx).await?;
    return_line::Entity::delete_many().filter(return_line::Column::ReturnId.in_subquery(returns)).exec(tx).await?;
    refund::Entity::delete_many().filter(refund::Column::OrderId.is_in(ids())).exec(tx).await?;
    returned::Entity::delete_many().filter(returned::Column::OrderId.is_in(ids())).exec(tx).await?;
    Ok(())
}

/// Puts what Shopify says now in the place of what is staged of these orders.
pub async fn replace(tx: &Tx, orders: &[Uuid], all: Vec<Back>) -> Result<(), Error> {
    forget(tx, orders).await?;
    let (mut refunds, mut lines, mut shipping, mut adjustments) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut returns, mut return_lines) = (Vec::new(), Vec::new());
    for back in all {
        for one in back.refunds {
            refunds.push(one.refund.into_active_model());
            lines.extend(one.lines.into_iter().map(IntoActiveModel::into_active_model));
            shipping.extend(one.shipping_lines.into_iter().map(IntoActiveModel::into_active_model));
            adjustments.extend(one.adjustments.into_iter().map(IntoActiveModel::into_active_model));
        }
        for (returned, of_return) in back.returns {
            returns.push(returned.into_active_model());
            return_lines.extend(of_return.into_iter().map(IntoActiveModel::into_active_model));
        }
    }
    insert_many(tx, refunds).await?;
    insert_many(tx, lines).await?;
    insert_many(tx, shipping).await?;
    insert_many(tx, adjustments).await?;
    insert_many(tx, returns).await?;
    insert_many(tx, return_lines).await?;
    Ok(())
}
