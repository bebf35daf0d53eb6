use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::leaf;
use super::session::{Resolved, Session, not_served};
use crate::store::location::Location;

/// `Location`.
pub(super) struct LocationObject(pub Location);

/// The location with this id, or null.
pub(super) fn location<'a>(session: &Session, id: Option<u64>) -> Resolved<'a> {
    let location = id.and_then(|id| session.read(|state| state.location(id).cloned()));
    Ok(ResolvedValue::nullable_object(location.map(LocationObject)))
}

impl ObjectValue for LocationObject {
    fn type_name(&self) -> &str {
        "Location"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("Location", self.0.id),
            "legacyResourceId" => leaf::legacy(self.0.id),
            "name" => leaf::text(&self.0.name),
            "isActive" => leaf::flag(true),
            "address" => Ok(ResolvedValue::object(LocationAddress(&self.0))),
            _ => not_served(self, info),
        }
    }
}

/// `LocationAddress`.
struct LocationAddress<'l>(&'l Location);

impl ObjectValue for LocationAddress<'_> {
    fn type_name(&self) -> &str {
        "LocationAddress"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let location = self.0;
        match info.field_name() {
            "address1" => leaf::optional(location.address1.as_deref()),
            "address2" => leaf::optional(location.address2.as_deref()),
            "city" => leaf::optional(location.city.as_deref()),
            "zip" => leaf::optional(location.zip.as_deref()),
            "provinceCode" => leaf::optional(location.province_code.as_deref()),
            "countryCode" => leaf::text(&location.country_code),
            "phone" => leaf::optional(location.phone.as_deref()),
            _ => not_served(self, info),
        }
    }
}
