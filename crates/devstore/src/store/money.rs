use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// One amount in the shop's currency and in the buyer's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Bag {
    pub shop: Decimal,
    pub presentment: Decimal,
}

impl Bag {
    pub(crate) const ZERO: Self = Self { shop: Decimal::ZERO, presentment: Decimal::ZERO };

    /// The same amount in both currencies.
    pub(crate) const fn both(amount: Decimal) -> Self {
        Self { shop: amount, presentment: amount }
    }

    /// Both amounts through `f`.
    pub(crate) fn map(self, f: impl Fn(Decimal) -> Decimal) -> Self {
        Self { shop: f(self.shop), presentment: f(self.presentment) }
    }

    /// `times` as much.
    pub(crate) fn times(self, times: Decimal) -> Self {
        self.map(|amount| amount * times)
    }

    /// Neither amount larger than in `limit`.
    pub(crate) fn at_most(self, limit: Self) -> Self {
        Self { shop: self.shop.min(limit.shop), presentment: self.presentment.min(limit.presentment) }
    }
}

impl Add for Bag {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { shop: self.shop + other.shop, presentment: self.presentment + other.presentment }
    }
}

impl Sub for Bag {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self { shop: self.shop - other.shop, presentment: self.presentment - other.presentment }
    }
}

impl AddAssign for Bag {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Bag {
    fn sum<I: Iterator<Item = Self>>(bags: I) -> Self {
        bags.fold(Self::ZERO, Add::add)
    }
}

/// How many decimals each side of a [`Bag`] has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decimals {
    shop: u32,
    presentment: u32,
}

impl Decimals {
    pub(crate) fn of(shop: &str, presentment: &str) -> Self {
        Self { shop: minor_units(shop), presentment: minor_units(presentment) }
    }

    /// `bag` rounded to whole minor units, a midpoint away from zero.
    pub(crate) fn round(self, bag: Bag) -> Bag {
        Bag { shop: rounded(bag.shop, self.shop), presentment: rounded(bag.presentment, self.presentment) }
    }

    /// `bag` rounded down to whole minor units; where a currency has none, as ever.
    pub(crate) fn round_down(self, bag: Bag) -> Bag {
        Bag { shop: rounded_down(bag.shop, self.shop), presentment: rounded_down(bag.presentment, self.presentment) }
    }

    /// `total` spread over `weights` in proportion, in whole minor units, so that the parts add up to it.
    pub(crate) fn spread(self, total: Bag, weights: &[Bag]) -> Vec<Bag> {
        let shop: Vec<_> = weights.iter().map(|weight| weight.shop).collect();
        let presentment: Vec<_> = weights.iter().map(|weight| weight.presentment).collect();
        spread(total.shop, &shop, self.shop)
            .into_iter()
            .zip(spread(total.presentment, &presentment, self.presentment))
            .map(|(shop, presentment)| Bag { shop, presentment })
            .collect()
    }
}

fn rounded(amount: Decimal, decimals: u32) -> Decimal {
    amount.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

fn rounded_down(amount: Decimal, decimals: u32) -> Decimal {
    if decimals == 0 { rounded(amount, 0) } else { amount.round_dp_with_strategy(decimals, RoundingStrategy::ToZero) }
}

/// An amount of this currency rounded to whole minor units, a midpoint away from zero.
pub(crate) fn in_minor_units(amount: Decimal, currency: &str) -> Decimal {
    rounded(amount, minor_units(currency))
}

/// What is rounded away from one part is given to the next, so that the last one closes the sum.
fn spread(total: Decimal, weights: &[Decimal], decimals: u32) -> Vec<Decimal> {
    let all: Decimal = weights.iter().sum();
    let mut passed = Decimal::ZERO;
    let mut given = Decimal::ZERO;
    weights
        .iter()
        .map(|weight| {
            passed += weight;
            let due = (total * passed).checked_div(all).map_or(Decimal::ZERO, |due| rounded(due, decimals));
            let part = due - given;
            given = due;
            part
        })
        .collect()
}

/// How many decimals amounts of `currency` have.
fn minor_units(currency: &str) -> u32 {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND" | "VUV"
        | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn the_parts_of_a_discount_add_up_to_it() {
        let parts = spread(decimal("100"), &[decimal("1"), decimal("1"), decimal("1")], 2);
        assert_eq!(parts, [decimal("33.33"), decimal("33.34"), decimal("33.33")]);
        assert_eq!(spread(decimal("10"), &[Decimal::ZERO, Decimal::ZERO], 2), [Decimal::ZERO, Decimal::ZERO]);
    }

    #[test]
    fn a_currency_without_minor_units_is_rounded_to_whole_ones() {
        let decimals = Decimals::of("NOK", "JPY");
        assert_eq!(
            decimals.round(Bag::both(decimal("10.505"))),
            Bag { shop: decimal("10.51"), presentment: decimal("11") }
        );
    }
}
