//! Which price and which discount are chosen, without a database.

mod properties;

use rust_decimal::Decimal;
use uuid::Uuid;
use values::Code;
use values::money::{Percent, Price, Quantity};

use super::*;
use crate::prices::line::{AmountType, Asset};
use crate::prices::rules::Vats;
use crate::vat;

const PRECISION: Decimal = Decimal::from_parts(1, 0, 0, false, 5);

fn code<const N: usize>(text: &str) -> Code<N> {
    text.parse().unwrap()
}

fn price(text: &str) -> Price {
    text.parse().unwrap()
}

fn shirt() -> items::Model {
    items::Model {
        number: code("SHIRT"),
        unit_price: price("100"),
        base_unit_of_measure_code: code("PCS"),
        vat_product_posting_group: code("HIGH"),
        item_discount_group: code("CLOTHES"),
        allow_invoice_discount: true,
        ..items::Model::default()
    }
}

fn vats() -> Vats {
    let row = |business: &str, percent: i32| {
        let row = vat::Model {
            business_group: code(business),
            product_group: code("HIGH"),
            percent: percent.into(),
            ..vat::Model::default()
        };
        ((row.business_group.clone(), row.product_group.clone()), row)
    };
    [row("HOME", 25), row("SWEDEN", 20), row("ABROAD", 0)].into_iter().collect()
}

fn terms() -> Terms {
    Terms {
        customer_number: code("C1"),
        customer_price_group: code("DEALER"),
        customer_discount_group: code("LARGE"),
        campaign_number: code("SPRING"),
        vat_business_posting_group: code("HOME"),
        ..Terms::on("2026-03-10".parse().unwrap())
    }
}

fn listed(unit_price: &str) -> line::Model {
    line::Model {
        id: Uuid::from_u128(unit_price.bytes().fold(7, |sum, byte| sum * 256 + u128::from(byte))),
        asset_number: code("SHIRT"),
        unit_price: price(unit_price),
        allow_line_discount: true,
        allow_invoice_discount: true,
        ..line::Model::default()
    }
}

fn discount(percent: i32) -> line::Model {
    line::Model {
        id: Uuid::from_u128(u128::from(percent.unsigned_abs())),
        amount_type: AmountType::Discount,
        line_discount_percent: percent.into(),
        ..listed("0")
    }
}

/// What is found for so many of a variant in a unit.
fn sought(terms: &Terms, lines: Vec<line::Model>, (variant, unit, quantity): (&str, &str, &str)) -> Found {
    let (vat, vat_group) = (vats(), Code::blank());
    let rules = Rules { vat: &vat, vat_group: &vat_group, precision: PRECISION };
    let item = shirt();
    let per_unit: Quantity = if unit == "BOX" { 12.into() } else { 1.into() };
    let asked = Asked {
        item: &item,
        variant: &code(variant),
        unit: &code(unit),
        per_unit,
        quantity: quantity.parse().unwrap(),
    };
    best(rules, terms, &asked, &Book::new(lines)).unwrap()
}

fn one(terms: &Terms, lines: Vec<line::Model>) -> Found {
    sought(terms, lines, ("", "PCS", "1"))
}

fn found(lines: Vec<line::Model>) -> Price {
    one(&terms(), lines).unit_price
}

#[test]
fn without_a_price_list_the_item_has_its_own_price() {
    let found = one(&terms(), vec![]);
    assert_eq!((found.unit_price, found.price_line), (price("100"), None));
    assert_eq!(found.line_discount_percent, Percent::ZERO);
    assert!(found.allow_line_discount && found.allow_invoice_discount);
}

#[test]
fn the_lowest_price_of_all_who_are_named_is_taken_even_above_the_item_s_own() {
    let of = |source_type, number: &str, price: &str| line::Model {
        source_type,
        source_number: code(number),
        ..listed(price)
    };
    let all = || {
        vec![
            listed("130"),
            of(Source::Customer, "C1", "125"),
            of(Source::PriceGroup, "DEALER", "120"),
            of(Source::Campaign, "SPRING", "115"),
        ]
    };
    assert_eq!(found(all()), price("115"));
    assert_eq!(found(all()[..3].to_vec()), price("120"));
    assert_eq!(found(all()[..2].to_vec()), price("125"));
    assert_eq!(found(all()[..1].to_vec()), price("130"));
}

#[test]
fn prices_for_others_are_not_seen() {
    for source_type in [Source::Customer, Source::PriceGroup, Source::Campaign] {
        let others = line::Model { source_type, source_number: code("OTHER"), ..listed("1") };
        assert_eq!(found(vec![others.clone()]), price("100"));
        let nobody = Terms::on(terms().date);
        assert_eq!(one(&nobody, vec![others]).unit_price, price("100"));
    }
}

#[test]
fn a_price_of_the_variant_goes_before_a_lower_one_of_all_variants() {
    let red = line::Model { variant_code: code("RED"), ..listed("95") };
    let lines = || vec![listed("80"), red.clone()];
    assert_eq!(sought(&terms(), lines(), ("RED", "PCS", "1")).unit_price, price("95"));
    assert_eq!(sought(&terms(), lines(), ("BLUE", "PCS", "1")).unit_price, price("80"));
    assert_eq!(found(lines()), price("80"));
}

#[test]
fn a_price_in_the_currency_goes_before_a_lower_one_that_is_converted() {
    let euros = Terms { currency_code: code("EUR"), currency_factor: "0.1".parse().ok(), ..terms() };
    let in_euros = line::Model { currency_code: code("EUR"), ..listed("9.5") };
    assert_eq!(one(&euros, vec![listed("80"), in_euros.clone()]).unit_price, price("9.5"));
    assert_eq!(one(&euros, vec![listed("80")]).unit_price, price("8"));
    assert_eq!(one(&euros, vec![]).unit_price, price("10"));
    assert_eq!(found(vec![listed("80"), in_euros]), price("80"));
}

#[test]
fn a_price_of_variant_and_currency_goes_before_all() {
    let euros = Terms { currency_code: code("EUR"), currency_factor: "0.1".parse().ok(), ..terms() };
    let currency = line::Model { currency_code: code("EUR"), ..listed("9.1") };
    let variant = line::Model { variant_code: code("RED"), ..listed("90") };
    let both = line::Model { variant_code: code("RED"), ..line::Model { currency_code: code("EUR"), ..listed("9.9") } };
    let sought = |lines| sought(&euros, lines, ("RED", "PCS", "1")).unit_price;
    assert_eq!(sought(vec![both.clone(), currency.clone(), variant.clone()]), price("9.9"));
    assert_eq!(sought(vec![currency.clone(), variant.clone(), both]), price("9.9"));
    assert_eq!(sought(vec![currency.clone(), variant.clone()]), sought(vec![variant, currency]));
}

#[test]
fn without_a_rate_a_price_in_the_own_currency_is_no_price_in_another() {
    let euros = Terms { currency_code: code("EUR"), ..terms() };
    let (vat, vat_group) = (vats(), Code::blank());
    let rules = Rules { vat: &vat, vat_group: &vat_group, precision: PRECISION };
    let (item, blank, pieces) = (shirt(), Code::blank(), code("PCS"));
    let asked = Asked { item: &item, variant: &blank, unit: &pieces, per_unit: 1.into(), quantity: 1.into() };
    let refused = best(rules, &euros, &asked, &Book::default()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "there is no exchange rate for the currency EUR on 2026-03-10: add one that begins on that day or before"
    );
}

#[test]
fn a_price_without_a_unit_is_that_of_the_base_unit() {
    let of_box = line::Model { unit_of_measure_code: code("BOX"), ..listed("1000") };
    assert_eq!(sought(&terms(), vec![listed("90")], ("", "BOX", "1")).unit_price, price("1080"));
    assert_eq!(sought(&terms(), vec![listed("90"), of_box.clone()], ("", "BOX", "1")).unit_price, price("1000"));
    assert_eq!(sought(&terms(), vec![], ("", "BOX", "1")).unit_price, price("1200"));
    assert_eq!(found(vec![of_box]), price("100"));
}

#[test]
fn the_minimum_is_counted_in_the_unit_of_the_price_or_in_base_units() {
    let from_ten = line::Model { minimum_quantity: 10.into(), ..listed("90") };
    let from_ten_boxes = line::Model { unit_of_measure_code: code("BOX"), ..from_ten.clone() };
    let pieces = |quantity| sought(&terms(), vec![from_ten.clone()], ("", "PCS", quantity)).unit_price;
    assert_eq!((pieces("9.99999"), pieces("10"), pieces("-10")), (price("100"), price("90"), price("90")));
    assert_eq!(sought(&terms(), vec![from_ten.clone()], ("", "BOX", "1")).unit_price, price("1080"));
    let boxes = |quantity| sought(&terms(), vec![from_ten_boxes.clone()], ("", "BOX", quantity)).unit_price;
    assert_eq!((boxes("9"), boxes("10")), (price("1200"), price("90")));
}

#[test]
fn a_price_holds_on_its_first_and_on_its_last_day() {
    let spring = line::Model {
        starting_date: "2026-03-01".parse().ok(),
        ending_date: "2026-03-31".parse().ok(),
        ..listed("90")
    };
    let on = |day: &str| one(&Terms { date: day.parse().unwrap(), ..terms() }, vec![spring.clone()]).unit_price;
    assert_eq!((on("2026-02-28"), on("2026-03-01")), (price("100"), price("90")));
    assert_eq!((on("2026-03-31"), on("2026-04-01")), (price("90"), price("100")));
}

#[test]
fn vat_is_turned_both_ways() {
    let with = |group: &str| line::Model {
        price_includes_vat: true,
        vat_business_posting_group_price: code(group),
        ..listed("120")
    };
    let including = Terms { prices_including_vat: true, ..terms() };
    // With VAT in the list and none on the document, the VAT of the list's group goes.
    assert_eq!(found(vec![with("HOME")]), price("96"));
    assert_eq!(found(vec![with("SWEDEN")]), price("100"));
    // With VAT on both, that of the list's group gives way to the buyer's.
    assert_eq!(one(&including, vec![with("HOME")]).unit_price, price("120"));
    assert_eq!(one(&including, vec![with("SWEDEN")]).unit_price, price("125"));
    // With none in the list, the buyer's is added.
    assert_eq!(one(&including, vec![listed("96")]).unit_price, price("120"));
    assert_eq!(one(&including, vec![]).unit_price, price("125"));
    // A list that names no group means the buyer's own.
    assert_eq!(found(vec![with("")]), price("96"));
    let abroad = Terms { vat_business_posting_group: code("ABROAD"), ..including };
    assert_eq!(one(&abroad, vec![with("SWEDEN")]).unit_price, price("100"));
}

#[test]
fn sales_tax_is_in_no_price() {
    let (mut vat, vat_group, taxed) = (vats(), Code::blank(), code("TAXED"));
    let setup = vat::Model { calculation_type: vat::Calculation::SalesTax, ..vat::Model::default() };
    vat.insert((taxed.clone(), code("HIGH")), setup);
    let rules = Rules { vat: &vat, vat_group: &vat_group, precision: PRECISION };
    let (item, blank, pieces) = (shirt(), Code::blank(), code("PCS"));
    let asked = Asked { item: &item, variant: &blank, unit: &pieces, per_unit: 1.into(), quantity: 1.into() };
    let refused = |terms: &Terms, line| {
        matches!(best(rules, terms, &asked, &Book::new(vec![line])), Err(crate::Error::SalesTaxInPrices))
    };
    let with = |group: &Code<20>| line::Model {
        price_includes_vat: true,
        vat_business_posting_group_price: group.clone(),
        ..listed("120")
    };
    let buyer = Terms { vat_business_posting_group: taxed.clone(), ..terms() };
    assert!(refused(&terms(), with(&taxed)), "the price list has it in its prices");
    assert!(refused(&buyer, with(&Code::blank())), "the buyer's group is meant");
    assert!(refused(&Terms { prices_including_vat: true, ..buyer.clone() }, listed("96")), "it was to be added");
    assert!(!refused(&buyer, with(&code("HOME"))), "what goes is VAT");
}

#[test]
fn a_price_is_rounded_once_at_the_end() {
    let (vat, vat_group) = (vats(), Code::blank());
    let rules = Rules { vat: &vat, vat_group: &vat_group, precision: Decimal::new(1, 2) };
    let (item, blank, boxes) = (shirt(), Code::blank(), code("BOX"));
    let asked = Asked { item: &item, variant: &blank, unit: &boxes, per_unit: 12.into(), quantity: 1.into() };
    let with_vat = line::Model { price_includes_vat: true, ..listed("9.99") };
    let found = best(rules, &terms(), &asked, &Book::new(vec![with_vat])).unwrap();
    assert_eq!(found.unit_price, price("95.90"));
}

#[test]
fn the_highest_discount_is_taken_wherever_it_comes_from() {
    let of_group = line::Model { asset_type: Asset::ItemDiscountGroup, asset_number: code("CLOTHES"), ..discount(12) };
    let of_customers = line::Model { source_type: Source::DiscountGroup, source_number: code("LARGE"), ..discount(15) };
    let others = line::Model {
        source_number: code("SMALL"),
        ..line::Model { source_type: Source::DiscountGroup, ..discount(50) }
    };
    let percent = |lines| one(&terms(), lines).line_discount_percent;
    assert_eq!(percent(vec![discount(10), of_group.clone(), others.clone()]), 12.into());
    assert_eq!(percent(vec![discount(10), of_group, of_customers, others]), 15.into());
}

#[test]
fn a_price_that_allows_no_discount_on_the_line_clears_it() {
    let net = line::Model { allow_line_discount: false, allow_invoice_discount: false, ..listed("90") };
    let found = one(&terms(), vec![net, discount(10)]);
    assert_eq!((found.unit_price, found.line_discount_percent), (price("90"), Percent::ZERO));
    assert_eq!((found.discount_line, found.allow_line_discount, found.allow_invoice_discount), (None, false, false));
}

#[test]
fn a_customer_that_gets_no_discounts_gets_those_that_a_price_list_gives_with_its_price() {
    let strict = Terms { allow_line_discount: false, ..terms() };
    assert_eq!(one(&strict, vec![discount(10)]).line_discount_percent, Percent::ZERO);
    assert_eq!(one(&strict, vec![listed("90"), discount(10)]).line_discount_percent, 10.into());
}

#[test]
fn prices_with_a_discount_of_their_own_are_compared_by_what_is_paid() {
    let both = line::Model { amount_type: AmountType::Any, line_discount_percent: 20.into(), ..listed("100") };
    let found = one(&terms(), vec![listed("90"), both]);
    assert_eq!((found.unit_price, found.line_discount_percent), (price("100"), 20.into()));
}
