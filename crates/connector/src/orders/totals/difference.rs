use rust_decimal::Decimal;
use values::money::Amount;

use super::decimals::smallest;
use super::expected;
use crate::orders::options::DifferenceReason;
use crate::orders::staged::Sale;
use crate::shops::options::CurrencyHandling;

/// What a sales document comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentTotals {
    /// Its taxes.
    pub vat: Amount,
    /// With its taxes.
    pub including_vat: Amount,
}

/// By how much a document comes to more than its order in Shopify, and why; nothing when they agree to the cent.
pub fn difference(
    sale: &Sale,
    handling: CurrencyHandling,
    document: &DocumentTotals,
) -> Option<(Amount, DifferenceReason)> {
    let told = expected(sale, handling);
    let more = document.including_vat - told.total;
    if more.is_zero() {
        return None;
    }
    let currency = handling.pick(&sale.order.currency_code, &sale.order.presentment_currency_code);
    // Each line may have been rounded up where the other side rounded down.
    let lines = sale.lines.len() + sale.shipping_charges.len() + sale.additional_fees.len();
    let slack = smallest(currency.as_str()) * Decimal::from(lines.max(1));
    let is_little = |amount: Amount| amount.decimal().abs() <= slack;
    let vat_included = sale.order.vat_included;
    let more_tax = if vat_included { Amount::ZERO } else { document.vat - told.tax };
    // What Shopify charges and tells in no part of the order.
    let told_nowhere = told.total - told.parts() - if vat_included { Amount::ZERO } else { told.tax };
    let reason = if is_little(more) {
        DifferenceReason::Rounding
    } else if is_little(more - more_tax) {
        DifferenceReason::TaxSetup
    } else if is_little(more - more_tax + told_nowhere) {
        if told_nowhere > Amount::ZERO { DifferenceReason::Fee } else { DifferenceReason::Discount }
    } else {
        DifferenceReason::OtherReason
    };
    Some((more, reason))
}
