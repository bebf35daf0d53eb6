use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use shopify_schema::gid::Gid;

use super::arguments::{flag, string};
use super::fulfilment::ServiceObject;
use super::inventory::{LevelObject, LevelsOf, levels};
use super::leaf;
use super::session::{Resolved, Session, not_served};
use crate::store::country;
use crate::store::location::Location;

/// `Location`.
pub(super) struct LocationObject<'s> {
    pub session: &'s Session,
    pub location: Location,
}

/// The location with this id, or null.
pub(super) fn location<'a>(session: &'a Session, id: Option<u64>) -> Resolved<'a> {
    let location = id.and_then(|id| session.read(|state| state.location(id).cloned()));
    Ok(ResolvedValue::nullable_object(location.map(|location| LocationObject { session, location })))
}

impl ObjectValue for LocationObject<'_> {
    fn type_name(&self) -> &str {
        "Location"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Self { session, location } = self;
        let is_first = || session.read(|state| state.shop.location_id == location.id);
        let (has_stock, has_waiting) = (
            || session.read(|state| state.has_stock(location.id)),
            || session.read(|state| state.has_waiting(location.id)),
        );
        match info.field_name() {
            "id" => leaf::gid("Location", location.id),
            "legacyResourceId" => leaf::legacy(location.id),
            "name" => leaf::text(&location.name),
            "createdAt" => leaf::time(location.created_at),
            "updatedAt" => leaf::time(location.updated_at),
            "isActive" => leaf::flag(location.active),
            "activatable" => leaf::flag(!location.active),
            "deactivatable" => leaf::flag(location.active && location.service.is_none() && !has_waiting()),
            "deactivatedAt" => leaf::optional_time(location.deactivated_at),
            "deletable" => leaf::flag(!location.active && !has_stock()),
            "isFulfillmentService" => leaf::flag(location.service.is_some()),
            "isPrimary" | "shipsInventory" => leaf::flag(is_first()),
            "fulfillsOnlineOrders" => leaf::flag(location.fulfills_online_orders),
            "hasActiveInventory" => leaf::flag(has_stock()),
            "hasUnfulfilledOrders" => leaf::flag(has_waiting()),
            "fulfillmentService" => {
                let service = location.service.clone();
                let object = |service| ServiceObject { session, service, location: Some(location.id) };
                Ok(ResolvedValue::nullable_object(service.map(object)))
            }
            "inventoryLevels" => levels(session, info, LevelsOf::Location(location.id)),
            "inventoryLevel" => {
                let item = string(info, "inventoryItemId").and_then(|id| id.parse::<Gid>().ok());
                let gid = format!("gid://shopify/Location/{}", location.id);
                let inactive = flag(info, "includeInactive");
                let item = item.filter(|item| item.kind() == "InventoryItem");
                let level = item.and_then(|item| LevelObject::at(session, item.number(), &gid, inactive));
                Ok(ResolvedValue::nullable_object(level))
            }
            "address" => Ok(ResolvedValue::object(LocationAddress(location))),
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
        let Location { address1, address2, city, zip, country_code, .. } = self.0;
        match info.field_name() {
            "provinceCode" => leaf::optional(self.0.province_code.as_deref()),
            "country" => leaf::text(country::name(country_code)),
            "formatted" => {
                let place = [zip.as_deref(), city.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
                let country = country::name(country_code);
                let lines = [address1.as_deref(), address2.as_deref(), Some(place.as_str()), Some(country)];
                leaf::texts(lines.into_iter().flatten().filter(|line| !line.is_empty()))
            }
            name => place_field(self.0, name).unwrap_or_else(|| not_served(self, info)),
        }
    }
}
