use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::line::LineObject;
use super::super::location::location;
use super::super::money::bag;
use super::super::session::{Resolved, Session, not_served};
use crate::store::order::Order;
use crate::store::refund::RefundLine;

/// `RefundLineItem`.
pub(super) struct RefundLineObject<'s> {
    pub session: &'s Session,
    pub order: Arc<Order>,
    pub line: Option<&'s RefundLine>,
}

impl ObjectValue for RefundLineObject<'_> {
    fn type_name(&self) -> &str {
        "RefundLineItem"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let order = &self.order;
        let Some(removed) = self.line else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            // A suggestion has no id yet.
            "id" if removed.id == 0 => Ok(ResolvedValue::null()),
            "id" => leaf::gid("RefundLineItem", removed.id),
            "quantity" => leaf::number(removed.quantity),
            "restockType" => leaf::text(&removed.restock_type),
            "restocked" => leaf::flag(removed.restocked),
            "location" => location(self.session, removed.location_id),
            "lineItem" => Ok(ResolvedValue::nullable_object(LineObject::of(self.session, order, removed.line_id))),
            "priceSet" => {
                let line = order.lines.iter().find(|line| line.id == removed.line_id);
                bag(order, line.map(|line| line.unit_price).unwrap_or_default())
            }
            "subtotalSet" => bag(order, removed.share.subtotal),
            "totalTaxSet" => bag(order, removed.share.tax()),
            _ => not_served(self, info),
        }
    }
}
