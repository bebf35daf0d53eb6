use chrono::{DateTime, Utc};

use super::found::sendable;
use crate::mutate::part::refuse;
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::fulfilment::FulfillmentOrderStatus;

/// `fulfillmentOrderOpen`: what was scheduled for later may be sent now.
pub(crate) fn fulfillment_order_open(
    state: &mut State,
    id: &str,
    may_send: impl Fn(bool) -> bool,
    now: DateTime<Utc>,
) -> Result<u64, Vec<UserError>> {
    let missing = || refuse(&["id"], "Fulfillment order does not exist.");
    let Some((mut order, id)) = sendable(state, id, may_send) else { return missing() };
    let Some(waiting) = order.fulfillment_orders.iter_mut().find(|other| other.id == id) else { return missing() };
    if waiting.status != FulfillmentOrderStatus::Scheduled {
        return refuse(&["id"], "Fulfillment order is not scheduled.");
    }
    waiting.status = FulfillmentOrderStatus::Open;
    waiting.fulfill_at = Some(now);
    waiting.updated_at = now;
    state.put_changed_order(order, now);
    Ok(id)
}
