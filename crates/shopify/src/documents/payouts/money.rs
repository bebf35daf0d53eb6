use rust_decimal::Decimal;

use crate::documents::orders::CurrencyCode;
use crate::schema;

/// An amount of the balance, whose currency need not be that of the store.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "MoneyV2")]
pub struct BalanceMoney {
    /// How much, exactly as written.
    pub amount: Decimal,
    /// In which currency.
    pub currency_code: CurrencyCode,
}
