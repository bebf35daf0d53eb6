use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::location::LocationObject;
use super::super::session::{Resolved, not_served};
use crate::store::location::Location;

/// `FulfillmentOrderAssignedLocation`.
pub(super) struct AssignedLocation(pub Location);

impl ObjectValue for AssignedLocation {
    fn type_name(&self) -> &str {
        "FulfillmentOrderAssignedLocation"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let location = &self.0;
        match info.field_name() {
            "location" => Ok(ResolvedValue::object(LocationObject(location.clone()))),
            "name" => leaf::text(&location.name),
            "address1" => leaf::optional(location.address1.as_deref()),
            "address2" => leaf::optional(location.address2.as_deref()),
            "city" => leaf::optional(location.city.as_deref()),
            "zip" => leaf::optional(location.zip.as_deref()),
            "countryCode" => leaf::text(&location.country_code),
            "phone" => leaf::optional(location.phone.as_deref()),
            _ => not_served(self, info),
        }
    }
}
