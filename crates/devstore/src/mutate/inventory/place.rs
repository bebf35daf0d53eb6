use std::collections::BTreeSet;

use shopify_schema::gid::Gid;

use crate::mutate::part::number;
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::level::{Level, QuantityName};
use crate::store::location::Location;

/// An item at a location.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Place {
    pub item: u64,
    pub variant: u64,
    pub location: u64,
}

impl Place {
    /// The item and the location with these ids, which may be changed. `path` leads to the input that names them.
    pub(super) fn find(state: &State, item: &str, location: &str, path: &[&str]) -> Result<Self, UserError> {
        let refused =
            |field: &str, message: &str, code| Err(UserError::new(&[path, &[field]].concat(), message).with_code(code));
        let found = number(item, "InventoryItem").and_then(|item| Some((item, state.variant_of_item(item)?.1)));
        let Some((item, variant)) = found else {
            return refused(
                "inventoryItemId",
                "The specified inventory item could not be found.",
                "INVALID_INVENTORY_ITEM",
            );
        };
        if variant.bundle {
            let message = "The specified inventory item is not allowed to be adjusted via API.";
            return refused("inventoryItemId", message, "NON_MUTABLE_INVENTORY_ITEM");
        }
        let location = number(location, "Location").filter(|location| state.has_active_location(*location));
        let Some(location) = location else {
            return refused("locationId", "The specified location could not be found.", "INVALID_LOCATION");
        };
        Ok(Self { item, variant: variant.id, location })
    }

    /// How many pieces there are in this state.
    pub(super) fn quantity(&self, state: &State, name: QuantityName) -> i64 {
        state.variant(self.variant).map_or(0, |(_, variant)| variant.stock_at(self.location, name))
    }

    /// The locations that have the item.
    pub(crate) fn active_locations(&self, state: &State) -> BTreeSet<u64> {
        let variant = state.variant(self.variant).map(|(_, variant)| variant);
        let levels = variant.into_iter().flat_map(|variant| &variant.stock);
        levels.filter(|(_, level)| level.active).map(|(location, _)| *location).collect()
    }

    /// The level, when the location has the item, or had it.
    pub(super) fn level(&self, state: &State) -> Option<Level> {
        state.variant(self.variant)?.1.stock.get(&self.location).copied()
    }
}

/// The item, the location and the level that the id of a level stands for.
pub(crate) fn level_of_gid(state: &State, gid: &Gid) -> Option<(Place, Level)> {
    let item: u64 = gid.query()?.strip_prefix("inventory_item_id=")?.parse().ok()?;
    let location = state.locations.iter().find(|location| location.level_number() == gid.number())?.id;
    let variant = state.variant_of_item(item)?.1;
    let level = variant.stock.get(&location).copied()?;
    Some((Place { item, variant: variant.id, location }, level))
}

impl Location {
    /// The number in the ids of the levels at this location: the same for all of them, and not the location's own.
    pub(crate) const fn level_number(&self) -> u64 {
        self.id + 30_000_000_000
    }
}
