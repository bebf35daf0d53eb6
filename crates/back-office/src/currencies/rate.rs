use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use values::field::{FieldType, Kind, Value};
use values::money;

/// An exchange rate: more decimals than an amount has, kept as text and never summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate(Decimal);

/// A quotient is exact to so many decimals; what lies beyond must not decide which way an amount is rounded.
const EXACT: u32 = 12;

impl Rate {
    /// One for one: the company's own currency.
    pub const ONE: Self = Self(Decimal::ONE);

    /// A rate, when it is greater than nothing.
    pub fn new(rate: Decimal) -> Option<Self> {
        (rate > Decimal::ZERO).then(|| Self(rate.normalize()))
    }

    /// The number.
    pub const fn decimal(self) -> Decimal {
        self.0
    }

    /// How much of a currency one of the company's own is worth, when `currency` of the one are `own` of the other.
    pub fn factor(currency: Self, own: Self) -> Self {
        Self(currency.0 / own.0)
    }

    /// An amount in the company's own currency, not rounded, of which this is the factor.
    pub fn to_own(self, amount: Decimal) -> Decimal {
        (amount / self.0).round_dp(EXACT)
    }

    /// An amount in a currency, not rounded, of which this is the factor.
    pub fn to_foreign(self, amount: Decimal) -> Decimal {
        (amount * self.0).round_dp(EXACT)
    }
}

impl Default for Rate {
    fn default() -> Self {
        Self::ONE
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for Rate {
    type Err = money::Invalid;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let rate = Decimal::from_str_exact(text.trim()).ok().and_then(Self::new);
        rate.ok_or_else(|| money::Invalid::NotANumber(text.to_owned()))
    }
}

impl FieldType for Rate {
    const KIND: Kind = Kind::Decimal;
    fn value(&self) -> Value {
        Value::Decimal(self.0)
    }
}

values::__text_column!(Rate);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_midpoint_survives_the_way_there_and_back() {
        let factor = Rate::factor("100".parse().unwrap(), "745".parse().unwrap());
        assert_eq!(factor.to_own("0.10".parse().unwrap()).normalize(), "0.745".parse().unwrap());
    }

    #[test]
    fn a_rate_of_nothing_is_none() {
        assert!("0".parse::<Rate>().is_err());
        assert!("-1".parse::<Rate>().is_err());
    }
}
