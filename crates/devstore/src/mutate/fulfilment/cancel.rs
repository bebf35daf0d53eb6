use chrono::{DateTime, Utc};

use super::assign::wait;
use crate::mutate::part::{owner, refuse};
use crate::mutate::user_error::UserError;
use crate::store::State;

/// `fulfillmentCancel`: the parcel was not sent after all. Its pieces wait in a new fulfilment order.
pub(crate) fn fulfillment_cancel(state: &mut State, id: &str, now: DateTime<Utc>) -> Result<u64, Vec<UserError>> {
    let Some((mut order, id)) = owner(state, id, "Fulfillment") else {
        return refuse(&["id"], "Fulfillment not found.");
    };
    let parcels = &order.fulfillments;
    let Some(parcel) = parcels.iter().find(|parcel| parcel.id == id) else {
        return refuse(&["id"], "Fulfillment not found.");
    };
    if parcel.cancelled {
        return refuse(&["id"], "Fulfillment has already been cancelled.");
    }
    if parcel.lines.iter().any(|line| order.returning(line.id) > 0) {
        return refuse(&["id"], "Cannot cancel a fulfillment that has returns.");
    }
    // What was refunded after it was sent does not wait again.
    let pieces: Vec<(u64, u32)> = parcel
        .lines
        .iter()
        .filter_map(|sent| {
            let line = order.lines.iter().find(|line| line.id == sent.line_id)?;
            let others = order.fulfilled(line.id) - sent.quantity + order.unfulfilled(line.id);
            Some((line.id, sent.quantity.min(order.current_quantity(line).saturating_sub(others))))
        })
        .filter(|(_, quantity)| *quantity > 0)
        .collect();
    let location = parcel.location_id;
    for parcel in order.fulfillments.iter_mut().filter(|parcel| parcel.id == id) {
        parcel.cancelled = true;
        parcel.updated_at = now;
    }
    if !pieces.is_empty() {
        let waiting = wait(state, location, &pieces, now);
        order.fulfillment_orders.push(waiting);
    }
    state.put_changed_order(order, now);
    Ok(id)
}
