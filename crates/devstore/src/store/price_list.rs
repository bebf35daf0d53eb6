use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use super::State;
use super::product::Variant;

/// Prices of their own for those who have a catalog.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PriceList {
    pub id: u64,
    pub name: String,
    pub currency: String,
    pub catalog: Option<u64>,
    pub adjustment: Adjustment,
    /// Whether prices before are taken away instead of adjusted.
    pub nullifies_compare_at: bool,
    /// The prices that are not adjusted but fixed, by variant.
    pub fixed: BTreeMap<u64, FixedPrice>,
    /// In which quantities variants are sold.
    #[serde(default)]
    pub rules: BTreeMap<u64, QuantityRule>,
    /// What variants with a fixed price cost from a quantity on.
    #[serde(default)]
    pub breaks: Vec<PriceBreak>,
}

/// By how much of a hundred prices are others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Adjustment {
    pub increases: bool,
    pub percent: Decimal,
}

/// A price, and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FixedPrice {
    pub price: Decimal,
    pub compare_at: Option<Decimal>,
}

/// In which quantities a variant is sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct QuantityRule {
    pub minimum: i64,
    pub maximum: Option<i64>,
    pub increment: i64,
}

impl QuantityRule {
    /// Every quantity.
    pub(crate) const ANY: Self = Self { minimum: 1, maximum: None, increment: 1 };
}

/// What a piece of a variant costs when there are so many of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PriceBreak {
    pub id: u64,
    pub variant: u64,
    pub minimum: i64,
    pub price: Decimal,
}

/// What a unit of a currency is in kroner: the devstore's own rates, always the same.
const RATES: [(&str, Decimal); 6] = [
    ("NOK", Decimal::ONE),
    ("SEK", Decimal::from_parts(98, 0, 0, false, 2)),
    ("DKK", Decimal::from_parts(155, 0, 0, false, 2)),
    ("EUR", Decimal::from_parts(115, 0, 0, false, 1)),
    ("USD", Decimal::from_parts(100, 0, 0, false, 1)),
    ("GBP", Decimal::from_parts(135, 0, 0, false, 1)),
];

/// What a unit of this currency is in kroner; nothing for one that the shop does not sell in.
pub(crate) fn rate(currency: &str) -> Option<Decimal> {
    RATES.iter().find(|(known, _)| *known == currency).map(|(_, rate)| *rate)
}

impl PriceList {
    /// What a variant costs by this list.
    pub(crate) fn price(&self, variant: &Variant) -> FixedPrice {
        if let Some(fixed) = self.fixed.get(&variant.id) {
            return *fixed;
        }
        let compare_at = variant.compare_at_price.filter(|_| !self.nullifies_compare_at);
        FixedPrice { price: self.adjusted(variant.price), compare_at: compare_at.map(|price| self.adjusted(price)) }
    }

    /// `PriceListPriceOriginType` of a variant's price.
    pub(crate) fn origin(&self, variant: u64) -> &'static str {
        if self.fixed.contains_key(&variant) { "FIXED" } else { "RELATIVE" }
    }

    /// Lets the price of a variant follow the shop's again, whatever the quantity is.
    pub(crate) fn unfix(&mut self, variant: u64) {
        self.fixed.remove(&variant);
        self.breaks.retain(|known| known.variant != variant);
    }

    /// Whether it says anything about this variant.
    pub(super) fn is_about(&self, variant: u64) -> bool {
        self.fixed.contains_key(&variant) || self.rules.contains_key(&variant)
    }

    /// Forgets a variant that is gone.
    pub(super) fn forget(&mut self, variant: u64) {
        self.unfix(variant);
        self.rules.remove(&variant);
    }

    fn adjusted(&self, price: Decimal) -> Decimal {
        let share = self.adjustment.percent / Decimal::ONE_HUNDRED;
        let factor = if self.adjustment.increases { Decimal::ONE + share } else { Decimal::ONE - share };
        let rate = rate(&self.currency).unwrap_or(Decimal::ONE);
        (price * factor / rate).round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
    }
}

impl State {
    pub(crate) fn put_price_list(&mut self, list: PriceList) -> Arc<PriceList> {
        let list = Arc::new(list);
        self.price_lists.insert(list.id, Arc::clone(&list));
        list
    }
}
