use rust_decimal::Decimal;
use values::Code;
use values::money::{Invalid, Price, round};

use super::best::Asked;
use super::{Rules, Terms};
use crate::{Error, Result};

/// A price as it is listed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed<'a> {
    pub(super) price: Price,
    pub(super) includes_vat: bool,
    /// Whose VAT it has in it.
    pub(super) vat_group: &'a Code<20>,
    /// Whether it is of the unit that is asked for; otherwise of the base unit.
    pub(super) of_unit: bool,
    /// Whether it is in the currency of the terms; otherwise in the company's own.
    pub(super) in_currency: bool,
}

/// A listed price as it is asked for: first its VAT is turned, then its unit, then its currency; then it is rounded.
pub(super) fn convert(rules: Rules<'_>, terms: &Terms, asked: &Asked<'_>, listed: Listed<'_>) -> Result<Price> {
    let mut price = with_vat(rules, terms, asked, listed)?;
    if !listed.of_unit {
        price = times(price, asked.per_unit.decimal())?;
    }
    if !listed.in_currency && !terms.currency_code.is_blank() {
        let missing = || Error::NoExchangeRate { currency: terms.currency_code.to_string(), date: terms.date };
        price = times(price, terms.currency_factor.ok_or_else(missing)?.decimal())?;
    }
    Ok(Price::rounded(price, rules.precision)?)
}

/// The price with the VAT of the buyer in it, or with none, as the terms want it.
fn with_vat(rules: Rules<'_>, terms: &Terms, asked: &Asked<'_>, listed: Listed<'_>) -> Result<Decimal> {
    let price = listed.price.decimal();
    if !listed.includes_vat && !terms.prices_including_vat {
        return Ok(price);
    }
    let product = &asked.item.vat_product_posting_group;
    let buyer = &terms.vat_business_posting_group;
    let of_list = listed.vat_group.non_blank().or(rules.vat_group.non_blank()).unwrap_or(buyer);
    let from = if listed.includes_vat { rules.percent(of_list, product)? } else { Decimal::ZERO };
    let to = if terms.prices_including_vat { rules.percent(buyer, product)? } else { Decimal::ZERO };
    ratio(price, to, from)
}

/// A price that is kept while its document begins, or ceases, to have VAT in its prices. `percent` is the VAT of its line.
pub(crate) fn turn_vat(price: Price, percent: Decimal, including: bool, precision: Decimal) -> Result<Price> {
    let (to, from) = if including { (percent, Decimal::ZERO) } else { (Decimal::ZERO, percent) };
    Ok(Price::new(round(ratio(price.decimal(), to, from)?, precision))?)
}

/// A price with `from` percent of VAT in it, with `to` percent instead.
fn ratio(price: Decimal, to: Decimal, from: Decimal) -> Result<Decimal> {
    if to == from {
        return Ok(price);
    }
    let whole = times(price, Decimal::ONE_HUNDRED + to)?;
    whole.checked_div(Decimal::ONE_HUNDRED + from).ok_or_else(|| too_large(price))
}

fn times(price: Decimal, factor: Decimal) -> Result<Decimal> {
    price.checked_mul(factor).ok_or_else(|| too_large(price))
}

fn too_large(price: Decimal) -> Error {
    Error::Number(Invalid::TooLarge(price.to_string()))
}
