use uuid::Uuid;
use values::Code;
use values::money::Amount;

use super::compare::compare;
use super::document::Line;
use super::{Document, DocumentKind, Part};
use crate::orders::totals::tests::{bag, line, order, shipping};
use crate::shops::options::CurrencyHandling::{PresentmentCurrency, ShopCurrency};

fn amount(text: &str) -> Amount {
    text.parse().unwrap()
}

fn document(lines: &[(&str, &str)], vat: &str, total: &str) -> Document {
    let line = |(source, text): &(&str, &str)| Line {
        source: (*source).to_owned(),
        description: format!("Line {source}"),
        amount: amount(text),
    };
    Document {
        id: Uuid::nil(),
        kind: DocumentKind::Order,
        number: Code::cut("SO1"),
        invoice_discount: Amount::ZERO,
        vat: amount(vat),
        including_vat: amount(total),
        lines: lines.iter().map(line).collect(),
    }
}

#[test]
fn each_line_stands_beside_the_line_that_was_made_of_it() {
    let fields = [("shippingLines", shipping("10.00", "0"))];
    let sale = order("110.00", "22.00", &[line(1, 2, "50.00", "0")], &fields);
    let document = document(&[("1", "100"), ("9", "10"), ("", "7")], "23.40", "117");
    let totals = compare(&sale, ShopCurrency, Some(document));
    let lines: Vec<_> = totals.lines.iter().map(|row| (row.part, totals.difference(row).unwrap())).collect();
    assert_eq!(lines, [(Part::Goods, Amount::ZERO), (Part::Shipping, Amount::ZERO), (Part::Other, 7.into())]);
    let parts: Vec<_> = totals.totals.iter().map(|row| (row.part, totals.difference(row).unwrap())).collect();
    let expected = [
        (Part::Goods, Amount::ZERO),
        (Part::Shipping, Amount::ZERO),
        (Part::Other, 7.into()),
        (Part::Tax, amount("1.40")),
        (Part::Total, 7.into()),
    ];
    assert_eq!(parts, expected);
}

#[test]
fn both_moneys_are_told_and_the_document_is_held_against_its_own() {
    let sale = order("100.00", "0", &[line(1, 2, "50.00", "0")], &[]);
    let totals = compare(&sale, PresentmentCurrency, Some(document(&[("1", "50")], "0", "50")));
    let row = &totals.lines[0];
    assert_eq!((row.shop_amount, row.presentment_amount), (100.into(), 50.into()));
    assert_eq!(totals.difference(row), Some(Amount::ZERO));
}

#[test]
fn without_a_document_nothing_differs_and_a_line_that_is_missing_does() {
    let discounts = [("currentTotalDiscountsSet", bag("5.00")), ("totalDiscountsSet", bag("5.00"))];
    let sale = order("95.00", "0", &[line(1, 2, "50.00", "0")], &discounts);
    let none = compare(&sale, ShopCurrency, None);
    assert!(none.totals.iter().all(|row| none.difference(row).is_none()));
    assert_eq!(none.totals[1].shop_amount, (-5).into());
    let empty = compare(&sale, ShopCurrency, Some(document(&[], "0", "0")));
    assert_eq!(empty.difference(&empty.lines[0]), Some((-100).into()));
}
