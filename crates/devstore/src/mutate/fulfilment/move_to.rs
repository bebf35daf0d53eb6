use chrono::{DateTime, Utc};

use super::input::PiecesInput;
use super::split::{leave_only, named};
use crate::mutate::part::{number, owner, refuse};
use crate::mutate::user_error::UserError;
use crate::store::{State, Topic};

/// What `fulfillmentOrderMove` has made: the fulfilment order at its new location, and the one that stays.
pub(crate) struct Moved {
    pub moved: u64,
    pub rest: Option<u64>,
}

/// `fulfillmentOrderMove`: another location sends it, or the pieces that are named.
pub(crate) fn fulfillment_order_move(
    state: &mut State,
    id: &str,
    location: &str,
    pieces: Option<&[PiecesInput]>,
    now: DateTime<Utc>,
) -> Result<Moved, Vec<UserError>> {
    let Some((mut order, id)) = owner(state, id, "FulfillmentOrder") else {
        return refuse(&["id"], "Fulfillment order does not exist.");
    };
    let location = number(location, "Location").filter(|location| state.has_location(*location));
    let Some(location) = location else {
        return refuse(&["newLocationId"], "Location not found.");
    };
    let Some(waiting) = order.fulfillment_orders.iter_mut().find(|other| other.id == id) else {
        return refuse(&["id"], "Fulfillment order does not exist.");
    };
    if !waiting.status.actions().contains(&"MOVE") {
        return refuse(&["id"], "Fulfillment order cannot be moved in its current status.");
    }
    if waiting.location_id == location {
        let message = "Cannot move fulfillment order to the location it is already assigned to.";
        return refuse(&["newLocationId"], message);
    }
    let kept = named(waiting, pieces)
        .or_else(|(place, message)| refuse(&["fulfillmentOrderLineItems", &place.to_string(), "quantity"], message))?;
    // What stays keeps the old location and takes a new id.
    let rest = leave_only(state, waiting, &kept, now);
    waiting.location_id = location;
    let rest_id = rest.as_ref().map(|rest| rest.id);
    order.fulfillment_orders.extend(rest);
    state.put_changed_order(order, now);
    state.note(Topic::FulfillmentOrdersMoved, id);
    Ok(Moved { moved: id, rest: rest_id })
}
