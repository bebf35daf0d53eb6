//! Orders of a web shop as documents, right to the cent.

use back_office::sales::NewDocument;
use database::Engine;
use rstest::rstest;
use values::money::Amount;

use crate::world::{World, amount, charged, order, sold};

/// Without VAT, VAT, with VAT.
type Totals = (&'static str, &'static str, &'static str);

#[rstest]
#[tokio::test]
async fn a_document_comes_to_what_the_shop_said(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(tax_included(), tax_excluded(), discounts(), shipping(), rest())] example: (
        NewDocument,
        Vec<&str>,
        Totals,
    ),
) {
    let (new, line_amounts, (without, vat, with)) = example;
    let world = World::new(engine).await;
    let (order, lines) = world.made(&new).await;
    let found: Vec<Amount> = lines.iter().map(|line| line.line_amount).collect();
    assert_eq!(found, line_amounts.into_iter().map(amount).collect::<Vec<_>>());
    assert_eq!(
        (order.amount, order.vat_amount, order.amount_including_vat),
        (amount(without), amount(vat), amount(with))
    );
    assert_eq!(lines.iter().map(|line| line.amount).sum::<Amount>(), order.amount);
    assert_eq!(lines.iter().map(|line| line.amount_including_vat).sum::<Amount>(), order.amount_including_vat);
}

fn tax_included() -> (NewDocument, Vec<&'static str>, Totals) {
    (order(true, vec![sold("SHIRT", 2, "125.00", "0")]), vec!["250.00"], ("200.00", "50.00", "250.00"))
}

fn tax_excluded() -> (NewDocument, Vec<&'static str>, Totals) {
    (order(false, vec![sold("CUP", 3, "19.99", "0")]), vec!["59.97"], ("59.97", "4.80", "64.77"))
}

fn discounts() -> (NewDocument, Vec<&'static str>, Totals) {
    let lines = vec![sold("A", 2, "50.00", "19.00"), sold("B", 1, "60.00", "6.00")];
    (order(false, lines), vec!["81.00", "54.00"], ("135.00", "0", "135.00"))
}

fn shipping() -> (NewDocument, Vec<&'static str>, Totals) {
    let lines = vec![sold("LAMP", 1, "100.00", "0"), charged("3065", "10.00", "Standard")];
    (order(false, lines), vec!["100.00", "10.00"], ("110.00", "11.00", "121.00"))
}

/// Two rates, and a discount on the whole that no line has: it is taken from items, not from the shipping.
fn rest() -> (NewDocument, Vec<&'static str>, Totals) {
    let lines =
        vec![sold("SHIRT", 1, "100.00", "0"), sold("LAMP", 1, "55.00", "0"), charged("3065", "11.00", "Standard")];
    let new = NewDocument { invoice_discount: amount("15.50"), ..order(true, lines) };
    (new, vec!["100.00", "55.00", "11.00"], ("127.00", "23.50", "150.50"))
}

#[rstest]
#[tokio::test]
async fn a_discount_is_kept_as_an_amount_and_as_a_percentage(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (_, lines) = world.made(&discounts().0).await;
    let percentages: Vec<String> = lines.iter().map(|line| line.line_discount_percent.to_string()).collect();
    assert_eq!(percentages, ["19", "10"]);
    assert_eq!(lines[0].line_discount_amount, amount("19.00"));
}

#[rstest]
#[tokio::test]
async fn a_line_says_what_it_sells(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (order, lines) = world.made(&shipping().0).await;
    let texts: Vec<&str> = lines.iter().map(|line| line.description.as_str()).collect();
    assert_eq!(texts, ["The lamp", "Standard"]);
    assert_eq!(lines.iter().map(|line| line.line_number).collect::<Vec<_>>(), [10_000, 20_000]);
    assert_eq!((lines[0].unit_of_measure_code.as_str(), lines[0].vat_identifier.as_str()), ("PCS", "VAT10"));
    assert!(lines.iter().all(|line| line.document_number == order.number));
}
