//! What a document comes to.

use values::money::Amount;

use super::read::Printed;
use crate::{Language, Total};

/// Whether the lines come to what the document does.
pub(super) fn agree(printed: &Printed) -> bool {
    let header = &printed.header;
    let amount: Amount = printed.lines.iter().map(|line| line.amount).sum();
    let with_vat: Amount = printed.lines.iter().map(|line| line.amount_including_vat).sum();
    amount == header.amount && with_vat == header.amount_including_vat
}

/// The sums below the lines: what the lines come to, where a discount on the whole is taken from that; the total without
/// VAT, the VAT, and the total with it.
pub(super) fn totals(printed: &Printed, language: Language) -> Vec<Total> {
    let (header, words) = (&printed.header, language.words());
    let sum = |label: &str, amount: Amount| Total {
        label: label.to_owned(),
        value: in_figures(printed, language, amount),
        strong: false,
    };
    let mut totals = Vec::new();
    let discount: Amount = printed.lines.iter().map(|line| line.invoice_discount_amount).sum();
    if !discount.is_zero() {
        let label = if header.prices_including_vat { words.subtotal_with_vat } else { words.subtotal };
        totals.push(sum(label, printed.lines.iter().map(|line| line.line_amount).sum()));
        totals.push(sum(words.invoice_discount, -discount));
    }
    totals.push(sum(words.total_without_vat, header.amount));
    totals.push(sum(words.vat, header.amount_including_vat - header.amount));
    let label = format!("{} {}", words.total_with_vat, printed.currency());
    totals.push(Total { strong: true, ..sum(&label, header.amount_including_vat) });
    totals
}

/// An amount of the document, with the decimals of its currency.
pub(super) fn in_figures(printed: &Printed, language: Language, amount: Amount) -> String {
    language.number(amount.decimal(), printed.precision.normalize().scale())
}

/// The same with the currency.
pub(super) fn with_currency(printed: &Printed, language: Language, amount: Amount) -> String {
    format!("{}\u{a0}{}", printed.currency(), in_figures(printed, language, amount))
}
