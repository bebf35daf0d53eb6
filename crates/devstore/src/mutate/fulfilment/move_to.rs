use chrono::{DateTime, Utc};

use super::found::sendable;
use super::input::PiecesInput;
use super::split::{leave_only, named, staying};
use crate::mutate::part::{number, refuse};
use crate::mutate::user_error::UserError;
use crate::store::fulfilment::{FulfillmentOrder, FulfillmentOrderStatus, RequestStatus};
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
    may_send: impl Fn(bool) -> bool,
    now: DateTime<Utc>,
) -> Result<Moved, Vec<UserError>> {
    let missing = || refuse(&["id"], "Fulfillment order does not exist.");
    let Some((mut order, id)) = sendable(state, id, may_send) else { return missing() };
    let location = number(location, "Location").filter(|location| state.has_active_location(*location));
    let Some(location) = location else {
        return refuse(&["newLocationId"], "Location not found.");
    };
    let Some(waiting) = order.fulfillment_order(id).cloned() else { return missing() };
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
    let moved = take_over(state, &mut order, waiting, &kept, location, now);
    state.put_changed_order(order, now);
    state.note(Topic::FulfillmentOrdersMoved, moved.moved);
    Ok(moved)
}

/// Everything that waits at a location is sent by another one from now on, whether that sold it before or not.
pub(in crate::mutate) fn move_everything(state: &mut State, from: u64, to: u64, now: DateTime<Utc>) {
    let waits = |waiting: &FulfillmentOrder| {
        waiting.location_id == from && waiting.status.is_active() && waiting.remaining() > 0
    };
    let orders = state.orders.values().filter(|order| order.fulfillment_orders.iter().any(waits));
    for mut order in orders.map(|order| Order::clone(order)).collect::<Vec<_>>() {
        let all: Vec<FulfillmentOrder> = order.fulfillment_orders.iter().filter(|one| waits(one)).cloned().collect();
        let mut moved = Vec::new();
        for waiting in all {
            let everything = staying(&waiting, &[]);
            moved.push(take_over(state, &mut order, waiting, &everything, to, now).moved);
        }
        state.put_changed_order(order, now);
        moved.into_iter().for_each(|id| state.note(Topic::FulfillmentOrdersMoved, id));
    }
}

/// Another location sends the named pieces of a fulfilment order. What was sent was sent from where it was, so that of
/// one that was begun the pieces move into a new one; else what stays is the new one.
fn take_over(
    state: &mut State,
    order: &mut Order,
    mut waiting: FulfillmentOrder,
    named: &[(u64, u32)],
    location: u64,
    now: DateTime<Utc>,
) -> Moved {
    let (original, old) = (waiting.id, waiting.location_id);
    let begun = order.sent_from(original);
    let stays = staying(&waiting, named);
    let rest = leave_only(state, &mut waiting, if begun { &stays } else { named }, now);
    let (mut moved, stayed) = match rest {
        Some(rest) if begun => (rest, Some(waiting)),
        rest => (waiting, rest),
    };
    moved.location_id = location;
    // Nobody has asked the new location for anything.
    moved.request = RequestStatus::Unsubmitted;
    if moved.status == FulfillmentOrderStatus::InProgress {
        moved.status = moved.unheld(false);
    }
    carry(state, order, &moved, (old, location), now);
    let rest = stayed.as_ref().filter(|stayed| stayed.remaining() > 0).map(|stayed| stayed.id);
    let moved_id = moved.id;
    for one in [Some(moved), stayed].into_iter().flatten() {
        put(order, one);
    }
    Moved { original, moved: moved_id, rest }
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

/// Puts a fulfilment order where it was, or behind the others.
fn put(order: &mut Order, waiting: FulfillmentOrder) {
    match order.fulfillment_orders.iter_mut().find(|known| known.id == waiting.id) {
        Some(known) => *known = waiting,
        None => order.fulfillment_orders.push(waiting),
    }
}
