use rust_decimal::Decimal;
use values::money::{Amount, Quantity, round};

use super::split::Sums;
use crate::Result;
use crate::posting::ready::{Posting, ReadyLine};
use crate::sales::line;

/// What of a line is invoiced.
#[derive(Clone, Debug)]
pub(in crate::posting) struct Part {
    /// Which line; `None`: what rounding comes to.
    pub(in crate::posting) at: Option<usize>,
    /// Whether it takes a posted line back.
    pub(in crate::posting) is_back: bool,
    pub(in crate::posting) posting: Posting,
    pub(in crate::posting) quantity: Quantity,
    /// The discount on the line.
    pub(in crate::posting) line_discount: Amount,
    /// Quantity times price, less that.
    pub(in crate::posting) line_amount: Amount,
    /// Its part of the discount on the whole.
    pub(in crate::posting) invoice_discount: Amount,
    /// In the document's currency.
    pub(in crate::posting) own: Sums,
    /// In the company's own.
    pub(in crate::posting) lcy: Sums,
}

impl Part {
    /// What VAT is worked out from.
    pub(super) fn net(&self) -> Amount {
        self.line_amount - self.invoice_discount
    }
}

/// The parts of those lines of which something is invoiced.
pub(super) fn of_lines(lines: &[ReadyLine], precision: Decimal) -> Result<Vec<Part>> {
    let mut parts = Vec::with_capacity(lines.len());
    for (at, ready) in lines.iter().enumerate() {
        let Some(posting) = ready.posting.as_ref().filter(|_| !ready.invoice.is_zero()) else { continue };
        let (line, before) = (&ready.line, ready.line.quantity_invoiced);
        let after = before + ready.invoice;
        let between = |whole| {
            Ok::<_, crate::Error>(first(line, whole, after, precision)? - first(line, whole, before, precision)?)
        };
        let line_discount = between(line.line_discount_amount)?;
        parts.push(Part {
            at: Some(at),
            is_back: line.corrective,
            posting: posting.clone(),
            quantity: ready.invoice,
            line_discount,
            line_amount: between(line.line_amount + line.line_discount_amount)? - line_discount,
            invoice_discount: between(line.invoice_discount_amount)?,
            own: Sums::default(),
            lcy: Sums::default(),
        });
    }
    Ok(parts)
}

/// What VAT is worked out from on the first `units` of a line.
pub(super) fn net_of_first(line: &line::Model, units: Quantity, precision: Decimal) -> Result<Amount> {
    let gross = first(line, line.line_amount + line.line_discount_amount, units, precision)?;
    let line_discount = first(line, line.line_discount_amount, units, precision)?;
    Ok(gross - line_discount - first(line, line.invoice_discount_amount, units, precision)?)
}

/// What of `whole`, an amount of a line, falls on its first `units`. A part is what falls on the units up to its last,
/// less what fell on those before its first: so parts come to the whole, however they are cut.
pub(in crate::posting) fn first(
    line: &line::Model,
    whole: Amount,
    units: Quantity,
    precision: Decimal,
) -> Result<Amount> {
    let share = (whole.decimal() * units.decimal()).checked_div(line.quantity.decimal()).unwrap_or_default();
    Ok(Amount::new(round(share, precision))?)
}
