use rust_decimal::Decimal;
use sea_orm::ConnectionTrait;
use values::money::{Amount, Invalid, round};

use super::find::Ground;
use super::{FINEST, Terms, Wanted};
use crate::{Error, Result};

/// What one unit is offered at and what it costs us: in the currency of the terms, and as fine as its amounts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Its price before any discount.
    pub list_price: Amount,
    /// What is paid for it.
    pub price: Amount,
    /// What it costs us, without VAT.
    pub unit_cost: Amount,
}

/// What one unit of each of many items and variants is offered at, in their order, each with its own error; in as many
/// statements for many as for one. Prices are rounded before they are compared or discounted, as those of a document's line
/// are: a price list with more decimals than the currency has does not look like a discount.
///
/// # Errors
/// As [`find_many`](super::find_many).
pub async fn quote_many(c: &impl ConnectionTrait, terms: &Terms, wanted: &[Wanted]) -> Result<Vec<Result<Quote>>> {
    let ground = Ground::read(c, terms, wanted).await?;
    Ok(wanted.iter().map(|wanted| quote(&ground, wanted)).collect())
}

fn quote(ground: &Ground, wanted: &Wanted) -> Result<Quote> {
    let precision = if ground.amounts.is_zero() { FINEST } else { ground.amounts.decimal() };
    let found = ground.find(wanted)?;
    let (item, _, per_unit) = ground.asked(wanted)?;
    let list = round(found.unit_price.decimal(), precision);
    let too_large = || Error::Number(Invalid::TooLarge(list.to_string()));
    let percent = found.line_discount_percent.decimal();
    let discount = list.checked_mul(percent).ok_or_else(too_large)? / Decimal::ONE_HUNDRED;
    let mut cost = item.unit_cost.decimal().checked_mul(per_unit.decimal()).ok_or_else(too_large)?;
    if let Some(code) = ground.terms.currency_code.non_blank() {
        let missing = || Error::NoExchangeRate { currency: code.to_string(), date: ground.terms.date };
        let factor = ground.terms.currency_factor.ok_or_else(missing)?;
        cost = cost.checked_mul(factor.decimal()).ok_or_else(too_large)?;
    }
    Ok(Quote {
        list_price: Amount::new(list)?,
        price: Amount::rounded(list - round(discount, precision), precision)?,
        unit_cost: Amount::rounded(cost, precision)?,
    })
}
