use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::session::{Resolved, not_served};
use crate::store::fulfilment::ParcelEvent;

/// `FulfillmentEvent`.
pub(crate) struct EventObject(pub Option<ParcelEvent>);

impl ObjectValue for EventObject {
    fn type_name(&self) -> &str {
        "FulfillmentEvent"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Some(event) = &self.0 else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("FulfillmentEvent", event.id),
            "status" => leaf::text(&event.status),
            "message" => leaf::optional(event.message.as_deref()),
            "happenedAt" => leaf::time(event.happened_at),
            "createdAt" => leaf::time(event.created_at),
            "estimatedDeliveryAt" => leaf::optional_time(event.estimated_delivery_at),
            "city" => leaf::optional(event.city.as_deref()),
            "country" => leaf::optional(event.country.as_deref()),
            "zip" => leaf::optional(event.zip.as_deref()),
            _ => not_served(self, info),
        }
    }
}
