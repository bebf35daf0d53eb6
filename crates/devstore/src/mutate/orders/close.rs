use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::mutate::part::{order, refuse};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::order::Order;

/// `orderClose`: there is nothing left to do with it.
pub(crate) fn order_close(state: &mut State, id: &str, now: DateTime<Utc>) -> Result<Arc<Order>, Vec<UserError>> {
    let Some(mut order) = order(state, id) else { return refuse(&["id"], "Order does not exist") };
    if order.closed_at.is_some() {
        return refuse(&["id"], "Order is already closed");
    }
    order.closed_at = Some(now);
    Ok(state.put_changed_order(order, now))
}

/// `orderOpen`: there is something left to do with it after all.
pub(crate) fn order_open(state: &mut State, id: &str, now: DateTime<Utc>) -> Result<Arc<Order>, Vec<UserError>> {
    let Some(mut order) = order(state, id) else { return refuse(&["id"], "Order does not exist") };
    if order.cancellation.is_some() {
        return refuse(&["id"], "Cancelled orders cannot be reopened");
    }
    if order.closed_at.is_none() {
        return refuse(&["id"], "Order is already open");
    }
    order.closed_at = None;
    Ok(state.put_changed_order(order, now))
}
