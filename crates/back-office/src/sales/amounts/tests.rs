//! What holds for the amounts of every document.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rust_decimal::Decimal;
use values::money::{Amount, Price, Quantity, round};

use super::{Basis, LineAmounts, work_out};
use crate::Error;
use crate::currencies::Rate;
use crate::sales_tax::{ByTaxed, Conversion};
use crate::vat::Calculation;

const CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// A line: quantity, price in cents, discount in percent, VAT in percent, whether an invoice discount may be taken.
fn line() -> impl Strategy<Value = LineAmounts> {
    (1..20_i32, 0..100_000_i64, 0..=100_i64, prop::sample::select(vec![0, 8, 15, 25]), any::<bool>()).prop_map(
        |(quantity, cents, discount, vat, allow)| {
            let gross = Decimal::new(cents * i64::from(quantity), 2);
            let discount = Amount::rounded(gross * Decimal::new(discount, 2), CENT).unwrap();
            let price = Price::new(Decimal::new(cents, 2)).unwrap();
            let mut line = LineAmounts::new(1, (Quantity::from(quantity), price, discount), CENT).unwrap();
            line.vat_percent = vat.into();
            line.vat_identifier = format!("VAT{vat}").parse().unwrap();
            line.allow_invoice_discount = allow;
            line
        },
    )
}

fn basis(prices_including_vat: bool) -> Basis {
    let conversion = Conversion { factor: Rate::ONE, precision: CENT, own_precision: CENT };
    Basis { prices_including_vat, conversion, taxes: ByTaxed::new() }
}

/// What the lines that allow it come to, and so the most that an invoice discount may be.
fn base(lines: &[LineAmounts]) -> Amount {
    lines.iter().filter(|line| line.allow_invoice_discount).map(|line| line.line_amount).sum()
}

proptest! {
    #[test]
    fn an_invoice_discount_is_spread_to_the_last_cent(lines in prop::collection::vec(line(), 1..12), share in 0..=100_i64, including in any::<bool>()) {
        let mut lines = lines;
        let discount = Amount::rounded(base(&lines).decimal() * Decimal::new(share, 2), CENT).unwrap();
        work_out(&mut lines, discount, &basis(including)).unwrap();
        prop_assert_eq!(lines.iter().map(|line| line.invoice_discount_amount).sum::<Amount>(), discount);
        for line in &lines {
            prop_assert!(line.allow_invoice_discount || line.invoice_discount_amount.is_zero());
            prop_assert!(line.invoice_discount_amount >= Amount::ZERO);
        }
    }

    #[test]
    fn vat_is_that_of_the_group_and_lines_add_up_to_it(lines in prop::collection::vec(line(), 1..12), including in any::<bool>()) {
        let mut lines = lines;
        work_out(&mut lines, Amount::ZERO, &basis(including)).unwrap();
        let mut groups: BTreeMap<i64, (Amount, Amount, Amount)> = BTreeMap::new();
        for line in &lines {
            let group = groups.entry(line.vat_percent.to_scaled()).or_default();
            group.0 += line.net();
            group.1 += line.amount;
            group.2 += line.amount_including_vat;
        }
        for (percent, (net, amount, including_vat)) in groups {
            let rate = Decimal::new(percent, 7);
            let (expected, kept) = if including {
                (round(net.decimal() - net.decimal() / (Decimal::ONE + rate), CENT), including_vat)
            } else {
                (round(net.decimal() * rate, CENT), amount)
            };
            prop_assert_eq!((including_vat - amount).decimal(), expected.normalize());
            prop_assert_eq!(kept, net);
        }
    }

    #[test]
    fn every_amount_of_a_line_is_a_multiple_of_the_precision(lines in prop::collection::vec(line(), 1..12), including in any::<bool>()) {
        let mut lines = lines;
        work_out(&mut lines, Amount::ZERO, &basis(including)).unwrap();
        for line in &lines {
            for amount in [line.amount, line.amount_including_vat, line.line_amount] {
                prop_assert_eq!(round(amount.decimal(), CENT), amount.decimal());
            }
        }
    }

    #[test]
    fn a_discount_above_what_allows_it_is_refused(lines in prop::collection::vec(line(), 1..12)) {
        let mut lines = lines;
        let too_much = base(&lines) + "0.01".parse().unwrap();
        let refused = work_out(&mut lines, too_much, &basis(true));
        let is_refused = matches!(refused, Err(Error::InvoiceDiscount { .. } | Error::NoDiscountBase(_)));
        prop_assert!(is_refused);
    }
}

#[test]
fn full_vat_is_all_of_the_line() {
    let mut line = LineAmounts::new(1, (1.into(), 40.into(), Amount::ZERO), CENT).unwrap();
    line.calculation = Calculation::Full;
    line.vat_percent = 100.into();
    let mut lines = [line];
    work_out(&mut lines, Amount::ZERO, &basis(false)).unwrap();
    assert_eq!((lines[0].amount, lines[0].amount_including_vat), (Amount::ZERO, 40.into()));
}

#[test]
fn what_is_bought_and_what_is_given_back_are_rounded_apart() {
    let amounts = |price: &str, quantity: i32| {
        let mut line = LineAmounts::new(1, (quantity.into(), price.parse().unwrap(), Amount::ZERO), CENT).unwrap();
        line.vat_percent = 25.into();
        line.vat_identifier = "VAT25".parse().unwrap();
        line
    };
    let mut lines = [amounts("0.02", 1), amounts("0.02", -1), amounts("0.02", 1)];
    work_out(&mut lines, Amount::ZERO, &basis(false)).unwrap();
    let vat: Vec<Amount> = lines.iter().map(|line| line.amount_including_vat - line.amount).collect();
    assert_eq!(vat, ["0.01".parse().unwrap(), "-0.01".parse().unwrap(), Amount::ZERO]);
}

#[test]
fn a_discount_below_nothing_or_above_the_line_is_refused() {
    for discount in ["-0.01", "10.01"] {
        let refused = LineAmounts::new(3, (1.into(), 10.into(), discount.parse().unwrap()), CENT);
        assert!(matches!(refused, Err(Error::Discount { line: 3, .. })), "{discount}");
    }
    let of_nothing = LineAmounts::new(1, (0.into(), 10.into(), 1.into()), CENT);
    assert!(matches!(of_nothing, Err(Error::Discount { .. })));
}
