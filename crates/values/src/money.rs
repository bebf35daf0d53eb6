//! Exact numbers: amounts of money, unit prices, quantities and percentages.
//!
//! All four have at most five decimals (BC's limit) and are stored as integers scaled by 10⁵. Arithmetic that may need
//! more decimals, as a product or a quotient, is done on [`Decimal`] and rounded back with [`round`].

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// How many decimals are kept.
pub const DECIMALS: u32 = 5;

/// Why a number can't be an amount, a price, a quantity or a percentage.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    /// The text is no decimal number.
    #[error("'{0}' is not a number: write digits with a point, as 1234.50")]
    NotANumber(String),
    /// More than five decimals.
    #[error("{0} has more than five decimals: round it first")]
    TooFine(String),
    /// Too large to be stored.
    #[error("{0} is too large: the limit is 92,233,720,368,547")]
    TooLarge(String),
}

/// `value` rounded to the nearest multiple of `precision`, a midpoint away from zero, as BC's `Round` does.
/// A precision of zero leaves the value as it is.
pub fn round(value: Decimal, precision: Decimal) -> Decimal {
    if precision.is_zero() {
        return value;
    }
    match value.checked_div(precision) {
        Some(steps) => steps.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero) * precision,
        None => value,
    }
}

macro_rules! exact_number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Decimal);

        impl $name {
            /// Nothing.
            pub const ZERO: Self = Self(Decimal::ZERO);

            /// Checks that `value` can be kept as it is.
            ///
            /// # Errors
            /// [`Invalid::TooFine`] or [`Invalid::TooLarge`].
            pub fn new(value: Decimal) -> Result<Self, Invalid> {
                let value = value.normalize();
                if value.scale() > DECIMALS {
                    return Err(Invalid::TooFine(value.to_string()));
                }
                scaled(value).map(|_| Self(value)).ok_or_else(|| Invalid::TooLarge(value.to_string()))
            }

            /// `value` rounded to a multiple of `precision`, which has at most five decimals.
            ///
            /// # Errors
            /// [`Invalid::TooLarge`], or [`Invalid::TooFine`] for a precision that is finer than five decimals.
            pub fn rounded(value: Decimal, precision: Decimal) -> Result<Self, Invalid> {
                Self::new(round(value, precision))
            }

            /// The exact number.
            pub const fn decimal(self) -> Decimal {
                self.0
            }

            /// Whether it is nothing.
            pub fn is_zero(self) -> bool {
                self.0.is_zero()
            }

            /// The stored form: an integer scaled by 10⁵.
            pub fn to_scaled(self) -> i64 {
                scaled(self.0).unwrap_or_default()
            }

            /// From the stored form.
            pub fn from_scaled(stored: i64) -> Self {
                Self(Decimal::new(stored, DECIMALS).normalize())
            }
        }

        impl From<i32> for $name {
            fn from(whole: i32) -> Self {
                Self(Decimal::from(whole))
            }
        }

        impl From<$name> for Decimal {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl TryFrom<Decimal> for $name {
            type Error = Invalid;
            fn try_from(value: Decimal) -> Result<Self, Invalid> {
                Self::new(value)
            }
        }

        impl FromStr for $name {
            type Err = Invalid;
            fn from_str(text: &str) -> Result<Self, Invalid> {
                let value = Decimal::from_str_exact(text.trim()).map_err(|_| Invalid::NotANumber(text.to_owned()))?;
                Self::new(value)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl Neg for $name {
            type Output = Self;
            /// Taken from zero: turning the sign of zero would leave it a minus.
            fn neg(self) -> Self {
                Self(Decimal::ZERO - self.0)
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }

        impl SubAssign for $name {
            fn sub_assign(&mut self, other: Self) {
                self.0 -= other.0;
            }
        }

        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
                values.fold(Self::ZERO, Add::add)
            }
        }

        impl Serialize for $name {
            /// A JSON number, written from the exact decimal text.
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize_number(self.0, serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = deserializer.deserialize_any(NumberVisitor)?;
                Self::new(value).map_err(de::Error::custom)
            }
        }
    };
}

exact_number! {
    /// An amount of money, in the currency that its document or field says.
    Amount
}
exact_number! {
    /// The price of one unit.
    Price
}
exact_number! {
    /// How many units, in the unit of measure that its line says.
    Quantity
}
exact_number! {
    /// A percentage: 25 means 25 %.
    Percent
}

fn scaled(value: Decimal) -> Option<i64> {
    let mut value = value;
    value.rescale(DECIMALS);
    i64::try_from(value.mantissa()).ok().filter(|_| value.scale() == DECIMALS)
}

fn serialize_number<S: Serializer>(value: Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    let text = value.normalize().to_string();
    match serde_json::value::RawValue::from_string(text) {
        Ok(raw) => raw.serialize(serializer),
        Err(error) => Err(serde::ser::Error::custom(error)),
    }
}

/// The most significant digits that survive a JSON reader which goes through binary floating point.
const SAFE_DIGITS: usize = 15;

struct NumberVisitor;

impl de::Visitor<'_> for NumberVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, as 1234.50")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Decimal, E> {
        Ok(Decimal::from(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Decimal, E> {
        Ok(Decimal::from(value))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Decimal, E> {
        let text = value.to_string();
        if text.chars().filter(char::is_ascii_digit).count() > SAFE_DIGITS + 1 {
            return Err(E::custom(format!(
                "{text} has too many digits to be exact as a JSON number: write it as a string"
            )));
        }
        self.visit_str(&text)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
        Decimal::from_str_exact(text.trim()).map_err(|_| E::custom(Invalid::NotANumber(text.to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_midpoint_is_rounded_away_from_zero() {
        assert_eq!(round(decimal("4.7976"), decimal("0.01")), decimal("4.80"));
        assert_eq!(round(decimal("0.005"), decimal("0.01")), decimal("0.01"));
        assert_eq!(round(decimal("-0.005"), decimal("0.01")), decimal("-0.01"));
        assert_eq!(round(decimal("12.37"), decimal("0.05")), decimal("12.35"));
    }

    #[test]
    fn an_amount_survives_its_stored_form() {
        let amount: Amount = "-1234.56789".parse().unwrap();
        assert_eq!(amount.to_scaled(), -123_456_789);
        assert_eq!(Amount::from_scaled(amount.to_scaled()), amount);
    }

    #[rstest]
    #[case(-Amount::ZERO)]
    #[case(-(-Amount::ZERO))]
    #[case("-0.00".parse().unwrap())]
    #[case(Amount::new(-Decimal::ZERO).unwrap())]
    #[case(Amount::new(Decimal::NEGATIVE_ONE * Decimal::ZERO).unwrap())]
    #[case(Amount::rounded(decimal("-0.004"), decimal("0.01")).unwrap())]
    #[case(serde_json::from_str("-0.0").unwrap())]
    #[case(serde_json::from_str("\"-0.00\"").unwrap())]
    fn zero_has_no_sign(#[case] zero: Amount) {
        assert_eq!(zero.to_string(), "0");
        assert_eq!(serde_json::to_string(&zero).unwrap(), "0");
    }

    proptest! {
        #[test]
        fn what_comes_to_zero_has_no_sign(stored: i64) {
            let quantity = Quantity::from_scaled(stored);
            let (back, mut rest) = (-quantity, quantity);
            rest -= quantity;
            for zero in [rest, -rest, quantity + back, -(back + quantity), [quantity, back].into_iter().sum()] {
                prop_assert_eq!(format!("{zero:.2}"), "0.00");
            }
        }
    }

    #[test]
    fn what_cannot_be_kept_exactly_is_refused() {
        assert!(matches!("0.000001".parse::<Amount>(), Err(Invalid::TooFine(_))));
        assert!(matches!("92233720368548".parse::<Amount>(), Err(Invalid::TooLarge(_))));
        assert!(matches!("1,5".parse::<Amount>(), Err(Invalid::NotANumber(_))));
    }

    #[test]
    fn json_holds_the_exact_number() {
        let amount: Amount = "0.1".parse().unwrap();
        assert_eq!(serde_json::to_string(&amount).unwrap(), "0.1");
        assert_eq!(serde_json::from_str::<Amount>("1234567.89").unwrap(), "1234567.89".parse().unwrap());
        assert_eq!(serde_json::from_str::<Amount>("\"0.10\"").unwrap(), amount);
    }
}
