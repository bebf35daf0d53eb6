use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::create::send;
use crate::store::State;
use crate::store::fulfilment::{FulfillmentOrder, FulfillmentOrderLine, FulfillmentOrderStatus, RequestStatus};
use crate::store::level::QuantityName;
use crate::store::order::{Line, Order};

/// Pieces of a line that wait to be sent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pieces {
    pub line_id: u64,
    pub quantity: u32,
    /// Whether they were taken from what is to be sold.
    pub claimed: bool,
}

/// Assigns the pieces of the order that were added to its lines, as they were `before`, to the locations that send them;
/// with `claims` they are taken from what these have to sell. What came back or was cancelled since does not wait again.
pub(in crate::mutate) fn assign(
    state: &mut State,
    order: &mut Order,
    before: &[Line],
    claims: bool,
    now: DateTime<Utc>,
) {
    let known = |id: u64| before.iter().find(|line| line.id == id).map_or(0, |line| line.quantity);
    let added = order.lines.iter().map(|line| (line.id, line.quantity.saturating_sub(known(line.id))));
    let added: Vec<(u64, u32)> = added.filter(|(_, quantity)| *quantity > 0).collect();
    if added.is_empty() {
        return;
    }
    for route in state.route(order, &added) {
        let ships = |id: u64| order.lines.iter().any(|line| line.id == id && line.requires_shipping);
        let (shipped, rest): (Vec<_>, Vec<_>) = route.pieces.into_iter().partition(|(line, _)| ships(*line));
        for (ships, pieces) in [(true, shipped), (false, rest)] {
            if pieces.is_empty() {
                continue;
            }
            let taken = |(line_id, quantity): (u64, u32)| {
                let claimed = claims && claim(state, order, line_id, route.location, quantity, now);
                Pieces { line_id, quantity, claimed }
            };
            let pieces: Vec<Pieces> = pieces.into_iter().map(taken).collect();
            let fulfillment_order = wait(state, (route.location, ships), &pieces, now);
            order.fulfillment_orders.push(fulfillment_order);
        }
    }
}

/// Takes pieces from what a location has to sell. False for what has no stock that is kept.
fn claim(state: &mut State, order: &Order, line: u64, location: u64, quantity: u32, now: DateTime<Utc>) -> bool {
    let variant = order.lines.iter().find(|other| other.id == line).and_then(|line| line.variant_id);
    let tracked = variant.filter(|id| state.variant(*id).is_some_and(|(_, variant)| variant.tracked));
    let Some(variant) = tracked else { return false };
    state.change_level(variant, location, now, |level| level.add(QuantityName::Available, -i64::from(quantity), now));
    true
}

/// A new fulfilment order of these pieces, at a location, which are shipped or not.
pub(super) fn wait(
    state: &mut State,
    (location_id, ships): (u64, bool),
    pieces: &[Pieces],
    now: DateTime<Utc>,
) -> FulfillmentOrder {
    let id = state.ids.next();
    let lines = pieces
        .iter()
        .map(|pieces| FulfillmentOrderLine {
            id: state.ids.next(),
            line_id: pieces.line_id,
            total: pieces.quantity,
            remaining: pieces.quantity,
            claimed: pieces.claimed,
        })
        .collect();
    FulfillmentOrder {
        id,
        location_id,
        status: FulfillmentOrderStatus::Open,
        created_at: now,
        updated_at: now,
        lines,
        holds: Vec::new(),
        ships,
        request: RequestStatus::Unsubmitted,
        fulfill_at: None,
    }
}

/// Puts everything that waits into parcels, one of each location: the order was sent before it came here.
pub(in crate::mutate) fn send_everything(state: &mut State, order: &mut Order, now: DateTime<Utc>) {
    let mut parcels: BTreeMap<(u64, bool), Vec<_>> = BTreeMap::new();
    for waiting in &order.fulfillment_orders {
        let pieces = waiting.lines.iter().map(|line| (waiting.id, line.id, line.remaining));
        parcels.entry((waiting.location_id, waiting.ships)).or_default().extend(pieces);
    }
    for pieces in parcels.into_values() {
        send(state, order, &pieces, Vec::new(), now);
    }
}

/// Takes pieces of a line out of what waits to be sent, as many as there are, the latest first. Gives how many were
/// taken at which location.
pub(in crate::mutate) fn take_away(
    order: &mut Order,
    line: u64,
    mut quantity: u32,
    now: DateTime<Utc>,
) -> Vec<(u64, u32)> {
    let mut places = Vec::new();
    for other in order.fulfillment_orders.iter_mut().rev().filter(|other| other.status.is_active()) {
        for waiting in other.lines.iter_mut().filter(|waiting| waiting.line_id == line) {
            let taken = quantity.min(waiting.remaining);
            waiting.remaining -= taken;
            waiting.total -= taken;
            quantity -= taken;
            if taken > 0 {
                other.updated_at = now;
                places.push((other.location_id, taken));
            }
        }
        other.lines.retain(|waiting| waiting.total > 0);
        if other.remaining() == 0 {
            other.status = FulfillmentOrderStatus::Closed;
        }
    }
    places
}
