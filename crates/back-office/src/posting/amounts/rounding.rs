use rust_decimal::{Decimal, RoundingStrategy};
use values::money::Amount;

use super::Terms;
use super::part::Part;
use super::split::{Split, Sums};
use super::vat::apart;
use crate::Result;
use crate::general_ledger::setup::InvoiceRounding;
use crate::posting::ready::Posting;

/// How what is to be paid is rounded, and where the difference goes.
#[derive(Clone, Debug)]
pub(in crate::posting) enum Rounding {
    /// To multiples of an amount.
    To { precision: Decimal, way: InvoiceRounding, posting: Posting },
    /// As that of the invoice that is taken back was: what it came to, and the amount of its line.
    TakenBack { sale: Split, line_amount: Amount, posting: Posting },
}

/// Adds a part that makes what is to be paid a round amount, when it is not one.
pub(super) fn round_off(parts: &mut Vec<Part>, terms: &Terms) -> Result<()> {
    match &terms.rounding {
        None => {}
        Some(Rounding::TakenBack { sale, line_amount, posting }) => parts.push(part(*sale, *line_amount, posting)),
        Some(Rounding::To { precision, way, posting }) => {
            let total: Amount = parts.iter().map(|part| part.own.sale.whole()).sum();
            let difference = Amount::new(rounded(total.decimal(), *precision, *way))? - total;
            if !difference.is_zero() {
                let sale = apart(difference, &posting.vat, true, terms.precision)?;
                let line_amount = if terms.prices_including_vat { difference } else { sale.net };
                parts.push(part(sale, line_amount, posting));
            }
        }
    }
    Ok(())
}

fn part(sale: Split, line_amount: Amount, posting: &Posting) -> Part {
    Part {
        at: None,
        is_back: false,
        posting: posting.clone(),
        quantity: 1.into(),
        line_discount: Amount::ZERO,
        line_amount,
        invoice_discount: Amount::ZERO,
        own: Sums { sale, ..Sums::default() },
        lcy: Sums::default(),
    }
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
