use chrono::{DateTime, Utc};

use super::edit::put;
use crate::mutate::fulfilment::move_everything;
use crate::mutate::part::{number, refuse_with};
use crate::mutate::user_error::UserError;
use crate::store::level::{Level, QuantityName};
use crate::store::location::Location;
use crate::store::{State, Topic};

/// `locationDeactivate`: nothing is sent from it any more. What it has, and what waits there to be sent, goes to the
/// destination; without one there must be neither.
pub(crate) fn location_deactivate(
    state: &mut State,
    id: &str,
    destination: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Location, Vec<UserError>> {
    let known = number(id, "Location").and_then(|id| state.location(id)).cloned();
    let Some(mut location) = known else {
        return refuse_with("LOCATION_NOT_FOUND", &["locationId"], "Location not found.");
    };
    let refused = |message: &str, code| refuse_with(code, &["locationId"], message);
    if !location.active {
        return Ok(location);
    }
    if location.service.is_some() {
        let message = "The location of a fulfillment service can't be deactivated.";
        return refused(message, "PERMANENTLY_BLOCKED_FROM_DEACTIVATION_ERROR");
    }
    let online = |other: &Location| other.active && other.id != location.id && other.fulfills_online_orders;
    if !state.locations.iter().any(online) {
        let message = "At least one location must fulfill online orders.";
        return refused(message, "CANNOT_DISABLE_ONLINE_ORDER_FULFILLMENT");
    }
    let destination = destination.map(|id| target(state, id, location.id)).transpose()?;
    match destination {
        Some(to) => {
            move_everything(state, location.id, to, now);
            relocate(state, location.id, to, now);
        }
        None if state.has_waiting(location.id) => {
            let message = "The location has unfulfilled orders.";
            return refused(message, "HAS_FULFILLMENT_ORDERS_ERROR");
        }
        None if state.has_stock(location.id) => {
            let message = "The location has active inventory: name a location that takes it over.";
            return refused(message, "HAS_ACTIVE_INVENTORY_ERROR");
        }
        None => {}
    }
    location.active = false;
    location.deactivated_at = Some(now);
    location.updated_at = now;
    put(state, location.clone());
    state.note(Topic::LocationsDeactivate, location.id);
    Ok(location)
}

/// The location that takes the stock over.
fn target(state: &State, id: &str, from: u64) -> Result<u64, Vec<UserError>> {
    let refused = |message: &str, code| refuse_with(code, &["destinationLocationId"], message);
    let Some(to) = number(id, "Location").filter(|id| state.has_active_location(*id)) else {
        let message = "The destination location was not found or is not active.";
        return refused(message, "DESTINATION_LOCATION_NOT_FOUND_OR_INACTIVE");
    };
    if to == from {
        let message = "The destination location can't be the same location.";
        return refused(message, "DESTINATION_LOCATION_IS_THE_SAME_LOCATION");
    }
    if state.is_of_service(to) {
        let message = "The destination location must be managed by Shopify.";
        return refused(message, "DESTINATION_LOCATION_NOT_SHOPIFY_MANAGED");
    }
    Ok(to)
}

/// Everything that is at a location goes to another one.
fn relocate(state: &mut State, from: u64, to: u64, now: DateTime<Utc>) {
    let variants = state.products.values().flat_map(|product| &product.variants);
    let levels: Vec<(u64, Level)> =
        variants.filter_map(|variant| Some((variant.id, *variant.stock.get(&from)?))).collect();
    for (variant, level) in levels {
        for name in QuantityName::ALL.into_iter().filter(|name| *name != QuantityName::OnHand) {
            let pieces = level.get(name);
            if pieces != 0 {
                state.change_level(variant, from, now, |level| level.add(name, -pieces, now));
                state.change_level(variant, to, now, |level| {
                    level.active = true;
                    level.add(name, pieces, now);
                });
            }
        }
        if level.active {
            state.change_level(variant, from, now, |level| level.active = false);
        }
    }
}
