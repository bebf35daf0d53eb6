use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::{input, string};
use super::super::location::LocationObject;
use super::super::payload::Payload;
use super::super::session::{Resolved, Session};
use crate::mutate::{UserError, location_activate, location_add, location_deactivate, location_edit};
use crate::store::location::Location;

/// The mutations of places.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "locationAdd" => add(session, info),
        "locationEdit" => edit(session, info),
        "locationActivate" => {
            let id = string(info, "locationId").unwrap_or_default();
            let result = session.change(|state| location_activate(state, &id, session.now));
            payload(session, "LocationActivatePayload", result)
                .errors_in("locationActivateUserErrors")
                .errors_are("LocationActivateUserError")
                .answer()
        }
        "locationDeactivate" => {
            let id = string(info, "locationId").unwrap_or_default();
            let to = string(info, "destinationLocationId");
            let result = session.change(|state| location_deactivate(state, &id, to.as_deref(), session.now));
            payload(session, "LocationDeactivatePayload", result)
                .errors_in("locationDeactivateUserErrors")
                .errors_are("LocationDeactivateUserError")
                .answer()
        }
        _ => return None,
    })
}

fn add<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let location = input(info, "input")?;
    let result = session.change(|state| location_add(state, location, session.now));
    payload(session, "LocationAddPayload", result).errors_are("LocationAddUserError").answer()
}

fn edit<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let id = string(info, "id").unwrap_or_default();
    let change = input(info, "input")?;
    let result = session.change(|state| location_edit(state, &id, change, session.now));
    payload(session, "LocationEditPayload", result).errors_are("LocationEditUserError").answer()
}

/// A payload of this location.
fn payload<'a>(
    session: &'a Session,
    type_name: &'static str,
    result: Result<Location, Vec<UserError>>,
) -> Payload<'a, Location> {
    Payload::of(type_name, result)
        .object("location", move |location| LocationObject { session, location: location.clone() })
}
