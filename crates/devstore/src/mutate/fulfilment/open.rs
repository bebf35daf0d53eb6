use crate::mutate::part::{owner, refuse};
use crate::mutate::user_error::UserError;
use crate::store::State;

/// `fulfillmentOrderOpen`: what was scheduled for later may be sent now. Nothing is, so that it is always refused.
pub(crate) fn fulfillment_order_open(state: &State, id: &str) -> Result<u64, Vec<UserError>> {
    match owner(state, id, "FulfillmentOrder") {
        Some(_) => refuse(&["id"], "Fulfillment order is not scheduled."),
        None => refuse(&["id"], "Fulfillment order does not exist."),
    }
}
