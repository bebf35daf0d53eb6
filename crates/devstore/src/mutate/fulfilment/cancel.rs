use chrono::{DateTime, Utc};

use super::assign::{Pieces, wait};
use crate::mutate::part::{owner, refuse};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::fulfilment::{Fulfillment, FulfillmentOrderStatus};
use crate::store::order::Order;

/// `fulfillmentCancel`: the parcel was not sent after all. Its pieces wait where they waited, or in a new fulfilment
/// order when that one has been closed.
pub(crate) fn fulfillment_cancel(state: &mut State, id: &str, now: DateTime<Utc>) -> Result<u64, Vec<UserError>> {
    let Some((mut order, id)) = owner(state, id, "Fulfillment") else {
        return refuse(&["id"], "Fulfillment not found.");
    };
    let Some(parcel) = order.fulfillments.iter().find(|parcel| parcel.id == id).cloned() else {
        return refuse(&["id"], "Fulfillment not found.");
    };
    if parcel.cancelled {
        return refuse(&["id"], "Fulfillment has already been cancelled.");
    }
    if parcel.lines.iter().any(|line| order.returning(line.id) > 0) {
        return refuse(&["id"], "Cannot cancel a fulfillment that has returns.");
    }
    let back = back(&order, &parcel);
    for parcel in order.fulfillments.iter_mut().filter(|parcel| parcel.id == id) {
        parcel.cancelled = true;
        parcel.updated_at = now;
    }
    let mut anew = Vec::new();
    let ships = parcel.lines.first().and_then(|line| order.fulfillment_order(line.fulfillment_order_id));
    let ships = ships.is_none_or(|waiting| waiting.ships);
    for (origin, pieces) in back {
        let begun = order.sent_from(origin);
        let waiting = order.fulfillment_orders.iter_mut().find(|other| other.id == origin && other.status.is_active());
        let line = waiting.and_then(|waiting| {
            waiting.updated_at = now;
            if waiting.status == FulfillmentOrderStatus::InProgress {
                waiting.status = waiting.unheld(begun);
            }
            waiting.lines.iter_mut().find(|line| line.line_id == pieces.line_id)
        });
        match line {
            Some(line) => line.remaining += pieces.quantity,
            None => anew.push(pieces),
        }
    }
    if !anew.is_empty() {
        let waiting = wait(state, (parcel.location_id, ships), &anew, now);
        order.fulfillment_orders.push(waiting);
    }
    state.put_changed_order(order, now);
    Ok(id)
}

/// What waits again, and the fulfilment order that it was in: all that was not refunded since it was sent.
fn back(order: &Order, parcel: &Fulfillment) -> Vec<(u64, Pieces)> {
    let pieces = parcel.lines.iter().filter_map(|sent| {
        let line = order.lines.iter().find(|line| line.id == sent.line_id)?;
        let others = order.fulfilled(line.id) - sent.quantity + order.unfulfilled(line.id);
        let quantity = sent.quantity.min(order.current_quantity(line).saturating_sub(others));
        let pieces = Pieces { line_id: line.id, quantity, claimed: sent.claimed };
        (quantity > 0).then_some((sent.fulfillment_order_id, pieces))
    });
    pieces.collect()
}
