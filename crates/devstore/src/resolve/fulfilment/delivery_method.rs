use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::leaf;
use super::super::session::{Resolved, not_served};
use crate::store::order::Order;

/// `DeliveryMethod`: shipping, or nothing when there is nothing to be shipped.
pub(super) struct DeliveryMethod<'o> {
    pub id: u64,
    /// The value of `DeliveryMethodType`.
    pub method: &'static str,
    pub order: &'o Order,
}

impl ObjectValue for DeliveryMethod<'_> {
    fn type_name(&self) -> &str {
        "DeliveryMethod"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let shipping = self.order.shipping_lines.iter().find(|line| !line.removed);
        match info.field_name() {
            "id" => leaf::gid("DeliveryMethod", self.id),
            "methodType" => leaf::text(self.method),
            "presentedName" => leaf::optional(shipping.map(|line| line.title.as_str())),
            "serviceCode" => leaf::optional(shipping.and_then(|line| line.code.as_deref())),
            _ => not_served(self, info),
        }
    }
}
