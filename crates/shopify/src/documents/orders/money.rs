use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::schema;

/// An amount in the shop's currency and in the one that the customer saw. The order names both currencies once.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct MoneyBag {
    /// In the shop's currency.
    pub shop_money: Money,
    /// In the currency that the customer saw.
    pub presentment_money: Money,
}

/// An amount.
#[derive(cynic::QueryFragment, Clone, Copy, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "MoneyV2")]
pub struct Money {
    /// How much, exactly as written.
    pub amount: Decimal,
}

/// What rounding to whole coins has added.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct CashRoundingAdjustment {
    /// To payments.
    pub payment_set: MoneyBag,
    /// To refunds.
    pub refund_set: MoneyBag,
}

/// A currency by its ISO code, any of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CurrencyCode(pub String);

impl cynic::Enum for CurrencyCode {
    type SchemaType = schema::CurrencyCode;
}

/// A country by its ISO code, any of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CountryCode(pub String);

impl cynic::Enum for CountryCode {
    type SchemaType = schema::CountryCode;
}
