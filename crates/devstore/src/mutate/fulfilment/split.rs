use chrono::{DateTime, Utc};

use super::assign::{Pieces, wait};
use super::input::PiecesInput;
use crate::mutate::part::number;
use crate::store::State;
use crate::store::fulfilment::{FulfillmentOrder, FulfillmentOrderStatus, Hold};

/// The lines of a fulfilment order that are named, and how many pieces of each; all that remains when none are.
///
/// # Errors
/// The place of the entry that is wrong, and why.
pub(super) fn named(
    fulfillment_order: &FulfillmentOrder,
    pieces: Option<&[PiecesInput]>,
) -> Result<Vec<(u64, u32)>, (usize, &'static str)> {
    let Some(pieces) = pieces.filter(|pieces| !pieces.is_empty()) else {
        let all = fulfillment_order.lines.iter().filter(|line| line.remaining > 0);
        return Ok(all.map(|line| (line.id, line.remaining)).collect());
    };
    let mut named: Vec<(u64, u32)> = Vec::new();
    for (place, piece) in pieces.iter().enumerate() {
        let id = number(&piece.id, "FulfillmentOrderLineItem");
        let Some(line) = fulfillment_order.lines.iter().find(|line| Some(line.id) == id) else {
            return Err((place, "Fulfillment order line item does not exist."));
        };
        if named.iter().any(|(other, _)| *other == line.id) {
            return Err((place, "Fulfillment order line items must be unique."));
        }
        match u32::try_from(piece.quantity) {
            Ok(quantity) if quantity > 0 && quantity <= line.remaining => named.push((line.id, quantity)),
            Ok(quantity) if quantity > 0 => {
                return Err((place, "Invalid fulfillment order line item quantity requested."));
            }
            _ => return Err((place, "Quantity must be greater than 0")),
        }
    }
    Ok(named)
}

/// What waits in a fulfilment order when the named pieces are taken out of it.
pub(super) fn staying(fulfillment_order: &FulfillmentOrder, named: &[(u64, u32)]) -> Vec<(u64, u32)> {
    let left = |id: u64, remaining: u32| remaining.saturating_sub(quantity_of(named, id));
    let lines = fulfillment_order.lines.iter().map(|line| (line.id, left(line.id, line.remaining)));
    lines.filter(|(_, quantity)| *quantity > 0).collect()
}

/// How many pieces of a line are named.
fn quantity_of(named: &[(u64, u32)], line: u64) -> u32 {
    named.iter().filter(|(id, _)| *id == line).map(|(_, quantity)| quantity).sum()
}

/// Takes everything but the named pieces out into a fulfilment order of its own, which is given back when there was
/// something. What was held is held there too, by holds of its own; nothing of it was sent. A fulfilment order that
/// nothing is left in is closed.
pub(super) fn leave_only(
    state: &mut State,
    fulfillment_order: &mut FulfillmentOrder,
    named: &[(u64, u32)],
    now: DateTime<Utc>,
) -> Option<FulfillmentOrder> {
    let mut rest = Vec::new();
    for line in &mut fulfillment_order.lines {
        let left = line.remaining.saturating_sub(quantity_of(named, line.id));
        if left > 0 {
            rest.push(Pieces { line_id: line.line_id, quantity: left, claimed: line.claimed });
            line.remaining -= left;
            line.total -= left;
        }
    }
    fulfillment_order.lines.retain(|line| line.total > 0);
    fulfillment_order.updated_at = now;
    if rest.is_empty() {
        return None;
    }
    let mut rest = wait(state, (fulfillment_order.location_id, fulfillment_order.ships), &rest, now);
    rest.request = fulfillment_order.request;
    rest.status = match fulfillment_order.status {
        FulfillmentOrderStatus::InProgress => rest.unheld(false),
        other => other,
    };
    rest.fulfill_at = fulfillment_order.fulfill_at;
    rest.holds = fulfillment_order.holds.iter().map(|hold| Hold { id: state.ids.next(), ..hold.clone() }).collect();
    if fulfillment_order.remaining() == 0 {
        fulfillment_order.status = FulfillmentOrderStatus::Closed;
        fulfillment_order.holds.clear();
    }
    Some(rest)
}
