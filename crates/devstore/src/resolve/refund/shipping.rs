use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::money::bag;
use super::super::session::{Resolved, not_served};
use super::super::shipping_line::ShippingLineObject;
use crate::store::order::Order;
use crate::store::refund::RefundShipping;

/// `RefundShippingLine`.
pub(super) struct RefundShippingObject<'s> {
    pub order: Arc<Order>,
    pub shipping: Option<&'s RefundShipping>,
}

impl ObjectValue for RefundShippingObject<'_> {
    fn type_name(&self) -> &str {
        "RefundShippingLine"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let order = &self.order;
        let Some(shipping) = self.shipping else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("RefundShippingLine", shipping.id),
            "subtotalAmountSet" => bag(order, shipping.share.subtotal),
            "taxAmountSet" => bag(order, shipping.share.tax()),
            "shippingLine" => {
                let place = order.shipping_lines.iter().position(|line| line.id == shipping.shipping_line_id);
                let object = |place| ShippingLineObject { order: Arc::clone(order), place };
                Ok(ResolvedValue::nullable_object(place.map(object)))
            }
            _ => not_served(self, info),
        }
    }
}
