//! What holds of whatever is sold, in whatever parts it is posted.

use back_office::Result;
use back_office::currencies::exchange_rate;
use back_office::posting::Request;
use back_office::sales::posted::Kind;
use back_office::sales::{DocumentType, NewDocument, NewLine};
use back_office::sales_setup::DiscountPosting;
use database::Engine;
use database::testing::start;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rstest::rstest;
use rust_decimal::Decimal;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use values::money::{Amount, round};

use crate::world::{World, code, day, order, sold};

/// How many documents are posted on each engine.
const DOCUMENTS: usize = 12;

/// An item, how many of it, the price in cents, the discount in percent.
type Line = (usize, i32, i64, i64);

/// Lines, the discount on the whole in percent, whether prices have VAT in them, in euros or not, how discounts are posted,
/// and how many are shipped and invoiced at a time.
#[derive(Clone, Debug)]
struct Case {
    lines: Vec<Line>,
    whole: i64,
    including: bool,
    euros: bool,
    posting: usize,
    steps: Vec<(i32, i32)>,
}

const ITEMS: [&str; 4] = ["SHIRT", "CUP", "LAMP", "A"];

fn case() -> impl Strategy<Value = Case> {
    let line = (0..ITEMS.len(), 1..12_i32, 1..20_000_i64, 0..40_i64);
    let steps = prop::collection::vec((1..5_i32, 0..5_i32), 1..5);
    (prop::collection::vec(line, 1..6), 0..30_i64, any::<bool>(), any::<bool>(), 0..4_usize, steps).prop_map(
        |(lines, whole, including, euros, posting, steps)| Case { lines, whole, including, euros, posting, steps },
    )
}

fn document(case: &Case) -> NewDocument {
    let cents = |amount: Decimal| Amount::new(round(amount, Decimal::new(1, 2))).unwrap();
    let (mut lines, mut base) = (Vec::<NewLine>::new(), Decimal::ZERO);
    for (item, quantity, price, percent) in &case.lines {
        let gross = Decimal::new(price * i64::from(*quantity), 2);
        let discount = cents(gross * Decimal::new(*percent, 2));
        base += gross - discount.decimal();
        lines.push(sold(ITEMS[*item], *quantity, &Decimal::new(*price, 2).to_string(), &discount.to_string()));
    }
    NewDocument {
        invoice_discount: cents(base * Decimal::new(case.whole, 2)),
        currency_code: code(if case.euros { "EUR" } else { "" }),
        ..order(case.including, lines)
    }
}

async fn rate(world: &World) {
    let row = &exchange_rate::Model {
        id: world.random.id(start()),
        currency_code: code("EUR"),
        starting_date: day("2026-01-01"),
        exchange_rate_amount: "100".parse().unwrap(),
        relational_exchange_rate_amount: "1137.77".parse().unwrap(),
    };
    let write = |tx| async move {
        row.clone().into_active_model().insert(&tx).await?;
        Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn parts_come_to_the_whole_and_every_part_balances(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let mut runner = TestRunner::deterministic();
    let world = World::new(engine).await;
    world.costing("12.34").await;
    rate(&world).await;
    for _ in 0..DOCUMENTS {
        let case = case().new_tree(&mut runner).unwrap().current();
        post_in_parts(&world, &case).await;
    }
}

async fn post_in_parts(world: &World, case: &Case) {
    let posting = [DiscountPosting::No, DiscountPosting::Invoice, DiscountPosting::Line, DiscountPosting::All];
    world.discounts(posting[case.posting]).await;
    let id = world.document(DocumentType::Order, &document(case)).await;
    let (header, _) = world.read(id).await;
    for (ship, invoice) in &case.steps {
        let (_, lines) = world.read(id).await;
        let mut plans = Vec::new();
        for line in &lines {
            let ship = (*ship).min(whole(line.outstanding().decimal()));
            let invoice = (*invoice).min(whole(line.invoiceable(ship.into()).decimal()));
            plans.push((line.line_number / 10_000, ship.to_string(), invoice.to_string()));
        }
        let plans: Vec<_> =
            plans.iter().map(|(line, ship, invoice)| (*line, ship.as_str(), invoice.as_str())).collect();
        world.plan(id, &plans).await;
        world.post(id, Request::SHIP_AND_INVOICE).await.ok();
        if !world.is_there(id).await {
            break;
        }
    }
    if world.is_there(id).await {
        assert!(world.post(id, Request::SHIP_AND_INVOICE).await.unwrap().completed, "{case:?}");
    }
    let books = world.books().await;
    let invoices =
        || books.documents.iter().filter(|posted| posted.kind == Kind::Invoice && posted.order_number == header.number);
    let sum = |of: fn(&back_office::sales::posted::header::Model) -> Amount| invoices().map(of).sum::<Amount>();
    assert_eq!(sum(|posted| posted.amount), header.amount, "{case:?}");
    assert_eq!(sum(|posted| posted.vat_amount), header.vat_amount, "{case:?}");
    assert_eq!(sum(|posted| posted.invoice_discount_amount), header.invoice_discount_amount, "{case:?}");
    for invoice in invoices() {
        let lines = || books.lines.iter().filter(|line| line.document_id == invoice.id);
        assert_eq!(lines().map(|line| line.amount_including_vat).sum::<Amount>(), invoice.amount_including_vat);
        // What is owed in the company's own currency is what the invoice comes to in it, to the cent.
        let owed = books.customer.iter().find(|entry| entry.document_number == invoice.number).unwrap();
        let rate = if case.euros { Decimal::new(113_777, 4) } else { Decimal::ONE };
        let converted = round(invoice.amount_including_vat.decimal() * rate, Decimal::new(1, 2));
        assert_eq!(owed.amount_lcy.decimal(), converted.normalize(), "{case:?}");
    }
}

fn whole(quantity: Decimal) -> i32 {
    quantity.to_string().parse().unwrap()
}
