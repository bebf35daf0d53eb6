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
            "isFulfillmentService" => leaf::flag(false),
            "address" => Ok(ResolvedValue::object(LocationAddress(&self.0))),
            _ => not_served(self, info),
        }
    }
}

/// A field that every form of a location's address has.
pub(super) fn place_field<'a>(location: &Location, name: &str) -> Option<Resolved<'a>> {
    let text = match name {
        "address1" => &location.address1,
        "address2" => &location.address2,
        "city" => &location.city,
        "zip" => &location.zip,
        "phone" => &location.phone,
        "countryCode" => return Some(leaf::text(&location.country_code)),
        _ => return None,
    };
    Some(leaf::optional(text.as_deref()))
}

/// `LocationAddress`.
struct LocationAddress<'l>(&'l Location);

impl ObjectValue for LocationAddress<'_> {
    fn type_name(&self) -> &str {
        "LocationAddress"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "provinceCode" => leaf::optional(self.0.province_code.as_deref()),
            name => place_field(self.0, name).unwrap_or_else(|| not_served(self, info)),
        }
    }
}
