use rust_decimal::Decimal;
use shopify::documents::orders::MoneyBag;
use values::money::{Amount, DECIMALS, Price};

/// Why an order can't be imported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    /// It is no order in JSON.
    #[error("Shopify's answer can't be read as an order: {0}. Try again; if it stays, report it")]
    Json(String),
    /// A number is out of range.
    #[error("{field} can't be stored: {reason}")]
    Number {
        /// The field in Shopify.
        field: &'static str,
        /// Why.
        reason: values::money::Invalid,
    },
}

/// The finest precision that is stored.
fn finest() -> Decimal {
    Decimal::new(1, DECIMALS)
}

/// An amount of Shopify.
///
/// # Errors
/// [`Invalid::Number`] when it is too large.
pub fn amount(field: &'static str, value: Decimal) -> Result<Amount, Invalid> {
    Amount::rounded(value, finest()).map_err(|reason| Invalid::Number { field, reason })
}

/// The same in shop money and in presentment money.
///
/// # Errors
/// [`Invalid::Number`] when one of them is too large.
pub fn both(field: &'static str, set: &MoneyBag) -> Result<(Amount, Amount), Invalid> {
    Ok((amount(field, set.shop_money.amount)?, amount(field, set.presentment_money.amount)?))
}

/// A unit price of Shopify.
///
/// # Errors
/// [`Invalid::Number`] when it is too large.
pub fn price(field: &'static str, value: Decimal) -> Result<Price, Invalid> {
    Price::rounded(value, finest()).map_err(|reason| Invalid::Number { field, reason })
}
