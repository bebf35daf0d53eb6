use chrono::{DateTime, Utc};

use super::input::{FulfillmentInput, TrackingInput};
use super::split::{leave_only, named};
use crate::mutate::part::{owner, refuse};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::fulfilment::{Fulfillment, FulfillmentLine, FulfillmentOrder, FulfillmentOrderStatus, Tracking};
use crate::store::order::Order;

/// `fulfillmentCreate`: a parcel of what waits in fulfilment orders of one order and one location. What is left waits
/// in a new fulfilment order. Gives the id of the parcel.
pub(crate) fn fulfillment_create(
    state: &mut State,
    input: FulfillmentInput,
    now: DateTime<Utc>,
) -> Result<u64, Vec<UserError>> {
    let field = ["fulfillment"];
    let mut found: Option<Order> = None;
    let mut location = None;
    let mut pieces: Vec<(u64, u64, u32)> = Vec::new();
    for (place, given) in input.line_items_by_fulfillment_order.iter().enumerate() {
        let Some((owner, id)) = owner(state, &given.fulfillment_order_id, "FulfillmentOrder") else {
            return refuse(&field, "Fulfillment order does not exist.");
        };
        if found.as_ref().is_some_and(|order| order.id != owner.id) {
            return refuse(&field, "All fulfillment orders must belong to the same order.");
        }
        let order = found.get_or_insert(owner);
        let Some(waiting) = order.fulfillment_order(id) else {
            return refuse(&field, "Fulfillment order does not exist.");
        };
        if location.is_some_and(|location| location != waiting.location_id) {
            return refuse(&field, "All fulfillment orders must be assigned to the same location.");
        }
        location = Some(waiting.location_id);
        if !waiting.status.actions().contains(&"CREATE_FULFILLMENT") {
            let status = waiting.status.name().to_lowercase();
            return refuse(&field, format!("Fulfillment order {id} has an unfulfillable status= {status}."));
        }
        match named(&less(waiting, &pieces), given.fulfillment_order_line_items.as_deref()) {
            Ok(named) => pieces.extend(named.into_iter().map(|(line, quantity)| (id, line, quantity))),
            Err((line, message)) => {
                let (place, line) = (place.to_string(), line.to_string());
                let field = [
                    "fulfillment",
                    "lineItemsByFulfillmentOrder",
                    &place,
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
    };
    let mut left = Vec::new();
    for waiting in &mut order.fulfillment_orders {
        let of_it = pieces.iter().filter(|(owner, ..)| *owner == waiting.id);
        let taken: Vec<(u64, u32)> = of_it.map(|(_, line, quantity)| (*line, *quantity)).collect();
        if taken.is_empty() {
            continue;
        }
        parcel.location_id = waiting.location_id;
        left.extend(leave_only(state, waiting, &taken, now));
        for line in &mut waiting.lines {
            parcel.lines.push(FulfillmentLine {
                id: state.ids.next(),
                line_id: line.line_id,
                fulfillment_order_id: waiting.id,
                quantity: line.remaining,
            });
            line.remaining = 0;
        }
        waiting.status = FulfillmentOrderStatus::Closed;
    }
    order.fulfillment_orders.extend(left);
    order.fulfillments.push(parcel);
    id
}
