use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use rust_decimal::Decimal;

use super::leaf;
use super::session::{Resolved, not_served};
use crate::store::money::Bag;
use crate::store::order::Order;

/// `MoneyBag`: an amount of an order in the shop's currency and in the buyer's.
pub(super) struct MoneyBag {
    order: Arc<Order>,
    bag: Bag,
}

/// An amount of `order` as a `MoneyBag`.
pub(super) fn bag<'a>(order: &Arc<Order>, bag: Bag) -> Resolved<'a> {
    Ok(ResolvedValue::object(MoneyBag { order: Arc::clone(order), bag }))
}

/// The same, or null where there is none.
pub(super) fn bag_or_null<'a>(order: &Arc<Order>, amount: Option<Bag>) -> Resolved<'a> {
    amount.map_or_else(|| Ok(ResolvedValue::null()), |amount| bag(order, amount))
}

impl ObjectValue for MoneyBag {
    fn type_name(&self) -> &str {
        "MoneyBag"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "shopMoney" => Ok(ResolvedValue::object(Money::new(self.bag.shop, &self.order.currency))),
            "presentmentMoney" => {
                Ok(ResolvedValue::object(Money::new(self.bag.presentment, &self.order.presentment_currency)))
            }
            _ => not_served(self, info),
        }
    }
}

/// `MoneyV2`.
pub(super) struct Money<'c> {
    amount: Decimal,
    currency: &'c str,
}

impl<'c> Money<'c> {
    pub(super) const fn new(amount: Decimal, currency: &'c str) -> Self {
        Self { amount, currency }
    }
}

impl ObjectValue for Money<'_> {
    fn type_name(&self) -> &str {
        "MoneyV2"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "amount" => leaf::decimal(self.amount),
            "currencyCode" => leaf::text(self.currency),
            _ => not_served(self, info),
        }
    }
}

/// `MoneyV2` that knows its currency by itself.
pub(super) struct OwnMoney {
    pub amount: Decimal,
    pub currency: String,
}

impl ObjectValue for OwnMoney {
    fn type_name(&self) -> &str {
        "MoneyV2"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "amount" => leaf::decimal(self.amount),
            "currencyCode" => leaf::text(&self.currency),
            _ => not_served(self, info),
        }
    }
}
