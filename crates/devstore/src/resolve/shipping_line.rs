use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::discount::allocations;
use super::leaf;
use super::money::bag;
use super::session::{Resolved, not_served};
use super::tax_line::taxes;
use crate::store::order::Order;

/// `ShippingLine`.
pub(super) struct ShippingLineObject {
    pub order: Arc<Order>,
    pub place: usize,
}

impl ObjectValue for ShippingLineObject {
    fn type_name(&self) -> &str {
        "ShippingLine"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Some(line) = self.order.shipping_lines.get(self.place) else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("ShippingLine", line.id),
            "title" => leaf::text(&line.title),
            "code" => leaf::optional(line.code.as_deref()),
            "source" => leaf::optional(line.source.as_deref()),
            "custom" => leaf::flag(true),
            "isRemoved" => leaf::flag(line.removed),
            "originalPriceSet" => bag(&self.order, line.price),
            "discountedPriceSet" => bag(&self.order, line.discounted_price()),
            "currentDiscountedPriceSet" => bag(&self.order, self.order.current_shipping(line).subtotal),
            "discountAllocations" => allocations(&self.order, &line.allocations),
            "taxLines" => taxes(&self.order, &line.taxes),
            _ => not_served(self, info),
        }
    }
}
