use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::mutate::part::{owner, refuse};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::fulfilment::ParcelEvent;

/// `FulfillmentEventInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct EventInput {
    pub fulfillment_id: String,
    pub status: String,
    pub message: Option<String>,
    pub happened_at: Option<DateTime<Utc>>,
    pub estimated_delivery_at: Option<DateTime<Utc>>,
    pub city: Option<String>,
    pub country: Option<String>,
    pub zip: Option<String>,
}

/// `fulfillmentEventCreate`: a parcel was seen on its way.
pub(crate) fn fulfillment_event_create(
    state: &mut State,
    input: EventInput,
    now: DateTime<Utc>,
) -> Result<ParcelEvent, Vec<UserError>> {
    let missing = || refuse(&["fulfillmentEvent", "fulfillmentId"], "Fulfillment does not exist.");
    let Some((mut order, id)) = owner(state, &input.fulfillment_id, "Fulfillment") else { return missing() };
    let Some(parcel) = order.fulfillments.iter_mut().find(|parcel| parcel.id == id) else { return missing() };
    if parcel.cancelled {
        return refuse(&["fulfillmentEvent", "fulfillmentId"], "Fulfillment has been cancelled.");
    }
    let event = ParcelEvent {
        id: state.ids.next(),
        status: input.status,
        message: input.message,
        happened_at: input.happened_at.unwrap_or(now),
        created_at: now,
        estimated_delivery_at: input.estimated_delivery_at,
        city: input.city,
        country: input.country,
        zip: input.zip,
    };
    parcel.events.push(event.clone());
    parcel.events.sort_by_key(|event| event.happened_at);
    parcel.updated_at = now;
    state.put_changed_order(order, now);
    Ok(event)
}
