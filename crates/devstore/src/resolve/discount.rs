use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::connection::{Window, connection};
use super::cursor::Position;
use super::leaf;
use super::money::{Money, bag};
use super::order::application;
use super::session::{Resolved, not_served};
use crate::store::discount::{Discount, DiscountValue, GivenBy};
use crate::store::money::Bag;
use crate::store::order::{Allocation, Order};

/// `DiscountCodeApplication`, or `ManualDiscountApplication` of a person.
pub(super) struct DiscountObject {
    pub order: Arc<Order>,
    pub place: usize,
}

/// The connection of the order's discounts.
pub(super) fn discounts<'a>(order: &'a Arc<Order>, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let rows = (0_i64..).zip(0..order.discounts.len());
    let page = Window::read(info)?.page(rows.map(|(number, place)| (Position::number(number, 0), place)));
    connection("DiscountApplicationConnection", "DiscountApplicationEdge", page, |place: &usize| {
        application(order, *place)
    })
}

/// The parts of the order's discounts that a line bears. One that an edit has taken away may be left with nothing.
pub(super) fn allocations<'a>(order: &'a Arc<Order>, allocations: &'a [Allocation]) -> Resolved<'a> {
    let borne = allocations.iter().filter(|allocation| allocation.amount != Bag::ZERO);
    let objects = borne.map(|allocation| AllocationObject { order, allocation });
    Ok(ResolvedValue::list(objects.map(ResolvedValue::object)))
}

impl DiscountObject {
    fn discount(&self) -> Option<&Discount> {
        self.order.discounts.get(self.place)
    }
}

impl ObjectValue for DiscountObject {
    fn type_name(&self) -> &str {
        match self.discount().map(|discount| &discount.given_by) {
            Some(GivenBy::Person(_) | GivenBy::Seller(_)) => "ManualDiscountApplication",
            _ => "DiscountCodeApplication",
        }
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Some(discount) = self.discount() else { return Ok(ResolvedValue::null()) };
        let shipping = matches!(discount.value, DiscountValue::FreeShipping);
        let of_one_line = matches!(discount.given_by, GivenBy::Person(_));
        match info.field_name() {
            "code" => leaf::optional(discount.code()),
            "title" => leaf::text(match &discount.given_by {
                GivenBy::Person(said) | GivenBy::Seller(said) => said.as_deref().unwrap_or("Custom discount"),
                GivenBy::Code(code) => code,
            }),
            "description" => leaf::optional(match &discount.given_by {
                GivenBy::Person(said) | GivenBy::Seller(said) => said.as_deref(),
                GivenBy::Code(code) => Some(code),
            }),
            "index" => leaf::number(i64::try_from(self.place).unwrap_or(i64::MAX)),
            "allocationMethod" => leaf::text(match discount.value {
                DiscountValue::Amount(_) if !of_one_line => "ACROSS",
                _ => "EACH",
            }),
            "targetSelection" => leaf::text(if of_one_line { "EXPLICIT" } else { "ALL" }),
            "targetType" => leaf::text(if shipping { "SHIPPING_LINE" } else { "LINE_ITEM" }),
            "value" => value(&self.order, &discount.value),
            _ => not_served(self, info),
        }
    }
}

/// What a discount gives, as `PricingValue`.
pub(super) fn value<'a>(order: &'a Order, value: &DiscountValue) -> Resolved<'a> {
    Ok(match value {
        DiscountValue::Amount(amount) => {
            ResolvedValue::object(Money::new(amount.presentment, &order.presentment_currency))
        }
        DiscountValue::Percentage(percentage) => ResolvedValue::object(Percentage(*percentage)),
        DiscountValue::FreeShipping => ResolvedValue::object(Percentage(rust_decimal::Decimal::ONE_HUNDRED)),
    })
}

/// `PricingPercentageValue`.
struct Percentage(rust_decimal::Decimal);

impl ObjectValue for Percentage {
    fn type_name(&self) -> &str {
        "PricingPercentageValue"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "percentage" => leaf::rate(self.0),
            _ => not_served(self, info),
        }
    }
}

/// `DiscountAllocation`.
struct AllocationObject<'o> {
    order: &'o Arc<Order>,
    allocation: &'o Allocation,
}

impl ObjectValue for AllocationObject<'_> {
    fn type_name(&self) -> &str {
        "DiscountAllocation"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "allocatedAmountSet" => bag(self.order, self.allocation.amount),
            "discountApplication" => Ok(ResolvedValue::object(application(self.order, self.allocation.discount))),
            _ => not_served(self, info),
        }
    }
}
