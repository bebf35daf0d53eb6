//! What a document comes to: each line's part of it in the document's currency and in the company's own, in the direction
//! of the document, so a credit memo's amounts are positive, too. Pure: no set-up is looked up and nothing is read.

mod convert;
mod discount;
mod part;
mod rounding;
mod split;
mod tax;
#[cfg(test)]
mod tests;
mod vat;

use rust_decimal::Decimal;
use values::money::Amount;

pub(super) use self::part::{Part, first};
pub(super) use self::rounding::Rounding;
pub(super) use self::split::Split;
pub(super) use self::tax::{Levied, TakenBack};
use super::ready::ReadyLine;
use crate::Result;
use crate::currencies::Rate;
use crate::sales_tax::{ByTaxed, Conversion};

/// How a document is worked out.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    /// Whether the amounts of its lines have VAT in them.
    pub(super) prices_including_vat: bool,
    /// To what its amounts are rounded.
    pub(super) precision: Decimal,
    /// How what is to be paid is rounded, where it is.
    pub(super) rounding: Option<Rounding>,
    /// How much of its currency one of the company's own is worth.
    pub(super) factor: Rate,
    /// To what amounts in the company's own currency are rounded.
    pub(super) own_precision: Decimal,
    /// The sales taxes of its lines.
    pub(super) taxes: ByTaxed,
    /// What jurisdictions got of the invoice that it takes back.
    pub(super) taken_back: Vec<TakenBack>,
}

impl Terms {
    fn conversion(&self) -> Conversion {
        Conversion { factor: self.factor, precision: self.precision, own_precision: self.own_precision }
    }
}

/// What is invoiced of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Amounts {
    /// Of each line of which something is invoiced, in their order, and of rounding at the end.
    pub(super) parts: Vec<Part>,
    /// The sales tax of all of them, in the company's own currency.
    pub(super) taxes: Vec<Levied>,
}

/// Works out what is invoiced of the lines.
///
/// Of a line that is invoiced in parts, the parts come to the whole, and so does the VAT of the group: what is invoiced
/// first is rounded, and what is invoiced later is the rest. A customer who gets an order in ten parcels pays what the
/// order says. A line that takes a posted one back comes to what that came to.
///
/// # Errors
/// When an amount is too large to be kept.
pub(super) fn work_out(lines: &[ReadyLine], terms: &Terms) -> Result<Amounts> {
    let mut parts = part::of_lines(lines, terms.precision)?;
    let levied = vat::spread(lines, &mut parts, terms)?;
    discount::take_apart(&mut parts, terms)?;
    rounding::round_off(&mut parts, terms)?;
    convert::convert(&mut parts, terms)?;
    let taxes = tax::of_parts(levied, &parts, terms.own_precision)?;
    Ok(Amounts { parts, taxes })
}

impl Amounts {
    /// What is to be paid, in the document's currency.
    pub(super) fn total(&self) -> Split {
        self.parts.iter().map(|part| part.own.sale).sum()
    }

    /// The same in the company's own.
    pub(super) fn total_lcy(&self) -> Split {
        self.parts.iter().map(|part| part.lcy.sale).sum()
    }

    /// The discount on the whole, in the document's currency.
    pub(super) fn invoice_discount(&self) -> Amount {
        self.parts.iter().map(|part| part.invoice_discount).sum()
    }
}
