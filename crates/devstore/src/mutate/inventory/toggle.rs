use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::deactivate::{Obstacle, leave};
use super::place::Place;
use crate::mutate::part::{number, refuse_with};
use crate::mutate::user_error::UserError;
use crate::store::State;

/// `InventoryBulkToggleActivationInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ToggleInput {
    pub location_id: String,
    pub activate: bool,
}

/// `inventoryBulkToggleActivation`: which locations have an item, and which have it no more; all of it or nothing. Gives
/// the item and its places that were named.
pub(crate) fn inventory_toggle(
    state: &mut State,
    item: &str,
    updates: &[ToggleInput],
    now: DateTime<Utc>,
) -> Result<(u64, Vec<Place>), Vec<UserError>> {
    let found = number(item, "InventoryItem").and_then(|item| state.variant_of_item(item));
    let Some((_, variant)) = found else {
        let message = "The inventory item couldn't be found.";
        return refuse_with("INVENTORY_ITEM_NOT_FOUND", &["inventoryItemId"], message);
    };
    let (item, variant) = (variant.inventory_item_id, variant.id);
    let mut active = Place { item, variant, location: 0 }.active_locations(state);
    let mut steps = Vec::new();
    // First those that come, so that an item may move from its only location to another one.
    let ordered = updates.iter().enumerate().filter(|(_, update)| update.activate);
    let ordered = ordered.chain(updates.iter().enumerate().filter(|(_, update)| !update.activate));
    for (index, update) in ordered {
        let index = index.to_string();
        let location = number(&update.location_id, "Location").filter(|id| state.has_active_location(*id));
        let Some(location) = location else {
            let message = "The location couldn't be found.";
            return refuse_with("LOCATION_NOT_FOUND", &["inventoryItemUpdates", &index, "locationId"], message);
        };
        let place = Place { item, variant, location };
        if update.activate {
            active.insert(location);
        } else if active.contains(&location) {
            let obstacle = place.level(state).and_then(|level| Obstacle::of(&level, active.len()));
            if let Some(obstacle) = obstacle {
                return refuse_with(
                    code(obstacle),
                    &["inventoryItemUpdates", &index, "locationId"],
                    obstacle.message(),
                );
            }
            active.remove(&location);
        }
        steps.push((place, update.activate));
    }
    for (place, activate) in &steps {
        if *activate {
            state.change_level(variant, place.location, now, |level| level.active = true);
        } else if place.level(state).is_some() {
            leave(state, *place, now);
        }
    }
    Ok((item, steps.into_iter().map(|(place, _)| place).collect()))
}

const fn code(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::OnlyLocation => "CANNOT_DEACTIVATE_FROM_ONLY_LOCATION",
        Obstacle::Committed => "COMMITTED_INVENTORY_AT_LOCATION",
        Obstacle::Incoming => "INCOMING_INVENTORY_AT_LOCATION",
        Obstacle::Reserved => "RESERVED_INVENTORY_AT_LOCATION",
    }
}
