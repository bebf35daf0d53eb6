//! What holds of whatever is taxed, in whatever parts it is posted.

use std::collections::BTreeMap;

use back_office::Result;
use back_office::items;
use back_office::posting::Request;
use back_office::sales::posted::Kind;
use back_office::sales::{DocumentType, NewDocument, NewLine};
use back_office::sales_tax::detail::TaxType;
use back_office::sales_tax::group;
use database::Engine;
use database::testing::start;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rstest::rstest;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use values::money::Amount;

use super::levy::{Rate, percent, taxed};
use crate::posting::examples::euros;
use crate::world::{World, code, order, sold};

/// How many documents are posted on each engine.
const DOCUMENTS: usize = 12;
const ITEMS: [&str; 4] = ["SHIRT", "CUP", "LAMP", "A"];

/// Lines (item, quantity, price in cents), whether in euros, and how many of each line are posted first.
#[derive(Clone, Debug)]
struct Case {
    lines: Vec<(usize, i32, i64)>,
    euros: bool,
    first: i32,
}

fn case() -> impl Strategy<Value = Case> {
    let line = (0..ITEMS.len(), 1..12_i32, 1..20_000_i64);
    (prop::collection::vec(line, 1..6), any::<bool>(), 1..6_i32).prop_map(|(lines, euros, first)| Case {
        lines,
        euros,
        first,
    })
}

/// A state that taxes two groups differently, a county that taxes the state's tax up to a maximum, and a city by the piece.
async fn levied(engine: Engine) -> World {
    let rates = [
        percent("STATE", "6.25"),
        Rate { group: "FOOD", ..percent("STATE", "1.75") },
        Rate { group: "", on_tax: true, maximum: "150", above: "0.333", ..percent("COUNTY", "2.115") },
        Rate { group: "FOOD", tax_type: TaxType::Excise, maximum: "5", above: "0.05", ..percent("CITY", "0.12") },
    ];
    let world = taxed(engine, &[]).await;
    world.insert(group::Model { id: world.random.id(start()), code: code("FOOD"), description: "Food".into() }).await;
    for rate in &rates {
        world.levy(rate).await;
    }
    let food = |tx| async move {
        items::Entity::update_many()
            .col_expr(items::Column::TaxGroupCode, "FOOD".into())
            .filter(items::Column::Number.is_in(["CUP", "A"]))
            .exec(&tx)
            .await?;
        Result::<_>::Ok(())
    };
    world.test.db.write(food).await.unwrap();
    euros(&world, "2026-01-01", "1137.77").await;
    world
}

#[rstest]
#[tokio::test]
async fn lines_documents_and_ledgers_agree_on_the_tax_and_on_giving_it_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let mut runner = TestRunner::deterministic();
    let world = levied(engine).await;
    for _ in 0..DOCUMENTS {
        post_in_two(&world, &case().new_tree(&mut runner).unwrap().current()).await;
    }
}

async fn post_in_two(world: &World, case: &Case) {
    let line = |(item, quantity, price): &(usize, i32, i64)| -> NewLine {
        sold(ITEMS[*item], *quantity, &Decimal::new(*price, 2).to_string(), "0")
    };
    let new = NewDocument {
        currency_code: code(if case.euros { "EUR" } else { "" }),
        ..order(false, case.lines.iter().map(line).collect())
    };
    let id = world.document(DocumentType::Order, &new).await;
    let (header, lines) = world.read(id).await;
    let of_lines: Amount = lines.iter().map(|line| line.amount_including_vat - line.amount).sum();
    assert_eq!(of_lines, header.vat_amount, "{case:?}");
    let first: Vec<_> = case.lines.iter().map(|line| case.first.min(line.1).to_string()).collect();
    let plan: Vec<_> = (1..).zip(&first).map(|(line, units)| (line, units.as_str(), units.as_str())).collect();
    world.plan(id, &plan).await;
    let before = world.books().await.vat.len();
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    if world.is_there(id).await {
        assert!(world.post(id, Request::SHIP_AND_INVOICE).await.unwrap().completed, "{case:?}");
    }
    let books = world.books().await;
    let invoices: Vec<_> = books
        .documents
        .iter()
        .filter(|posted| posted.kind == Kind::Invoice && posted.order_number == header.number)
        .collect();
    assert_eq!(invoices.iter().map(|posted| posted.vat_amount).sum::<Amount>(), header.vat_amount, "{case:?}");
    let mut by_jurisdiction: BTreeMap<&str, Amount> = BTreeMap::new();
    for entry in &books.vat {
        *by_jurisdiction.entry(entry.tax_jurisdiction_code.as_str()).or_default() += entry.amount;
    }
    for (jurisdiction, account) in [("STATE", "5710"), ("COUNTY", "5720"), ("CITY", "5730")] {
        let owed = by_jurisdiction.get(jurisdiction).copied().unwrap_or_default();
        assert_eq!(owed, books.balance(&[account]), "{case:?}");
    }
    if !case.euros {
        let of_document: Amount = books.vat[before..].iter().map(|entry| entry.amount).sum();
        assert_eq!(-of_document, header.vat_amount, "{case:?}");
    }
    for invoice in invoices {
        world.cancel(invoice.id).await.unwrap();
    }
    let books = world.books().await;
    assert_eq!((books.balances(), books.vat_by_rate()), Default::default(), "{case:?}");
}
