use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::location::{LocationObject, place_field};
use super::super::session::{Resolved, Session, not_served};
use crate::store::location::Location;

/// `FulfillmentOrderAssignedLocation`.
pub(super) struct AssignedLocation<'s> {
    pub session: &'s Session,
    pub location: Location,
}

impl ObjectValue for AssignedLocation<'_> {
    fn type_name(&self) -> &str {
        "FulfillmentOrderAssignedLocation"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Self { session, location } = self;
        match info.field_name() {
            "location" => Ok(ResolvedValue::object(LocationObject { session, location: location.clone() })),
            "name" => leaf::text(&location.name),
            name => place_field(location, name).unwrap_or_else(|| not_served(self, info)),
        }
    }
}
