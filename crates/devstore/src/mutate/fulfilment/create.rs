use chrono::{DateTime, Utc};

use super::found::sendable;
use super::input::{FulfillmentInput, TrackingInput};
use super::split::{leave_only, named};
use crate::mutate::part::refuse;
use crate::mutate::user_error::UserError;
use crate::store::fulfilment::{Fulfillment, FulfillmentLine, FulfillmentOrder, FulfillmentOrderStatus, Tracking};
use crate::store::order::Order;
use crate::store::{Remainder, State};

/// `fulfillmentCreate`: a parcel of what waits in fulfilment orders of one order, one location and one way of delivery.
/// What is left waits on, or in a new fulfilment order, as the store is set. `may_send` says what the token may send: what
/// services have, and what the shop has itself. Gives the id of the parcel.
pub(crate) fn fulfillment_create(
    state: &mut State,
    input: FulfillmentInput,
    may_send: impl Fn(bool) -> bool,
    now: DateTime<Utc>,
) -> Result<u64, Vec<UserError>> {
    let field = ["fulfillment"];
    let mut found: Option<Order> = None;
    let mut place: Option<(u64, bool)> = None;
    let mut pieces: Vec<(u64, u64, u32)> = Vec::new();
    for (number, given) in input.line_items_by_fulfillment_order.iter().enumerate() {
        let Some((owner, id)) = sendable(state, &given.fulfillment_order_id, &may_send) else {
            return refuse(&field, "Fulfillment order does not exist.");
        };
        if found.as_ref().is_some_and(|order| order.id != owner.id) {
            return refuse(&field, "All fulfillment orders must belong to the same order.");
        }
        let order = found.get_or_insert(owner);
        let Some(waiting) = order.fulfillment_order(id) else {
            return refuse(&field, "Fulfillment order does not exist.");
        };
        if place.is_some_and(|(location, _)| location != waiting.location_id) {
            return refuse(&field, "All fulfillment orders must be assigned to the same location.");
        }
        if place.is_some_and(|(_, ships)| ships != waiting.ships) {
            return refuse(&field, "All fulfillment orders must have the same delivery method type.");
        }
        place = Some((waiting.location_id, waiting.ships));
        if !waiting.actions(state.is_of_service(waiting.location_id)).contains(&"CREATE_FULFILLMENT") {
            let status = waiting.status.name().to_lowercase();
            return refuse(&field, format!("Fulfillment order {id} has an unfulfillable status= {status}."));
        }
        match named(&less(waiting, &pieces), given.fulfillment_order_line_items.as_deref()) {
            Ok(named) => pieces.extend(named.into_iter().map(|(line, quantity)| (id, line, quantity))),
            Err((line, message)) => {
                let (number, line) = (number.to_string(), line.to_string());
                let field = [
                    "fulfillment",
                    "lineItemsByFulfillmentOrder",
                    &number,
                    "fulfillmentOrderLineItems",
                    &line,
                    "quantity",
                ];
                return refuse(&field, message);
            }
        }
    }
    let Some(mut order) = found else {
        return refuse(&field, "Line items by fulfillment order can't be blank");
    };
    let tracking = input.tracking_info.map(TrackingInput::tracking).unwrap_or_default();
    let id = send(state, &mut order, &pieces, tracking, now);
    order.given_fulfillment_status = None;
    state.put_changed_order(order, now);
    Ok(id)
}

/// The fulfilment order without the pieces that are named already: it may be named more than once.
fn less(waiting: &FulfillmentOrder, pieces: &[(u64, u64, u32)]) -> FulfillmentOrder {
    let mut waiting = waiting.clone();
    for line in &mut waiting.lines {
        let same = pieces.iter().filter(|(owner, other, _)| *owner == waiting.id && *other == line.id);
        line.remaining = line.remaining.saturating_sub(same.map(|(.., quantity)| quantity).sum());
    }
    waiting
}

/// Puts pieces, each the id of a fulfilment order, of a line of it, and a quantity, into one parcel.
pub(super) fn send(
    state: &mut State,
    order: &mut Order,
    pieces: &[(u64, u64, u32)],
    tracking: Vec<Tracking>,
    now: DateTime<Utc>,
) -> u64 {
    let id = state.ids.next();
    let mut parcel = Fulfillment {
        id,
        name: format!("{}-F{}", order.name, order.fulfillments.len() + 1),
        location_id: state.shop.location_id,
        created_at: now,
        updated_at: now,
        cancelled: false,
        tracking,
        lines: Vec::new(),
        events: Vec::new(),
    };
    let anew = state.shop.remainder == Remainder::WaitsAnew;
    let mut left = Vec::new();
    for waiting in &mut order.fulfillment_orders {
        let of_it = pieces.iter().filter(|(owner, ..)| *owner == waiting.id);
        let taken: Vec<(u64, u32)> = of_it.map(|(_, line, quantity)| (*line, *quantity)).collect();
        if taken.is_empty() {
            continue;
        }
        parcel.location_id = waiting.location_id;
        if anew {
            left.extend(leave_only(state, waiting, &taken, now));
        }
        for line in &mut waiting.lines {
            let quantity: u32 = taken.iter().filter(|(id, _)| *id == line.id).map(|(_, quantity)| quantity).sum();
            if quantity > 0 {
                parcel.lines.push(FulfillmentLine {
                    id: state.ids.next(),
                    line_id: line.line_id,
                    fulfillment_order_id: waiting.id,
                    quantity,
                    claimed: line.claimed,
                });
                line.remaining -= quantity;
            }
        }
        waiting.updated_at = now;
        waiting.status = match waiting.remaining() {
            0 => FulfillmentOrderStatus::Closed,
            _ => FulfillmentOrderStatus::InProgress,
        };
    }
    order.fulfillment_orders.extend(left);
    order.fulfillments.push(parcel);
    id
}
