use chrono::{DateTime, Utc};

use super::edit::put;
use crate::mutate::part::{number, refuse_with};
use crate::mutate::user_error::UserError;
use crate::store::location::Location;
use crate::store::{State, Topic};

/// `locationActivate`: goods are sent from it again. One that is active already stays so.
pub(crate) fn location_activate(state: &mut State, id: &str, now: DateTime<Utc>) -> Result<Location, Vec<UserError>> {
    let known = number(id, "Location").and_then(|id| state.location(id)).cloned();
    let Some(mut location) = known else {
        return refuse_with("LOCATION_NOT_FOUND", &["locationId"], "Location not found.");
    };
    let named = |other: &Location| other.active && other.id != location.id && other.name == location.name;
    if state.locations.iter().any(named) {
        let message = "There is already an active location with this name.";
        return refuse_with("HAS_NON_UNIQUE_NAME", &["locationId"], message);
    }
    if !location.active {
        location.active = true;
        location.deactivated_at = None;
        location.updated_at = now;
        put(state, location.clone());
        state.note(Topic::LocationsActivate, location.id);
    }
    Ok(location)
}
