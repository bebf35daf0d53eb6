//! The one delivery profile that every shop has: how goods are sent, inside the country and to the others.

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::connection::of_places;
use super::leaf;
use super::session::{Resolved, not_served};

/// A zone: a country, or all others.
struct Zone {
    id: u64,
    methods: &'static [Method],
}

/// A way of sending goods.
struct Method {
    id: u64,
    name: &'static str,
    active: bool,
}

const PROFILE: u64 = 1;

const fn method(id: u64, name: &'static str, active: bool) -> Method {
    Method { id, name, active }
}

static ZONES: [Zone; 2] = [
    Zone { id: 11, methods: &[method(21, "Standard", true), method(22, "Express", true), method(23, "Pigeon", false)] },
    Zone { id: 12, methods: &[method(24, "Standard", true), method(25, "International", true)] },
];

/// The root field `deliveryProfiles`.
pub(super) fn delivery_profiles<'a>(info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    of_places("DeliveryProfileConnection", "DeliveryProfileEdge", [PROFILE], info, |_| Profile)
}

/// `DeliveryProfile`.
struct Profile;

impl ObjectValue for Profile {
    fn type_name(&self) -> &str {
        "DeliveryProfile"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("DeliveryProfile", PROFILE),
            "name" => leaf::text("General profile"),
            "profileLocationGroups" => Ok(ResolvedValue::list([ResolvedValue::object(LocationGroup)])),
            _ => not_served(self, info),
        }
    }
}

/// `DeliveryProfileLocationGroup`: all locations.
struct LocationGroup;

impl ObjectValue for LocationGroup {
    fn type_name(&self) -> &str {
        "DeliveryProfileLocationGroup"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "locationGroupZones" => {
                let ids = ZONES.iter().map(|zone| zone.id);
                let (connection, edge) = ("DeliveryLocationGroupZoneConnection", "DeliveryLocationGroupZoneEdge");
                of_places(connection, edge, ids, info, |place| ZoneObject(ZONES.get(place)))
            }
            _ => not_served(self, info),
        }
    }
}

/// `DeliveryLocationGroupZone`.
struct ZoneObject(Option<&'static Zone>);

impl ObjectValue for ZoneObject {
    fn type_name(&self) -> &str {
        "DeliveryLocationGroupZone"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "methodDefinitions" => {
                let methods: &'static [Method] = self.0.map_or(&[], |zone| zone.methods);
                let ids = methods.iter().map(|method| method.id);
                let (connection, edge) = ("DeliveryMethodDefinitionConnection", "DeliveryMethodDefinitionEdge");
                of_places(connection, edge, ids, info, move |place| MethodObject(methods.get(place)))
            }
            _ => not_served(self, info),
        }
    }
}

/// `DeliveryMethodDefinition`.
struct MethodObject(Option<&'static Method>);

impl ObjectValue for MethodObject {
    fn type_name(&self) -> &str {
        "DeliveryMethodDefinition"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Some(method) = self.0 else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("DeliveryMethodDefinition", method.id),
            "name" => leaf::text(method.name),
            "active" => leaf::flag(method.active),
            _ => not_served(self, info),
        }
    }
}
