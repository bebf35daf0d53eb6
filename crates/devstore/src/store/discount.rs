use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::money::Bag;

/// A discount that was applied.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Discount {
    pub id: u64,
    pub given_by: GivenBy,
    pub value: DiscountValue,
}

/// Who gives a discount.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum GivenBy {
    /// A code that the buyer has entered.
    Code(String),
    /// A person, for one line, by an edit of the order or in a draft, with what they say about it.
    Person(Option<String>),
    /// A person, for all lines of a draft together.
    Seller(Option<String>),
}

/// What a discount gives.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum DiscountValue {
    /// A part of the lines' prices: 10 means 10 %.
    Percentage(Decimal),
    /// An amount, spread over the lines; of a person, an amount on each piece of one line.
    Amount(Bag),
    /// All of the shipping.
    FreeShipping,
}

impl Discount {
    /// Its code, when it has one.
    pub(crate) fn code(&self) -> Option<&str> {
        match &self.given_by {
            GivenBy::Code(code) => Some(code),
            GivenBy::Person(_) | GivenBy::Seller(_) => None,
        }
    }
}
