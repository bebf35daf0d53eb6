use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::mutate::address_input::AddressInput;
use crate::mutate::order_input::AttributeInput;
use crate::mutate::part::{order, refuse};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::order::Order;

/// `OrderInput` of `orderUpdate`. What is left out stays as it is.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct UpdateInput {
    pub custom_attributes: Option<Vec<AttributeInput>>,
    pub email: Option<String>,
    pub id: String,
    pub note: Option<String>,
    pub phone: Option<String>,
    pub po_number: Option<String>,
    pub shipping_address: Option<AddressInput>,
    pub tags: Option<Vec<String>>,
}

/// `orderUpdate`: what is written on an order. Its lines are changed by an edit.
pub(crate) fn order_update(
    state: &mut State,
    input: UpdateInput,
    now: DateTime<Utc>,
) -> Result<Arc<Order>, Vec<UserError>> {
    let Some(mut order) = order(state, &input.id) else { return refuse(&["id"], "Order does not exist") };
    if input.email.as_deref().is_some_and(|email| !email.is_empty() && !email.contains('@')) {
        return refuse(&["email"], "Email is invalid");
    }
    let filled = |text: String| Some(text).filter(|text| !text.trim().is_empty());
    if let Some(attributes) = input.custom_attributes {
        order.custom_attributes = attributes.into_iter().map(|attribute| (attribute.key, attribute.value)).collect();
    }
    if let Some(email) = input.email {
        order.email = filled(email);
    }
    if let Some(phone) = input.phone {
        order.phone = filled(phone);
    }
    if let Some(note) = input.note {
        order.note = filled(note);
    }
    if let Some(po_number) = input.po_number {
        order.po_number = filled(po_number);
    }
    if let Some(tags) = input.tags {
        order.tags = tags.into_iter().filter_map(filled).collect();
    }
    if let Some(address) = input.shipping_address {
        order.shipping_address = Some(address.into_address(state.ids.next()));
    }
    Ok(state.put_changed_order(order, now))
}
