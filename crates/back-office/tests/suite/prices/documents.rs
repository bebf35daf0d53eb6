//! Lines of documents get their prices from the price lists.

use back_office::prices::list::Source;
use back_office::prices::{NewList, NewPrice};
use back_office::sales::{DocumentType, NewDocument, NewLine};
use back_office::{customer_discount_groups, customer_price_groups};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use values::money::{Amount, Percent, Price};

use super::shelf::{discount, for_all, price};
use crate::world::{World, amount, code, day, order, sold};

pub fn unpriced(item: &str, quantity: i32) -> NewLine {
    NewLine { unit_price: None, ..sold(item, quantity, "0", "0") }
}

#[rstest]
#[tokio::test]
async fn a_line_without_a_price_gets_one_and_a_price_that_is_given_stays(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.own_prices("200").await;
    world.active(&for_all("ALL"), &[price("SHIRT", "100"), discount("SHIRT", 10)]).await;
    let free = sold("SHIRT", 1, "0", "0");
    let lines = vec![unpriced("SHIRT", 2), sold("SHIRT", 2, "150", "0"), unpriced("CUP", 1), free];
    let (order, lines) = world.made(&order(false, lines)).await;
    let prices: Vec<Price> = lines.iter().map(|line| line.unit_price).collect();
    assert_eq!(prices, [100.into(), 150.into(), 200.into(), Price::ZERO]);
    let discounts: Vec<Percent> = lines.iter().map(|line| line.line_discount_percent).collect();
    assert_eq!(discounts, [10.into(), Percent::ZERO, Percent::ZERO, Percent::ZERO]);
    assert_eq!(lines[0].line_discount_amount, amount("20"));
    // 180 and 300 with 25 % of VAT, 200 with 8 %.
    assert_eq!((order.amount, order.vat_amount), (amount("680"), amount("136")));
}

#[rstest]
#[tokio::test]
async fn a_discount_that_is_given_with_no_price_stays(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.active(&for_all("ALL"), &[price("SHIRT", "100"), discount("SHIRT", 10)]).await;
    let line = NewLine { line_discount_amount: amount("25"), ..unpriced("SHIRT", 1) };
    let (_, lines) = world.made(&order(false, vec![line])).await;
    assert_eq!((lines[0].line_discount_percent, lines[0].line_amount), (25.into(), amount("75")));
}

#[rstest]
#[tokio::test]
async fn the_payer_s_groups_have_their_prices_and_discounts(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let row = |id| customer_price_groups::Model { id, code: code("DEALER"), description: "Dealers".into() };
    world.insert(row(world.random.id(start()))).await;
    let row = |id| customer_discount_groups::Model { id, code: code("LARGE"), description: "Large".into() };
    world.insert(row(world.random.id(start()))).await;
    let dealers = NewList::new(code("DEALERS"), Source::PriceGroup, code("DEALER"));
    world.active(&dealers, &[price("SHIRT", "80")]).await;
    let large = NewList::new(code("LARGE"), Source::DiscountGroup, code("LARGE"));
    world.active(&large, &[discount("SHIRT", 5)]).await;
    world.active(&for_all("ALL"), &[price("SHIRT", "100")]).await;
    let line = || order(false, vec![unpriced("SHIRT", 1)]);
    let (_, before) = world.made(&line()).await;
    world.groups("DEALER", "LARGE", "").await;
    let (header, after) = world.made(&line()).await;
    assert_eq!((before[0].unit_price, before[0].line_discount_percent), (100.into(), Percent::ZERO));
    assert_eq!((after[0].unit_price, after[0].line_discount_percent), (80.into(), 5.into()));
    assert_eq!((header.customer_price_group, header.customer_discount_group), (code("DEALER"), code("LARGE")));
}

#[rstest]
#[case(DocumentType::Order, "2026-03-01", 100)]
#[case(DocumentType::Order, "2026-02-28", 200)]
#[case(DocumentType::Invoice, "2026-02-28", 100)]
#[tokio::test]
async fn orders_have_the_price_of_their_order_date_and_invoices_that_of_their_posting_date(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] document_type: DocumentType,
    #[case] order_date: &str,
    #[case] expected: i32,
) {
    let world = World::new(engine).await;
    world.own_prices("200").await;
    let march = NewPrice { starting_date: Some(day("2026-03-01")), ..price("SHIRT", "100") };
    world.active(&for_all("ALL"), &[march]).await;
    let new = NewDocument { order_date: day(order_date), ..order(false, vec![unpriced("SHIRT", 1)]) };
    let id = world.document(document_type, &new).await;
    assert_eq!(world.read(id).await.1[0].unit_price, expected.into());
}

#[rstest]
#[tokio::test]
async fn a_price_that_allows_no_invoice_discount_bears_none(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let net = NewPrice { allow_invoice_discount: Some(false), ..price("A", "100") };
    world.active(&for_all("ALL"), &[net, price("B", "100")]).await;
    let new = order(false, vec![unpriced("A", 1), unpriced("B", 1)]);
    let (_, lines) = world.made(&NewDocument { invoice_discount: amount("10"), ..new }).await;
    let shares: Vec<Amount> = lines.iter().map(|line| line.invoice_discount_amount).collect();
    assert_eq!(shares, [amount("0"), amount("10")]);
}
