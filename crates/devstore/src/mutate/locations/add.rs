use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::mutate::part::refuse_with;
use crate::mutate::user_error::UserError;
use crate::store::location::Location;
use crate::store::{State, Topic};

/// `LocationAddInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct LocationInput {
    pub address: LocationAddressInput,
    pub name: String,
    pub fulfills_online_orders: Option<bool>,
}

/// `LocationAddAddressInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct LocationAddressInput {
    pub address1: Option<String>,
    pub address2: Option<String>,
    pub city: Option<String>,
    pub country_code: String,
    pub phone: Option<String>,
    pub province_code: Option<String>,
    pub zip: Option<String>,
}

/// The longest name.
const LONGEST: usize = 100;

/// `locationAdd`: a place to send from; names are unique.
pub(crate) fn location_add(
    state: &mut State,
    input: LocationInput,
    now: DateTime<Utc>,
) -> Result<Location, Vec<UserError>> {
    check_name(state, &input.name, None)?;
    let location = Location {
        name: input.name,
        address1: input.address.address1,
        address2: input.address.address2,
        city: input.address.city,
        zip: input.address.zip,
        province_code: input.address.province_code,
        phone: input.address.phone,
        fulfills_online_orders: input.fulfills_online_orders.unwrap_or(true),
        ..Location::bare(state.ids.next(), &input.address.country_code, now)
    };
    state.locations.push(location.clone());
    state.note(Topic::LocationsCreate, location.id);
    Ok(location)
}

/// What is wrong with the name of a location, the one with id `own` aside.
pub(super) fn check_name(state: &State, name: &str, own: Option<u64>) -> Result<(), Vec<UserError>> {
    if name.trim().is_empty() {
        return refuse_with("BLANK", &["input", "name"], "Add a location name");
    }
    if name.chars().count() > LONGEST {
        let message = format!("Use a shorter location name (up to {LONGEST} characters)");
        return refuse_with("TOO_LONG", &["input", "name"], message);
    }
    if state.locations.iter().any(|location| location.name == name && Some(location.id) != own) {
        return refuse_with("TAKEN", &["input", "name"], "You already have a location with this name");
    }
    Ok(())
}
