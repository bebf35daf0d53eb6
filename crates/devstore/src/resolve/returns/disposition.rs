use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::leaf;
use super::super::location::location;
use super::super::session::{Resolved, Session, not_served};
use crate::store::returns::Disposition;

/// `ReverseFulfillmentOrderDisposition`.
pub(super) struct DispositionObject<'s> {
    pub session: &'s Session,
    pub disposition: &'s Disposition,
}

impl ObjectValue for DispositionObject<'_> {
    fn type_name(&self) -> &str {
        "ReverseFulfillmentOrderDisposition"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let disposition = self.disposition;
        match info.field_name() {
            "id" => leaf::gid("ReverseFulfillmentOrderDisposition", disposition.id),
            "createdAt" => leaf::time(disposition.created_at),
            "quantity" => leaf::number(disposition.quantity),
            "type" => leaf::text(&disposition.kind),
            "location" => location(self.session, disposition.location_id),
            _ => not_served(self, info),
        }
    }
}
