use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::leaf;
use super::super::money::bag;
use super::super::session::{Resolved, not_served};
use crate::store::draft::AppliedDiscount;
use crate::store::money::Bag;
use crate::store::order::Order;

/// `DraftOrderAppliedDiscount`.
pub(super) struct AppliedDiscountObject<'o> {
    pub order: &'o Arc<Order>,
    pub applied: &'o AppliedDiscount,
    /// What it takes away.
    pub amount: Bag,
}

impl ObjectValue for AppliedDiscountObject<'_> {
    fn type_name(&self) -> &str {
        "DraftOrderAppliedDiscount"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "amountSet" => bag(self.order, self.amount),
            "description" => leaf::text(self.applied.description.as_deref().unwrap_or_default()),
            "title" => leaf::optional(self.applied.title.as_deref()),
            "value" => leaf::rate(self.applied.value),
            "valueType" => leaf::text(if self.applied.is_percentage { "PERCENTAGE" } else { "FIXED_AMOUNT" }),
            _ => not_served(self, info),
        }
    }
}
