use rust_decimal::{Decimal, RoundingStrategy};
use values::money::Amount;

use super::Terms;
use super::part::Part;
use super::split::Sums;
use super::vat::apart;
use crate::Result;
use crate::general_ledger::setup::InvoiceRounding;
use crate::posting::ready::Posting;

/// How what is to be paid is rounded.
#[derive(Clone, Debug)]
pub(in crate::posting) struct Rounding {
    /// To multiples of this.
    pub(in crate::posting) precision: Decimal,
    /// Which way.
    pub(in crate::posting) way: InvoiceRounding,
    /// Where the difference goes.
    pub(in crate::posting) posting: Posting,
}

/// Adds a part that makes what is to be paid a round amount, when it is not one.
pub(super) fn round_off(parts: &mut Vec<Part>, terms: &Terms) -> Result<()> {
    let Some(rounding) = &terms.rounding else { return Ok(()) };
    let total: Amount = parts.iter().map(|part| part.own.sale.whole()).sum();
    let difference = Amount::new(rounded(total.decimal(), rounding.precision, rounding.way))? - total;
    if difference.is_zero() {
        return Ok(());
    }
    let sale = apart(difference, &rounding.posting.vat, true, terms.precision)?;
    parts.push(Part {
        at: None,
        posting: rounding.posting.clone(),
        quantity: 1.into(),
        line_discount: Amount::ZERO,
        line_amount: if terms.prices_including_vat { difference } else { sale.net },
        invoice_discount: Amount::ZERO,
        own: Sums { sale, ..Sums::default() },
        lcy: Sums::default(),
    });
    Ok(())
}

/// Up is away from nothing, down towards it.
fn rounded(value: Decimal, precision: Decimal, way: InvoiceRounding) -> Decimal {
    let strategy = match way {
        InvoiceRounding::Nearest => RoundingStrategy::MidpointAwayFromZero,
        InvoiceRounding::Up => RoundingStrategy::AwayFromZero,
        InvoiceRounding::Down => RoundingStrategy::ToZero,
    };
    match value.checked_div(precision) {
        Some(steps) => steps.round_dp_with_strategy(0, strategy) * precision,
        None => value,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("12.30", InvoiceRounding::Nearest, "12.50")]
    #[case("12.20", InvoiceRounding::Nearest, "12.00")]
    #[case("12.25", InvoiceRounding::Nearest, "12.50")]
    #[case("12.01", InvoiceRounding::Up, "12.50")]
    #[case("12.49", InvoiceRounding::Down, "12.00")]
    #[case("-12.01", InvoiceRounding::Up, "-12.50")]
    fn what_is_to_be_paid_is_rounded_to_halves(
        #[case] total: Decimal,
        #[case] way: InvoiceRounding,
        #[case] expected: Decimal,
    ) {
        assert_eq!(rounded(total, Decimal::new(5, 1), way), expected);
    }
}
