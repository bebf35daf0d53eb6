use chrono::{DateTime, Utc};

use super::assign::{Pieces, wait};
use super::input::PiecesInput;
use super::split::{leave_only, named};
use crate::mutate::part::{number, owner, refuse};
use crate::mutate::user_error::UserError;
use crate::store::fulfilment::{FulfillmentOrder, FulfillmentOrderStatus};
use crate::store::level::QuantityName;
use crate::store::order::Order;
use crate::store::{State, Topic};

/// What `fulfillmentOrderMove` has made: the fulfilment order at its new location, and the one that stays.
pub(crate) struct Moved {
    pub original: u64,
    pub moved: u64,
    pub rest: Option<u64>,
}

/// `fulfillmentOrderMove`: another location sends it, or the pieces that are named; what the other does not sell stays.
pub(crate) fn fulfillment_order_move(
    state: &mut State,
    id: &str,
    location: &str,
    pieces: Option<&[PiecesInput]>,
    now: DateTime<Utc>,
) -> Result<Moved, Vec<UserError>> {
    let missing = || refuse(&["id"], "Fulfillment order does not exist.");
    let Some((mut order, id)) = owner(state, id, "FulfillmentOrder") else { return missing() };
    let location = number(location, "Location").filter(|location| state.has_active_location(*location));
    let Some(location) = location else {
        return refuse(&["newLocationId"], "Location not found.");
    };
    let Some(mut waiting) = order.fulfillment_order(id).cloned() else { return missing() };
    if !waiting.actions(state.is_of_service(waiting.location_id)).contains(&"MOVE") {
        return refuse(&["id"], "Fulfillment order cannot be moved in its current status.");
    }
    if waiting.location_id == location {
        let message = "Cannot move fulfillment order to the location it is already assigned to.";
        return refuse(&["newLocationId"], message);
    }
    let mut kept = named(&waiting, pieces)
        .or_else(|(place, message)| refuse(&["fulfillmentOrderLineItems", &place.to_string(), "quantity"], message))?;
    kept.retain(|(line, _)| is_sold_at(state, &order, &waiting, *line, location));
    if kept.is_empty() {
        let message = "Fulfillment order cannot be moved to a location that stocks none of its items.";
        return refuse(&["newLocationId"], message);
    }
    let old = waiting.location_id;
    let moved = if order.sent_from(id) {
        // What was sent was sent from where it was.
        let taken = take_out(&mut waiting, &kept, now);
        let mut moved = wait(state, (location, waiting.ships), &taken, now);
        moved.holds.clone_from(&waiting.holds);
        let moved_id = moved.id;
        carry(state, &order, &moved, (old, location), now);
        let rest = (waiting.remaining() > 0).then_some(waiting.id);
        put(&mut order, waiting);
        order.fulfillment_orders.push(moved);
        Moved { original: id, moved: moved_id, rest }
    } else {
        // What stays keeps the old location and takes a new id.
        let rest = leave_only(state, &mut waiting, &kept, now);
        waiting.location_id = location;
        carry(state, &order, &waiting, (old, location), now);
        let rest_id = rest.as_ref().map(|rest| rest.id);
        put(&mut order, waiting);
        order.fulfillment_orders.extend(rest);
        Moved { original: id, moved: id, rest: rest_id }
    };
    state.put_changed_order(order, now);
    state.note(Topic::FulfillmentOrdersMoved, moved.moved);
    Ok(moved)
}

/// Whether the location sells what the line of the fulfilment order is about; what is in no catalogue is sold by all.
fn is_sold_at(state: &State, order: &Order, waiting: &FulfillmentOrder, line: u64, location: u64) -> bool {
    let line_id = waiting.lines.iter().find(|other| other.id == line).map(|line| line.line_id);
    let line = order.lines.iter().find(|line| Some(line.id) == line_id);
    let Some((_, variant)) = line.and_then(|line| line.variant_id).and_then(|id| state.variant(id)) else {
        return true;
    };
    variant.stock.get(&location).is_some_and(|level| level.active)
}

/// Takes pieces out of a fulfilment order of which others were sent.
fn take_out(waiting: &mut FulfillmentOrder, named: &[(u64, u32)], now: DateTime<Utc>) -> Vec<Pieces> {
    let mut taken = Vec::new();
    for line in &mut waiting.lines {
        let quantity: u32 = named.iter().filter(|(id, _)| *id == line.id).map(|(_, quantity)| quantity).sum();
        if quantity > 0 {
            line.remaining -= quantity;
            line.total -= quantity;
            taken.push(Pieces { line_id: line.line_id, quantity, claimed: line.claimed });
        }
    }
    waiting.lines.retain(|line| line.total > 0);
    waiting.updated_at = now;
    if waiting.remaining() == 0 {
        waiting.status = FulfillmentOrderStatus::Closed;
    }
    taken
}

/// What was taken from the stock of the old location is taken from that of the new one.
fn carry(state: &mut State, order: &Order, moved: &FulfillmentOrder, (old, new): (u64, u64), now: DateTime<Utc>) {
    for pieces in moved.lines.iter().filter(|pieces| pieces.claimed) {
        let line = order.lines.iter().find(|line| line.id == pieces.line_id);
        let Some(variant) = line.and_then(|line| line.variant_id) else { continue };
        let quantity = i64::from(pieces.remaining);
        state.change_level(variant, old, now, |level| level.add(QuantityName::Available, quantity, now));
        state.change_level(variant, new, now, |level| level.add(QuantityName::Available, -quantity, now));
    }
}

fn put(order: &mut Order, waiting: FulfillmentOrder) {
    if let Some(known) = order.fulfillment_orders.iter_mut().find(|known| known.id == waiting.id) {
        *known = waiting;
    }
}
