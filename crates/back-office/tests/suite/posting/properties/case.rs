use back_office::sales::{DocumentType, LineKind, NewDocument, NewLine, line};
use proptest::prelude::*;
use rust_decimal::Decimal;
use values::Code;
use values::money::{Amount, Price, round};

use crate::world::{charged, code, order, sold};

/// An item, how many of it, the price in cents, the discount in percent.
type Line = (usize, i32, i64, i64);

const ITEMS: [&str; 4] = ["SHIRT", "CUP", "LAMP", "A"];

/// A document, and in which steps it is posted.
#[derive(Clone, Debug)]
pub struct Case {
    lines: Vec<Line>,
    /// What is taken back with the rest: less than the last line comes to, which waits for it.
    back: Option<(usize, i32, i64)>,
    /// Whether freight is charged, and whether there is a text and a line of nothing.
    extras: (bool, bool),
    /// The discount on the whole in percent.
    whole: i64,
    pub including: bool,
    pub euros: bool,
    /// How discounts are posted, and whether what is to be paid is rounded to halves.
    pub setup: (usize, bool),
    /// Whether it is an order, which is posted in parts; an invoice is posted whole.
    pub is_order: bool,
    /// How many of each line are shipped and how many are invoiced at a time.
    pub steps: Vec<(i32, i32)>,
    /// Whether a credit memo takes all of it back.
    pub is_credited: bool,
}

pub fn case() -> impl Strategy<Value = Case> {
    let sold = || (0..ITEMS.len(), 1..12_i32, 1..20_000_i64, 0..40_i64);
    let lines = (prop::collection::vec(sold(), 0..5), (0..ITEMS.len(), 1..4_i32, 100_000..200_000_i64, 0..40_i64));
    let lines = lines.prop_map(|(mut lines, last)| {
        lines.push(last);
        lines
    });
    let back = prop::option::weighted(0.3, (0..ITEMS.len(), 1..3_i32, 1..10_000_i64));
    let steps = prop::collection::vec((1..5_i32, 0..5_i32), 1..5);
    let kind = (prop::bool::weighted(0.8), prop::bool::weighted(0.3));
    let terms = (0..30_i64, any::<bool>(), any::<bool>(), (0..4_usize, prop::bool::weighted(0.3)));
    (lines, back, any::<(bool, bool)>(), terms, steps, kind).prop_map(
        |(lines, back, extras, (whole, including, euros, setup), steps, (is_order, is_credited))| Case {
            lines,
            back,
            extras,
            whole,
            including,
            euros,
            setup,
            is_order,
            steps,
            is_credited,
        },
    )
}

impl Case {
    pub fn document_type(&self) -> DocumentType {
        if self.is_order { DocumentType::Order } else { DocumentType::Invoice }
    }

    /// Whether a line is posted only with all that is left, so that this comes to something.
    pub fn waits(&self, line: &line::Model) -> bool {
        self.back.is_some() && line.unit_price >= Price::from(1_000)
    }

    /// The document, or what takes it back; that settles `applies_to`.
    pub fn document(&self, applies_to: &str) -> NewDocument {
        let cents = |amount: Decimal| Amount::new(round(amount, Decimal::new(1, 2))).unwrap();
        let (mut lines, mut base) = (Vec::<NewLine>::new(), Decimal::ZERO);
        let back = self.back.iter().map(|(item, quantity, price)| (*item, -quantity, *price, 0));
        for (item, quantity, price, percent) in back.chain(self.lines.iter().copied()) {
            let gross = Decimal::new(price * i64::from(quantity), 2);
            let discount = cents(gross * Decimal::new(percent, 2));
            base += gross - discount.decimal();
            lines.push(sold(ITEMS[item], quantity, &Decimal::new(price, 2).to_string(), &discount.to_string()));
        }
        if self.extras.0 {
            lines.insert(0, charged("3065", "49.95", "Freight"));
        }
        if self.extras.1 {
            lines.insert(0, NewLine { kind: LineKind::Comment, number: Code::blank(), ..sold("A", 0, "0", "0") });
            lines.push(sold("SHIRT", 0, "9.99", "0"));
        }
        NewDocument {
            invoice_discount: cents(base * Decimal::new(self.whole, 2)),
            currency_code: code(if self.euros { "EUR" } else { "" }),
            applies_to_document_number: code(applies_to),
            ..order(self.including, lines)
        }
    }
}
