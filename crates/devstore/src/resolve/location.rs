use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::leaf;
use super::session::{Resolved, not_served};
use crate::store::Shop;

/// `Location`: the shop has one, its store room.
pub(super) struct LocationObject(pub Shop);

impl ObjectValue for LocationObject {
    fn type_name(&self) -> &str {
        "Location"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("Location", self.0.location_id),
            "legacyResourceId" => leaf::legacy(self.0.location_id),
            "name" => leaf::text("Lager Bergen"),
            "isActive" => leaf::flag(true),
            "address" => Ok(ResolvedValue::object(LocationAddress)),
            _ => not_served(self, info),
        }
    }
}

/// `LocationAddress`.
struct LocationAddress;

impl ObjectValue for LocationAddress {
    fn type_name(&self) -> &str {
        "LocationAddress"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "address1" => leaf::text("Bryggen 7"),
            "city" => leaf::text("Bergen"),
            "zip" => leaf::text("5003"),
            "countryCode" => leaf::text("NO"),
            _ => not_served(self, info),
        }
    }
}
