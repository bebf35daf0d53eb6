use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::leaf;
use super::super::location::location;
use super::super::session::{Resolved, Session, not_served};
use crate::store::location::FulfillmentService;

/// `FulfillmentService`.
pub(crate) struct ServiceObject<'s> {
    pub session: &'s Session,
    pub service: FulfillmentService,
    /// The location that it sends from; people have none of their own.
    pub location: Option<u64>,
}

impl ObjectValue for ServiceObject<'_> {
    fn type_name(&self) -> &str {
        "FulfillmentService"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let service = &self.service;
        match info.field_name() {
            "id" => leaf::gid("FulfillmentService", service.id),
            "handle" => leaf::text(&service.handle()),
            "serviceName" => leaf::text(&service.name),
            "type" => leaf::text(if service.is_manual() { "MANUAL" } else { "THIRD_PARTY" }),
            "callbackUrl" => leaf::optional(service.callback_url.as_deref()),
            "inventoryManagement" => leaf::flag(service.inventory_management),
            "requiresShippingMethod" => leaf::flag(true),
            "trackingSupport" => leaf::flag(false),
            "location" => location(self.session, self.location),
            _ => not_served(self, info),
        }
    }
}
