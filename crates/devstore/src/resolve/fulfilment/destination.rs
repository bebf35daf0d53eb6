use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

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
            "firstName" => leaf::optional(address.first_name.as_deref()),
            "lastName" => leaf::optional(address.last_name.as_deref()),
            "company" => leaf::optional(address.company.as_deref()),
            "address1" => leaf::optional(address.address1.as_deref()),
            "address2" => leaf::optional(address.address2.as_deref()),
            "city" => leaf::optional(address.city.as_deref()),
            "zip" => leaf::optional(address.zip.as_deref()),
            "province" => leaf::optional(address.province.as_deref()),
            "countryCode" => leaf::optional(address.country_code.as_deref()),
            "phone" => leaf::optional(address.phone.as_deref().or(self.order.phone.as_deref())),
            "email" => leaf::optional(self.order.email.as_deref()),
            _ => not_served(self, info),
        }
    }
}
