use chrono::{DateTime, Utc};

use super::create::send;
use crate::store::State;
use crate::store::fulfilment::{FulfillmentOrder, FulfillmentOrderLine, FulfillmentOrderStatus};
use crate::store::order::{Line, Order};

/// Assigns the pieces of the order that were added to its lines, as they were `before`, to the shop's location. What
/// came back or was cancelled since does not wait again.
pub(in crate::mutate) fn assign(state: &mut State, order: &mut Order, before: &[Line], now: DateTime<Utc>) {
    let known = |id: u64| before.iter().find(|line| line.id == id).map_or(0, |line| line.quantity);
    let added = order.lines.iter().map(|line| (line.id, line.quantity.saturating_sub(known(line.id))));
    let added: Vec<(u64, u32)> = added.filter(|(_, quantity)| *quantity > 0).collect();
    if !added.is_empty() {
        let location = state.shop.location_id;
        let fulfillment_order = wait(state, location, &added, now);
        order.fulfillment_orders.push(fulfillment_order);
    }
}

/// A new fulfilment order of these lines and quantities.
pub(super) fn wait(state: &mut State, location_id: u64, pieces: &[(u64, u32)], now: DateTime<Utc>) -> FulfillmentOrder {
    let id = state.ids.next();
    let lines = pieces
        .iter()
        .map(|(line_id, quantity)| FulfillmentOrderLine {
            id: state.ids.next(),
            line_id: *line_id,
            total: *quantity,
            remaining: *quantity,
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
    }
}

/// Puts everything that waits into parcels: the order was sent before it came here.
pub(in crate::mutate) fn send_everything(state: &mut State, order: &mut Order, now: DateTime<Utc>) {
    let waiting: Vec<_> = order
        .fulfillment_orders
        .iter()
        .flat_map(|other| other.lines.iter().map(|line| (other.id, line.id, line.remaining)))
        .collect();
    if !waiting.is_empty() {
        send(state, order, &waiting, Vec::new(), now);
    }
}

/// Takes pieces of a line out of what waits to be sent, as many as there are, the latest first.
pub(in crate::mutate) fn take_away(order: &mut Order, line: u64, mut quantity: u32, now: DateTime<Utc>) {
    for other in order.fulfillment_orders.iter_mut().rev().filter(|other| other.status.is_active()) {
        for waiting in other.lines.iter_mut().filter(|waiting| waiting.line_id == line) {
            let taken = quantity.min(waiting.remaining);
            waiting.remaining -= taken;
            waiting.total -= taken;
            quantity -= taken;
            if taken > 0 {
                other.updated_at = now;
            }
        }
        other.lines.retain(|waiting| waiting.total > 0);
        if other.remaining() == 0 {
            other.status = FulfillmentOrderStatus::Closed;
        }
    }
}
