use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::money::bag;
use super::super::session::{Resolved, not_served};
use crate::store::money::Bag;
use crate::store::order::Order;
use crate::store::refund::Adjustment;

/// `OrderAdjustment`.
pub(super) struct AdjustmentObject<'s> {
    pub order: Arc<Order>,
    pub adjustment: Option<&'s Adjustment>,
}

impl ObjectValue for AdjustmentObject<'_> {
    fn type_name(&self) -> &str {
        "OrderAdjustment"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Some(adjustment) = self.adjustment else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("OrderAdjustment", adjustment.id),
            "amountSet" => bag(&self.order, adjustment.amount),
            // It is an amount as a whole, of which no part is tax.
            "taxAmountSet" => bag(&self.order, Bag::ZERO),
            "reason" => leaf::optional(adjustment.reason.as_deref()),
            _ => not_served(self, info),
        }
    }
}
