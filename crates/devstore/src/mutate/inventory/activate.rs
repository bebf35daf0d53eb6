use chrono::{DateTime, Utc};

use super::place::Place;
use super::set::MOST;
use crate::mutate::part::{number, refuse};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::level::QuantityName;

/// The arguments of `inventoryActivate`.
#[derive(Clone, Debug, Default)]
pub(crate) struct ActivateInput {
    pub inventory_item_id: String,
    pub location_id: String,
    pub available: Option<i64>,
    pub on_hand: Option<i64>,
}

/// `inventoryActivate`: a location has an item from now on, so many pieces of it. Where it has it already, nothing
/// changes, and a quantity is refused. Gives the level.
pub(crate) fn inventory_activate(
    state: &mut State,
    input: &ActivateInput,
    now: DateTime<Utc>,
) -> Result<Place, Vec<UserError>> {
    let found = number(&input.inventory_item_id, "InventoryItem").and_then(|item| state.variant_of_item(item));
    let Some((_, variant)) = found else {
        return refuse(&["inventoryItemId"], "The inventory item couldn't be found.");
    };
    let (item, variant) = (variant.inventory_item_id, variant.id);
    let location = number(&input.location_id, "Location").filter(|location| state.has_active_location(*location));
    let Some(location) = location else { return refuse(&["locationId"], "The location couldn't be found.") };
    let place = Place { item, variant, location };
    let (name, quantity) = match (input.available, input.on_hand) {
        (Some(_), Some(_)) => {
            return refuse(&["available"], "Only one of available and onHand can be set when activating an item.");
        }
        (available, None) => (QuantityName::Available, available),
        (None, on_hand) => (QuantityName::OnHand, on_hand),
    };
    let argument = if name == QuantityName::OnHand { "onHand" } else { "available" };
    if quantity.is_some_and(|quantity| !(-MOST..=MOST).contains(&quantity)) {
        return refuse(&[argument], "The quantity must be between -1,000,000,000 and 1,000,000,000.");
    }
    if place.level(state).is_some_and(|level| level.active) {
        if quantity.is_some() {
            let message =
                format!("Not allowed to set {} quantity when the item is already active at the location.", name.name());
            return refuse(&[argument], message);
        }
        return Ok(place);
    }
    state.change_level(variant, location, now, |level| {
        level.active = true;
        level.add(name, quantity.map_or(0, |quantity| quantity - level.get(name)), now);
    });
    Ok(place)
}
