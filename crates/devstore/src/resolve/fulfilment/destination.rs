use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::address::address_field;
use super::super::leaf;
use super::super::session::{Resolved, not_served};
use crate::store::address::Address;
use crate::store::order::Order;

/// `FulfillmentOrderDestination`.
pub(super) struct Destination<'o> {
    pub id: u64,
    pub order: &'o Order,
    pub address: &'o Address,
}

impl ObjectValue for Destination<'_> {
    fn type_name(&self) -> &str {
        "FulfillmentOrderDestination"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let address = self.address;
        match info.field_name() {
            "id" => leaf::gid("FulfillmentOrderDestination", self.id),
            "phone" => leaf::optional(address.phone.as_deref().or(self.order.phone.as_deref())),
            "email" => leaf::optional(self.order.email.as_deref()),
            name => address_field(address, name).unwrap_or_else(|| not_served(self, info)),
        }
    }
}
