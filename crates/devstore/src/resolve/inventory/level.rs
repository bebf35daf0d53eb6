use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use shopify_schema::gid::Gid;

use super::super::arguments::ids;
use super::super::leaf;
use super::super::location::location;
use super::super::problem::Problem;
use super::super::session::{Resolved, Session, not_served};
use super::item::InventoryItem;
use super::quantity::QuantityObject;
use crate::mutate::{Obstacle, Place, level_of_gid};
use crate::store::State;
use crate::store::level::{Level, QuantityName};

/// `InventoryLevel`.
pub(crate) struct LevelObject<'s> {
    pub session: &'s Session,
    /// The number of the level's id.
    pub number: u64,
    pub place: Place,
    pub level: Level,
}

impl<'s> LevelObject<'s> {
    /// What is at this place.
    pub(crate) fn of(session: &'s Session, place: Place) -> Option<Self> {
        session.read(|state| {
            let level = state.variant(place.variant)?.1.stock.get(&place.location).copied()?;
            Some(Self { session, number: state.location(place.location)?.level_number(), place, level })
        })
    }

    /// The one with this id.
    pub(crate) fn find(session: &'s Session, gid: &Gid) -> Option<Self> {
        let (place, level) = session.read(|state| level_of_gid(state, gid))?;
        Some(Self { session, number: gid.number(), place, level })
    }

    /// What a location has of an item; nothing where it has it no more, unless those are asked for, too.
    pub(crate) fn at(session: &'s Session, item: u64, location: &str, inactive: bool) -> Option<Self> {
        let gid = location.parse::<Gid>().ok().filter(|gid| gid.kind() == "Location")?;
        let variant = session.read(|state| state.variant_of_item(item).map(|(_, variant)| variant.id))?;
        let found = Self::of(session, Place { item, variant, location: gid.number() })?;
        let shown = inactive || session.read(|state| found.is_active(state));
        shown.then_some(found)
    }

    /// Whether the item is sold from the location.
    pub(super) fn is_active(&self, state: &State) -> bool {
        self.level.active && state.has_active_location(self.place.location)
    }

    /// What keeps the item there.
    fn obstacle(&self) -> Option<Obstacle> {
        let others = self.session.read(|state| self.place.active_locations(state).len());
        Obstacle::of(&self.level, others)
    }
}

impl ObjectValue for LevelObject<'_> {
    fn type_name(&self) -> &str {
        "InventoryLevel"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Self { session, number, place, level } = self;
        match info.field_name() {
            "id" => Ok(ResolvedValue::leaf(level_id(*number, place.item))),
            "createdAt" => leaf::time(level.created_at),
            "updatedAt" => leaf::time(level.updated_at),
            "isActive" => leaf::flag(session.read(|state| self.is_active(state))),
            "canDeactivate" => leaf::flag(level.active && self.obstacle().is_none()),
            "deactivationAlert" => leaf::optional(self.obstacle().map(Obstacle::message)),
            "item" => Ok(ResolvedValue::nullable_object(InventoryItem::find(session, place.item))),
            "location" => location(session, Some(place.location)),
            "quantities" => {
                let mut quantities = Vec::new();
                for name in ids(info, "names") {
                    let Some(name) = QuantityName::of(&name) else {
                        let known = QuantityName::ALL.map(QuantityName::name).join(", ");
                        let text = format!("The quantity name '{name}' is invalid. Valid values are: {known}.");
                        return Err(Problem::new("INVALID_FIELD_ARGUMENTS", text).into());
                    };
                    quantities.push(ResolvedValue::object(QuantityObject { owner: self, name }));
                }
                Ok(ResolvedValue::list(quantities))
            }
            _ => not_served(self, info),
        }
    }
}

/// The id of a level: a number that all levels of its location have, and its item.
pub(crate) fn level_id(number: u64, item: u64) -> String {
    format!("gid://shopify/InventoryLevel/{number}?inventory_item_id={item}")
}
