use chrono::{DateTime, Utc};

use super::input::TrackingInput;
use crate::mutate::part::{owner, refuse};
use crate::mutate::user_error::UserError;
use crate::store::State;

/// `fulfillmentTrackingInfoUpdate`: another number, carrier or address of a parcel.
pub(crate) fn fulfillment_tracking_info_update(
    state: &mut State,
    id: &str,
    input: TrackingInput,
    now: DateTime<Utc>,
) -> Result<u64, Vec<UserError>> {
    let Some((mut order, id)) = owner(state, id, "Fulfillment") else {
        return refuse(&["fulfillmentId"], "Fulfillment does not exist.");
    };
    let Some(parcel) = order.fulfillments.iter_mut().find(|parcel| parcel.id == id) else {
        return refuse(&["fulfillmentId"], "Fulfillment does not exist.");
    };
    if parcel.cancelled {
        return refuse(&["fulfillmentId"], "Fulfillment has been cancelled.");
    }
    parcel.tracking = input.tracking();
    parcel.updated_at = now;
    state.put_changed_order(order, now);
    Ok(id)
}
