use chrono::{DateTime, Utc};

use super::found::sendable;
use super::input::HoldInput;
use super::split::{leave_only, named};
use crate::mutate::part::{number, refuse_with};
use crate::mutate::user_error::UserError;
use crate::store::fulfilment::{FulfillmentOrderStatus, Hold};
use crate::store::{State, Topic};

/// The most holds that one fulfilment order has.
const MOST_HOLDS: usize = 10;

/// What `fulfillmentOrderHold` has made: the fulfilment order that is held, its hold, and the one with the rest.
pub(crate) struct Held {
    pub fulfillment_order: u64,
    pub hold: Hold,
    pub rest: Option<u64>,
}

/// `fulfillmentOrderHold`: what waits is not to be sent yet; some of it, when pieces are named.
pub(crate) fn fulfillment_order_hold(
    state: &mut State,
    id: &str,
    input: HoldInput,
    may_send: impl Fn(bool) -> bool,
    now: DateTime<Utc>,
) -> Result<Held, Vec<UserError>> {
    let missing = || refuse_with("FULFILLMENT_ORDER_NOT_FOUND", &["id"], "Fulfillment order not found.");
    let Some((mut order, id)) = sendable(state, id, may_send) else { return missing() };
    let Some(waiting) = order.fulfillment_orders.iter_mut().find(|other| other.id == id) else { return missing() };
    if !waiting.actions(state.is_of_service(waiting.location_id)).contains(&"HOLD") {
        return refuse_with("TAKEN", &["id"], "Fulfillment order is not in a holdable state.");
    }
    if waiting.holds.len() >= MOST_HOLDS {
        let message = "The maximum number of fulfillment holds for this fulfillment order has been reached.";
        return refuse_with("FULFILLMENT_ORDER_HOLD_LIMIT_REACHED", &["id"], message);
    }
    let handle = input.handle.filter(|handle| !handle.is_empty());
    if waiting.holds.iter().any(|hold| hold.handle == handle) {
        let message = "The handle provided for the fulfillment hold is already in use by this app for another hold \
                       on this fulfillment order.";
        return refuse_with("DUPLICATE_FULFILLMENT_HOLD_HANDLE", &["fulfillmentHold", "handle"], message);
    }
    let pieces = input.fulfillment_order_line_items.as_deref();
    let kept = named(waiting, pieces).or_else(|(place, message)| {
        let place = place.to_string();
        let field = ["fulfillmentHold", "fulfillmentOrderLineItems", &place, "quantity"];
        refuse_with("INVALID_LINE_ITEM_QUANTITY", &field, message)
    })?;
    if waiting.status == FulfillmentOrderStatus::OnHold && pieces.is_some_and(|pieces| !pieces.is_empty()) {
        let message = "The fulfillment order is not in a splittable state.";
        return refuse_with("FULFILLMENT_ORDER_NOT_SPLITTABLE", &["id"], message);
    }
    let rest = leave_only(state, waiting, &kept, now);
    let hold = Hold {
        id: state.ids.next(),
        reason: input.reason,
        notes: input.reason_notes,
        handle,
        external_id: input.external_id,
    };
    waiting.holds.push(hold.clone());
    waiting.status = FulfillmentOrderStatus::OnHold;
    let rest_id = rest.as_ref().map(|rest| rest.id);
    order.fulfillment_orders.extend(rest);
    state.put_changed_order(order, now);
    if rest_id.is_some() {
        state.note(Topic::FulfillmentOrdersSplit, id);
    }
    state.note(Topic::FulfillmentOrdersPlacedOnHold, id);
    Ok(Held { fulfillment_order: id, hold, rest: rest_id })
}

/// `fulfillmentOrderReleaseHold`: takes the named holds away, or all; without holds it may be sent again.
pub(crate) fn fulfillment_order_release_hold(
    state: &mut State,
    id: &str,
    holds: Option<&[String]>,
    external_id: Option<&str>,
    may_send: impl Fn(bool) -> bool,
    now: DateTime<Utc>,
) -> Result<u64, Vec<UserError>> {
    let missing = || refuse_with("FULFILLMENT_ORDER_NOT_FOUND", &["id"], "Fulfillment order not found.");
    let Some((mut order, id)) = sendable(state, id, may_send) else { return missing() };
    let begun = order.sent_from(id);
    let Some(waiting) = order.fulfillment_orders.iter_mut().find(|other| other.id == id) else { return missing() };
    if waiting.status != FulfillmentOrderStatus::OnHold {
        return refuse_with("INVALID_ACCESS", &["id"], "Fulfillment order is not on hold.");
    }
    let ids: Option<Vec<u64>> =
        holds.map(|holds| holds.iter().filter_map(|hold| number(hold, "FulfillmentHold")).collect());
    waiting.holds.retain(|hold| {
        let other_id = ids.as_ref().is_some_and(|ids| !ids.contains(&hold.id));
        let other_name = external_id.is_some() && hold.external_id.as_deref() != external_id;
        other_id || other_name
    });
    waiting.updated_at = now;
    if waiting.holds.is_empty() {
        waiting.status = waiting.unheld(begun);
        state.note(Topic::FulfillmentOrdersHoldReleased, id);
    }
    state.put_changed_order(order, now);
    Ok(id)
}
