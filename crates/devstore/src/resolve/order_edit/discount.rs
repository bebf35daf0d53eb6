use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::discount::value;
use super::super::leaf;
use super::super::money::bag;
use super::super::session::{Resolved, not_served};
use crate::store::discount::{Discount, GivenBy};
use crate::store::money::Bag;
use crate::store::order::Order;

/// A discount as an edit sees it: `CalculatedManualDiscountApplication`, `CalculatedDiscountCodeApplication`, or, as
/// what an edit has staged, `OrderStagedChangeAddLineItemDiscount`.
#[derive(Clone)]
pub(crate) struct StagedDiscount {
    pub order: Arc<Order>,
    pub discount: Discount,
}

impl StagedDiscount {
    fn type_name_as_application(&self) -> &'static str {
        match self.discount.given_by {
            GivenBy::Code(_) => "CalculatedDiscountCodeApplication",
            GivenBy::Person(_) | GivenBy::Seller(_) => "CalculatedManualDiscountApplication",
        }
    }
}

impl ObjectValue for StagedDiscount {
    fn type_name(&self) -> &str {
        "OrderStagedChangeAddLineItemDiscount"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("OrderStagedChangeAddLineItemDiscount", self.discount.id),
            "description" => leaf::text(match &self.discount.given_by {
                GivenBy::Person(said) | GivenBy::Seller(said) => said.as_deref().unwrap_or_default(),
                GivenBy::Code(code) => code,
            }),
            "value" => value(&self.order, &self.discount.value),
            _ => not_served(self, info),
        }
    }
}

/// `CalculatedDiscountAllocation`.
pub(super) struct CalculatedAllocation {
    pub amount: Bag,
    pub discount: StagedDiscount,
}

impl ObjectValue for CalculatedAllocation {
    fn type_name(&self) -> &str {
        "CalculatedDiscountAllocation"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "allocatedAmountSet" => bag(&self.discount.order, self.amount),
            "discountApplication" => Ok(ResolvedValue::object(Application(self.discount.clone()))),
            _ => not_served(self, info),
        }
    }
}

/// A discount as an application that can be taken away.
struct Application(StagedDiscount);

impl ObjectValue for Application {
    fn type_name(&self) -> &str {
        self.0.type_name_as_application()
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let StagedDiscount { order, discount } = &self.0;
        let of_one_line = matches!(discount.given_by, GivenBy::Person(_));
        match info.field_name() {
            "id" => leaf::gid(self.type_name(), discount.id),
            "code" => leaf::optional(discount.code()),
            "description" => leaf::optional(match &discount.given_by {
                GivenBy::Person(said) | GivenBy::Seller(said) => said.as_deref(),
                GivenBy::Code(code) => Some(code),
            }),
            "appliedTo" => leaf::text(if of_one_line { "LINE" } else { "ORDER" }),
            "allocationMethod" => leaf::text(if of_one_line { "EACH" } else { "ACROSS" }),
            "targetSelection" => leaf::text(if of_one_line { "EXPLICIT" } else { "ALL" }),
            "targetType" => leaf::text("LINE_ITEM"),
            "value" => value(order, &discount.value),
            _ => not_served(self, info),
        }
    }
}
