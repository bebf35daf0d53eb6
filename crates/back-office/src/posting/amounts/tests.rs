//! What holds for the amounts of every posting.

use proptest::prelude::*;
use rust_decimal::Decimal;
use values::money::{Amount, Percent, round};

use super::{Amounts, Terms, work_out};
use crate::currencies::Rate;
use crate::posting::ready::{Posting, ReadyLine, Vat};
use crate::sales::line;
use crate::sales_tax::ByTaxed;

const CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// Quantity, price in cents, discount in percent, VAT in percent.
type Sold = (i32, i64, i64, i32);

fn ready(sold: &Sold, invoiced: i32, invoice: i32, apart: bool) -> ReadyLine {
    let (quantity, price, discount, percent) = *sold;
    let gross = Amount::new(Decimal::new(price * i64::from(quantity), 2)).unwrap();
    let discount = Amount::rounded(gross.decimal() * Decimal::new(discount, 2), CENT).unwrap();
    let account = apart.then(|| "3090".parse().unwrap());
    let posting = Posting {
        groups: Default::default(),
        vat: Vat {
            percent: Percent::from(percent),
            identifier: format!("VAT{percent}").parse().unwrap(),
            ..Vat::default()
        },
        sales: "3000".parse().unwrap(),
        line_discount: account.clone(),
        invoice_discount: account,
    };
    let line = line::Model {
        quantity: quantity.into(),
        quantity_invoiced: invoiced.into(),
        line_discount_amount: discount,
        line_amount: gross - discount,
        ..line::Model::default()
    };
    ReadyLine { line, ship: invoice.into(), invoice: invoice.into(), posting: Some(posting), goods: None }
}

fn terms(including: bool, factor: Rate) -> Terms {
    Terms {
        prices_including_vat: including,
        precision: CENT,
        rounding: None,
        factor,
        own_precision: CENT,
        taxes: ByTaxed::new(),
        taken_back: Vec::new(),
    }
}

fn sold() -> impl Strategy<Value = Sold> {
    (1..20_i32, 1..100_000_i64, 0..=100_i64, prop::sample::select(vec![0, 15, 20, 25]))
}

/// What is sold, and up to which of its units each of some parts goes.
fn in_parts() -> impl Strategy<Value = (Vec<Sold>, Vec<Vec<i32>>)> {
    prop::collection::vec(sold(), 1..6).prop_flat_map(|lines| {
        let cuts = lines.iter().map(|(quantity, ..)| {
            prop::collection::vec(0..=*quantity, 3).prop_map({
                let all = *quantity;
                move |mut cuts| {
                    cuts.push(all);
                    cuts.sort_unstable();
                    cuts
                }
            })
        });
        (Just(lines.clone()), cuts.collect::<Vec<_>>())
    })
}

fn whole(lines: &[Sold], terms: &Terms) -> Amounts {
    let lines: Vec<ReadyLine> = lines.iter().map(|sold| ready(sold, 0, sold.0, false)).collect();
    work_out(&lines, terms).unwrap()
}

proptest! {
    #[test]
    fn parts_come_to_the_whole_however_they_are_cut((lines, cuts) in in_parts(), including in any::<bool>()) {
        let terms = terms(including, Rate::ONE);
        let (mut net, mut vat) = (Amount::ZERO, Amount::ZERO);
        for part in 0..4 {
            let before = |line: usize| if part == 0 { 0 } else { cuts[line][part - 1] };
            let lines: Vec<ReadyLine> = lines
                .iter()
                .enumerate()
                .map(|(at, sold)| ready(sold, before(at), cuts[at][part] - before(at), false))
                .collect();
            let total = work_out(&lines, &terms).unwrap().total();
            net += total.net;
            vat += total.vat;
        }
        let total = whole(&lines, &terms).total();
        prop_assert_eq!((net, vat), (total.net, total.vat));
    }

    #[test]
    fn in_another_currency_the_parts_come_to_what_the_sum_is_worth(lines in prop::collection::vec(sold(), 1..10), rate in 1..2_000_i64, including in any::<bool>()) {
        let worth = Decimal::new(rate, 2);
        let factor = Rate::factor(Rate::ONE, Rate::new(worth).unwrap());
        let amounts = whole(&lines, &terms(including, factor));
        let (own, lcy) = (amounts.total(), amounts.total_lcy());
        prop_assert_eq!(lcy.whole().decimal(), round(own.whole().decimal() * worth, CENT).normalize());
        prop_assert_eq!(lcy.net.decimal(), round(own.net.decimal() * worth, CENT).normalize());
        for part in amounts.parts.iter().filter(|part| part.own.sale.vat.is_zero()) {
            prop_assert_eq!(part.lcy.sale.vat, Amount::ZERO, "no VAT comes of rounding");
        }
    }

    #[test]
    fn what_owes_no_vat_gets_none_in_any_currency(lines in prop::collection::vec(sold(), 1..10), rate in 1..2_000_i64) {
        let factor = Rate::factor(Rate::ONE, Rate::new(Decimal::new(rate, 2)).unwrap());
        for part in whole(&lines, &terms(false, factor)).parts {
            prop_assert!(part.posting.vat.is_owed() || part.lcy.sale.vat.is_zero());
        }
    }

    #[test]
    fn discounts_that_are_posted_apart_change_nothing_of_what_is_paid(lines in prop::collection::vec(sold(), 1..10), including in any::<bool>()) {
        let terms = terms(including, Rate::ONE);
        let apart: Vec<ReadyLine> = lines.iter().map(|sold| ready(sold, 0, sold.0, true)).collect();
        let apart = work_out(&apart, &terms).unwrap();
        prop_assert_eq!(apart.total(), whole(&lines, &terms).total());
        for part in &apart.parts {
            let discount = if including { part.own.line_discount.whole() } else { part.own.line_discount.net };
            prop_assert_eq!(discount, part.line_discount);
        }
    }
}
