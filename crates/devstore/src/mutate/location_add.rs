use serde::Deserialize;

use super::part::refuse_with;
use super::user_error::UserError;
use crate::store::State;
use crate::store::location::Location;

/// `LocationAddInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LocationInput {
    pub address: LocationAddressInput,
    pub name: String,
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

/// `locationAdd`: a place to send from; names are unique.
pub(crate) fn location_add(state: &mut State, input: LocationInput) -> Result<Location, Vec<UserError>> {
    if input.name.trim().is_empty() {
        return refuse_with("BLANK", &["input", "name"], "Add a location name");
    }
    if state.locations.iter().any(|location| location.name == input.name) {
        return refuse_with("TAKEN", &["input", "name"], "You already have a location with this name");
    }
    let location = Location {
        id: state.ids.next(),
        name: input.name,
        address1: input.address.address1,
        address2: input.address.address2,
        city: input.address.city,
        zip: input.address.zip,
        province_code: input.address.province_code,
        country_code: input.address.country_code,
        phone: input.address.phone,
    };
    state.locations.push(location.clone());
    Ok(location)
}
