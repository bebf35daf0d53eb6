use std::cmp::Reverse;

use rust_decimal::Decimal;
use values::Code;
use values::money::{Percent, Price, Quantity};

use super::convert::{Listed, convert};
use super::list::Source;
use super::{Book, Found, Rules, Terms, line};
use crate::{Result, items};

/// What is sold, how much of it, in which unit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) item: &'a items::Model,
    pub(crate) variant: &'a Code<10>,
    pub(crate) unit: &'a Code<10>,
    /// How many base units one of it holds.
    pub(crate) per_unit: Quantity,
    pub(crate) quantity: Quantity,
}

/// The best price and the best discount.
///
/// # Errors
/// [`crate::Error::NoVatSetup`] and [`crate::Error::NoExchangeRate`] when a price can't be turned into the one that is
/// asked for; [`crate::Error::Number`] when it is too large.
pub(crate) fn best(rules: Rules<'_>, terms: &Terms, asked: &Asked<'_>, book: &Book) -> Result<Found> {
    let lines: Vec<&line::Model> = book.of(asked.item).filter(|line| applies(line, terms, asked)).collect();
    let discount = best_discount(&lines);
    let Some((price, unit_price)) = best_price(rules, terms, asked, &lines)? else {
        return own_price(rules, terms, asked, discount);
    };
    let discount = discount.filter(|_| price.allow_line_discount);
    Ok(Found {
        unit_price,
        line_discount_percent: discount.map_or(Percent::ZERO, |line| line.line_discount_percent),
        allow_line_discount: price.allow_line_discount,
        allow_invoice_discount: price.allow_invoice_discount,
        price_line: Some(price.id),
        discount_line: discount.map(|line| line.id),
    })
}

/// The item's own price: that of its base unit, in the company's own currency.
fn own_price(rules: Rules<'_>, terms: &Terms, asked: &Asked<'_>, discount: Option<&line::Model>) -> Result<Found> {
    let listed = Listed {
        price: asked.item.unit_price,
        includes_vat: asked.item.price_includes_vat,
        vat_group: &asked.item.vat_business_posting_group_price,
        of_unit: false,
        in_currency: false,
    };
    let discount = discount.filter(|_| terms.allow_line_discount);
    Ok(Found {
        unit_price: if listed.price.is_zero() { Price::ZERO } else { convert(rules, terms, asked, listed)? },
        line_discount_percent: discount.map_or(Percent::ZERO, |line| line.line_discount_percent),
        allow_line_discount: terms.allow_line_discount,
        allow_invoice_discount: asked.item.allow_invoice_discount,
        price_line: None,
        discount_line: discount.map(|line| line.id),
    })
}

/// Of the lines that fit best, the one at which the least is paid; of several the first.
fn best_price<'a>(
    rules: Rules<'_>,
    terms: &Terms,
    asked: &Asked<'_>,
    lines: &[&'a line::Model],
) -> Result<Option<(&'a line::Model, Price)>> {
    let priced = |line: &line::Model| line.has_price() && line.source_type != Source::DiscountGroup;
    let mut best = None;
    for line in lines.iter().filter(|line| priced(line)) {
        let listed = Listed {
            price: line.unit_price,
            includes_vat: line.price_includes_vat,
            vat_group: &line.vat_business_posting_group_price,
            of_unit: !line.unit_of_measure_code.is_blank(),
            in_currency: !line.currency_code.is_blank(),
        };
        let price = convert(rules, terms, asked, listed)?;
        let rank = (Reverse(matches(line)), paid(price, line));
        if best.as_ref().is_none_or(|(_, _, known)| rank < *known) {
            best = Some((*line, price, rank));
        }
    }
    Ok(best.map(|(line, price, _)| (line, price)))
}

/// How many of variant and currency a line names. It applies, so it names those that are asked for.
fn matches(line: &line::Model) -> usize {
    usize::from(!line.variant_code.is_blank()) + usize::from(!line.currency_code.is_blank())
}

/// What is paid for one unit by a line that has a discount of its own.
fn paid(price: Price, line: &line::Model) -> Decimal {
    let percent = if line.has_discount() { line.line_discount_percent.decimal() } else { Decimal::ZERO };
    price.decimal() * (Decimal::ONE - percent / Decimal::ONE_HUNDRED)
}

/// The line with the highest discount; of several the first.
fn best_discount<'a>(lines: &[&'a line::Model]) -> Option<&'a line::Model> {
    let discounts = lines.iter().copied().filter(|line| {
        line.has_discount() && line.source_type != Source::PriceGroup && line.line_discount_percent > Percent::ZERO
    });
    discounts.reduce(|best, line| if line.line_discount_percent > best.line_discount_percent { line } else { best })
}

/// Whether a line is for these terms and for what is asked.
fn applies(line: &line::Model, terms: &Terms, asked: &Asked<'_>) -> bool {
    let of_source = match line.source_type {
        Source::AllCustomers => true,
        Source::Customer => is(&line.source_number, &terms.customer_number),
        Source::PriceGroup => is(&line.source_number, &terms.customer_price_group),
        Source::DiscountGroup => is(&line.source_number, &terms.customer_discount_group),
        Source::Campaign => is(&line.source_number, &terms.campaign_number),
    };
    let quantity = asked.quantity.decimal().abs();
    let in_its_unit =
        if line.unit_of_measure_code.is_blank() { quantity.saturating_mul(asked.per_unit.decimal()) } else { quantity };
    of_source
        && fits(&line.variant_code, asked.variant)
        && fits(&line.unit_of_measure_code, asked.unit)
        && fits(&line.currency_code, &terms.currency_code)
        && line.starting_date.is_none_or(|first| first <= terms.date)
        && line.ending_date.is_none_or(|last| terms.date <= last)
        && line.minimum_quantity.decimal() <= in_its_unit
}

/// Whether a code that is not blank is the same.
fn is<const N: usize, const M: usize>(of_line: &Code<N>, of_terms: &Code<M>) -> bool {
    !of_terms.is_blank() && of_line.as_str() == of_terms.as_str()
}

/// Whether a line is for all, or for this one.
fn fits(of_line: &Code<10>, wanted: &Code<10>) -> bool {
    of_line.is_blank() || of_line == wanted
}

#[cfg(test)]
mod tests;
