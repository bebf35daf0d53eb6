//! What holds after whatever has been changed, in whatever order.

use back_office::posting::Request;
use back_office::prices::NewPrice;
use back_office::sales::{ChangeDocument, ChangeLine, header};
use database::Engine;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rstest::rstest;
use rust_decimal::Decimal;
use uuid::Uuid;
use values::money::{Amount, Price};

use crate::prices::documents::unpriced;
use crate::prices::shelf::{discount, for_all, price};
use crate::world::{World, order, sold};

/// How many documents are changed on each engine.
const DOCUMENTS: usize = 8;

#[derive(Clone, Debug)]
enum Edit {
    Add(usize, i32, Option<i64>),
    Quantity(usize, i32),
    Price(usize, i64),
    Percent(usize, i32),
    Discount(usize, i64),
    Delete(usize),
    Whole(i64),
    TurnVat,
    Ship(usize, i32),
}

const ITEMS: [&str; 4] = ["SHIRT", "CUP", "LAMP", "A"];

fn edit() -> impl Strategy<Value = Edit> {
    let line = 0..4_usize;
    prop_oneof![
        (0..ITEMS.len(), 1..20_i32, prop::option::of(1..50_000_i64))
            .prop_map(|(item, many, cents)| Edit::Add(item, many, cents)),
        (line.clone(), 0..20_i32).prop_map(|(line, many)| Edit::Quantity(line, many)),
        (line.clone(), 0..50_000_i64).prop_map(|(line, cents)| Edit::Price(line, cents)),
        (line.clone(), 0..=100_i32).prop_map(|(line, percent)| Edit::Percent(line, percent)),
        (line.clone(), 0..10_000_i64).prop_map(|(line, cents)| Edit::Discount(line, cents)),
        line.clone().prop_map(Edit::Delete),
        (0..5_000_i64).prop_map(Edit::Whole),
        Just(Edit::TurnVat),
        (line, 0..5_i32).prop_map(|(line, many)| Edit::Ship(line, many)),
    ]
}

async fn apply(world: &World, id: Uuid, edit: &Edit) -> back_office::Result<header::Model> {
    let (header, lines) = world.read(id).await;
    let cents = |cents: i64| Decimal::new(cents, 2);
    let number = |line: usize| lines.get(line % lines.len().max(1)).map_or(1, |line| line.line_number / 10_000);
    let change = |line: usize, change: ChangeLine| world.change_line(id, number(line), change);
    match *edit {
        Edit::Add(item, many, None) => world.add_lines(id, &[unpriced(ITEMS[item], many)]).await,
        Edit::Add(item, many, Some(price)) => {
            world.add_lines(id, &[sold(ITEMS[item], many, &cents(price).to_string(), "0")]).await
        }
        Edit::Quantity(line, many) => {
            change(line, ChangeLine { quantity: Some(many.into()), ..ChangeLine::default() }).await
        }
        Edit::Price(line, price) => {
            let unit_price = Some(Price::new(cents(price)).unwrap());
            change(line, ChangeLine { unit_price, ..ChangeLine::default() }).await
        }
        Edit::Percent(line, percent) => {
            change(line, ChangeLine { line_discount_percent: Some(percent.into()), ..ChangeLine::default() }).await
        }
        Edit::Discount(line, discount) => {
            let line_discount_amount = Some(Amount::new(cents(discount)).unwrap());
            change(line, ChangeLine { line_discount_amount, ..ChangeLine::default() }).await
        }
        Edit::Delete(line) => world.delete_line(id, number(line)).await,
        Edit::Whole(discount) => world.give(id, Amount::new(cents(discount)).unwrap()).await,
        Edit::TurnVat => {
            let prices_including_vat = Some(!header.prices_including_vat);
            world.change_document(id, ChangeDocument { prices_including_vat, ..Default::default() }).await
        }
        Edit::Ship(line, many) => {
            let (to_ship, to_invoice) = (Some(many.into()), Some(0.into()));
            let plan = ChangeLine { quantity_to_ship: to_ship, quantity_to_invoice: to_invoice, ..Default::default() };
            change(line, plan).await
        }
    }
}

#[rstest]
#[tokio::test]
async fn after_any_changes_the_lines_come_to_the_totals_and_what_is_refused_changes_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let mut runner = TestRunner::deterministic();
    let world = World::new(engine).await;
    world.own_prices("19.99").await;
    let many = NewPrice { minimum_quantity: 10.into(), ..price("SHIRT", "80.25") };
    world.active(&for_all("ALL"), &[price("SHIRT", "99.99"), many, discount("CUP", 7)]).await;
    let edits = prop::collection::vec(edit(), 4..10);
    for _ in 0..DOCUMENTS {
        let edits = edits.new_tree(&mut runner).unwrap().current();
        let (mut last, _) = world.made(&order(false, vec![unpriced("SHIRT", 2), sold("CUP", 3, "9.99", "1.11")])).await;
        let id = last.id;
        for edit in &edits {
            let before = world.read(id).await;
            match apply(&world, id, edit).await {
                Ok(changed) => {
                    assert_eq!(changed.version, last.version + 1, "{edits:?}");
                    last = changed;
                }
                Err(_) => assert_eq!(world.read(id).await, before, "{edit:?} of {edits:?}"),
            }
            assert_eq!(world.checked(id).await.0, last, "{edit:?} of {edits:?}");
        }
        post_whole(&world, &last).await;
    }
}

/// What has been changed is posted as it says.
async fn post_whole(world: &World, header: &header::Model) {
    let (_, lines) = world.read(header.id).await;
    let plans: Vec<(i32, String)> =
        lines.iter().map(|line| (line.line_number / 10_000, line.outstanding().to_string())).collect();
    let plans: Vec<(i32, &str, &str)> = plans.iter().map(|(line, all)| (*line, all.as_str(), all.as_str())).collect();
    world.plan(header.id, &plans).await;
    if world.post(header.id, Request::SHIP_AND_INVOICE).await.is_err() {
        return;
    }
    let books = world.books().await;
    let posted = books
        .documents
        .iter()
        .find(|posted| posted.kind == back_office::sales::posted::Kind::Invoice && posted.order_number == header.number)
        .unwrap();
    assert_eq!((posted.amount, posted.vat_amount), (header.amount, header.vat_amount));
    assert_eq!(posted.invoice_discount_amount, header.invoice_discount_amount);
}
