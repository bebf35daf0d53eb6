use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::add::check_name;
use crate::mutate::part::{number, refuse_with};
use crate::mutate::user_error::UserError;
use crate::store::location::Location;
use crate::store::{State, Topic};

/// `LocationEditInput`: what is left out stays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct EditInput {
    pub address: AddressInput,
    pub name: Option<String>,
    pub fulfills_online_orders: Option<bool>,
}

/// `LocationEditAddressInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct AddressInput {
    pub address1: Option<String>,
    pub address2: Option<String>,
    pub city: Option<String>,
    pub country_code: Option<String>,
    pub phone: Option<String>,
    pub province_code: Option<String>,
    pub zip: Option<String>,
}

/// `locationEdit`: another name or address, or whether orders of the online store are sent from it.
pub(crate) fn location_edit(
    state: &mut State,
    id: &str,
    input: EditInput,
    now: DateTime<Utc>,
) -> Result<Location, Vec<UserError>> {
    let known = number(id, "Location").and_then(|id| state.location(id)).cloned();
    let Some(mut location) = known else { return refuse_with("NOT_FOUND", &["id"], "Location not found.") };
    if let Some(name) = input.name {
        check_name(state, &name, Some(location.id))?;
        location.name = name;
    }
    if let Some(online) = input.fulfills_online_orders {
        if location.service.is_some() {
            let message = "Can't change whether online orders are fulfilled at the location of a fulfillment service.";
            let code = "CANNOT_MODIFY_ONLINE_ORDER_FULFILLMENT_FOR_FS_LOCATION";
            return refuse_with(code, &["input", "fulfillsOnlineOrders"], message);
        }
        let others =
            state.locations.iter().any(|other| other.id != location.id && other.active && other.fulfills_online_orders);
        if !online && !others {
            let message = "At least one location must fulfill online orders.";
            let code = "CANNOT_DISABLE_ONLINE_ORDER_FULFILLMENT";
            return refuse_with(code, &["input", "fulfillsOnlineOrders"], message);
        }
        location.fulfills_online_orders = online;
    }
    let AddressInput { address1, address2, city, country_code, phone, province_code, zip } = input.address;
    location.address1 = address1.or(location.address1);
    location.address2 = address2.or(location.address2);
    location.city = city.or(location.city);
    location.country_code = country_code.unwrap_or(location.country_code);
    location.phone = phone.or(location.phone);
    location.province_code = province_code.or(location.province_code);
    location.zip = zip.or(location.zip);
    location.updated_at = now;
    put(state, location.clone());
    state.note(Topic::LocationsUpdate, location.id);
    Ok(location)
}

/// Puts the location where it was.
pub(super) fn put(state: &mut State, location: Location) {
    if let Some(known) = state.locations.iter_mut().find(|known| known.id == location.id) {
        *known = location;
    }
}
