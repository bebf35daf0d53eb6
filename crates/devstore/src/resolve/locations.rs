use apollo_compiler::resolvers::{ResolveInfo, ResolvedValue};

use super::arguments::{flag, string};
use super::connection::{Window, connection};
use super::cursor::{Position, SortValue};
use super::location::LocationObject;
use super::searched::search;
use super::session::{Resolved, Session};
use super::small::Count;
use crate::search::LOCATIONS;
use crate::store::location::Location;

/// The connection `locations`: those that goods are sent from by the shop itself, unless more are asked for.
pub(super) fn locations<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &LOCATIONS)?;
    let (inactive, legacy) = (flag(info, "includeInactive"), flag(info, "includeLegacy"));
    let by_id = string(info, "sortKey").as_deref() == Some("ID");
    let page = session.read(|state| {
        let shown = |location: &&Location| {
            (inactive || location.active) && (legacy || location.service.is_none()) && search.matches(location)
        };
        let value = |location: &Location| {
            if by_id {
                SortValue::Number(i64::try_from(location.id).unwrap_or(i64::MAX))
            } else {
                SortValue::Text(location.name.clone())
            }
        };
        window.page(
            state
                .locations
                .iter()
                .filter(shown)
                .map(|location| (Position { value: value(location), id: location.id }, location.clone())),
        )
    });
    connection("LocationConnection", "LocationEdge", page, move |location: &Location| LocationObject {
        session,
        location: location.clone(),
    })
}

/// How many locations there are that are active.
pub(super) fn locations_count<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let search = search(session, info, string(info, "query").as_deref(), &LOCATIONS)?;
    let shown = |location: &&Location| location.active && search.matches(location);
    let count = session.read(|state| state.locations.iter().filter(shown).count());
    Ok(ResolvedValue::object(Count(count)))
}
