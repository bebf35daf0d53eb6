use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::{flag, string};
use super::super::connection::{Window, connection};
use super::super::cursor::Position;
use super::super::searched::search;
use super::super::session::{Resolved, Session};
use super::level::LevelObject;
use crate::mutate::Place;
use crate::search::{LEVELS, LevelRow};
use crate::store::State;
use crate::store::location::Location;
use crate::store::product::Variant;

/// Which levels are asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum LevelsOf {
    /// Those of an item, at all locations.
    Item(u64),
    /// Those of a location, of all items.
    Location(u64),
}

/// A connection `inventoryLevels`: of an item in the order of its locations, of a location in that of its items.
pub(crate) fn levels<'a>(session: &'a Session, info: &'a ResolveInfo<'a>, of: LevelsOf) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &LEVELS)?;
    let inactive = flag(info, "includeInactive");
    let page = session.read(|state| {
        let rows = rows(state, of).into_iter();
        let rows = rows.filter(|row| search.matches(row) && (inactive || row.active));
        window.page(rows.map(|row| {
            let id = match of {
                LevelsOf::Item(_) => row.place.location,
                LevelsOf::Location(_) => row.place.item,
            };
            (Position::number(i64::try_from(id).unwrap_or(i64::MAX), id), row)
        }))
    });
    connection("InventoryLevelConnection", "InventoryLevelEdge", page, move |row: &LevelRow| LevelObject {
        session,
        number: row.number,
        place: row.place,
        level: row.level,
    })
}

fn rows(state: &State, of: LevelsOf) -> Vec<LevelRow> {
    match of {
        LevelsOf::Item(item) => {
            let variant = state.variant_of_item(item).map(|(_, variant)| variant);
            let at = |variant| state.locations.iter().filter_map(move |location| row(variant, location));
            variant.into_iter().flat_map(at).collect()
        }
        LevelsOf::Location(id) => {
            let Some(location) = state.location(id) else { return Vec::new() };
            let variants = state.products.values().flat_map(|product| &product.variants);
            variants.filter_map(|variant| row(variant, location)).collect()
        }
    }
}

fn row(variant: &Variant, location: &Location) -> Option<LevelRow> {
    let level = *variant.stock.get(&location.id)?;
    Some(LevelRow {
        number: location.level_number(),
        place: Place { item: variant.inventory_item_id, variant: variant.id, location: location.id },
        active: level.active && location.active,
        level,
    })
}
