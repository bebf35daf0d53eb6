use chrono::{DateTime, Utc};
use shopify_schema::gid::Gid;

use super::place::{Place, level_of_gid};
use crate::mutate::part::refuse;
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::level::{Level, QuantityName};

/// Why an item stays at a location.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Obstacle {
    OnlyLocation,
    Committed,
    Incoming,
    Reserved,
}

impl Obstacle {
    /// As people are told.
    pub(crate) const fn message(self) -> &'static str {
        match self {
            Self::OnlyLocation => "The inventory item can't be deactivated at its only location.",
            Self::Committed => {
                "The inventory item can't be deactivated because it has committed inventory at the location."
            }
            Self::Incoming => {
                "The inventory item can't be deactivated because it has incoming inventory at the location."
            }
            Self::Reserved => {
                "The inventory item can't be deactivated because it has reserved inventory at the location."
            }
        }
    }

    /// What keeps an item at a location that has so much of it, of `active` locations that have some; nothing when it
    /// may go.
    pub(crate) fn of(level: &Level, active: usize) -> Option<Self> {
        if level.get(QuantityName::Committed) != 0 {
            return Some(Self::Committed);
        }
        if level.get(QuantityName::Incoming) != 0 {
            return Some(Self::Incoming);
        }
        if level.get(QuantityName::Reserved) != 0 {
            return Some(Self::Reserved);
        }
        (active <= 1).then_some(Self::OnlyLocation)
    }
}

/// `inventoryDeactivate`: a location does not have an item any more. Its quantities are kept.
pub(crate) fn inventory_deactivate(state: &mut State, id: &str, now: DateTime<Utc>) -> Result<(), Vec<UserError>> {
    let gid = id.parse::<Gid>().ok().filter(|gid| gid.kind() == "InventoryLevel");
    let found = gid.and_then(|gid| level_of_gid(state, &gid)).filter(|(_, level)| level.active);
    let Some((place, level)) = found else {
        return refuse(&["inventoryLevelId"], "The inventory level couldn't be found.");
    };
    if let Some(obstacle) = Obstacle::of(&level, place.active_locations(state).len()) {
        return refuse(&["inventoryLevelId"], obstacle.message());
    }
    leave(state, place, now);
    Ok(())
}

/// Nothing of the item is sold from the location any more.
pub(super) fn leave(state: &mut State, place: Place, now: DateTime<Utc>) {
    state.change_level(place.variant, place.location, now, |level| level.active = false);
}
