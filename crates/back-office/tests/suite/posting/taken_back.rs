//! Posted invoices that are taken back, to the cent.

use back_office::currencies::exchange_rate;
use back_office::posting::Request;
use back_office::sales::posted::{self, Kind};
use back_office::sales::{self, ChangeLine, DocumentType, Entry, LineEntry, NewDocument};
use database::Engine;
use rstest::rstest;
use sea_orm::Set;
use uuid::Uuid;
use values::money::Amount;

use super::books::{Books, entries};
use super::examples::euros;
use crate::world::{World, amount, code, order, sold};

/// Ten times 0.10 at 25 %, of which three are invoiced, and then seven. Returns both invoices.
async fn in_two_parts(world: &World) -> [Uuid; 2] {
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 10, "0.10", "0")])).await;
    world.plan(id, &[(1, "3", "3")]).await;
    let mut invoices = [Uuid::nil(); 2];
    for invoice in &mut invoices {
        *invoice = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap().invoice.unwrap().0;
    }
    invoices
}

fn document<'a>(books: &'a Books, kind: Kind, number: &str) -> &'a posted::header::Model {
    books.documents.iter().find(|document| document.kind == kind && document.number == number).unwrap()
}

async fn enter(world: &World, memo: Uuid, line: LineEntry) {
    let (setup, cx, entry) = (&world.setup().await, &world.context(), &Entry::of_line(line));
    let enter = |tx| async move { sales::enter(&tx, setup, memo, None, entry, cx).await };
    world.test.db.write(enter).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_part_of_an_order_is_taken_back_with_the_vat_it_had(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let [_, second] = in_two_parts(&world).await;
    let sold = entries("3000 -0.70, 2700 -0.17, 1500 0.87");
    assert_eq!(world.books().await.transaction(2), sold);
    let posted = world.cancel(second).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.transaction(posted.transaction_number), entries("3000 0.70, 2700 0.17, 1500 -0.87"));
    assert_eq!(books.vat()[2], (amount("0.70"), amount("0.17")));
    let (invoice, memo) =
        (document(&books, Kind::Invoice, "PI-000002"), document(&books, Kind::CreditMemo, "PC-000001"));
    assert!(invoice.canceled && !memo.canceled && !document(&books, Kind::Invoice, "PI-000001").canceled);
    assert_eq!(memo.corrected_invoice_number, "PI-000002");
    assert_eq!((memo.vat_amount, memo.amount_including_vat), (amount("0.17"), amount("0.87")));
}

#[rstest]
#[tokio::test]
async fn an_invoice_is_taken_back_at_its_own_rate(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.costing("60").await;
    euros(&world, "2026-01-01", "745").await;
    let lines = vec![sold("SHIRT", 1, "19.99", "0"), sold("SHIRT", 1, "5.00", "0")];
    let new = NewDocument { currency_code: code("EUR"), ..order(false, lines) };
    let id = world.document(DocumentType::Order, &new).await;
    let invoice = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap().invoice.unwrap().0;
    let worth = "812".parse().unwrap();
    world
        .change(exchange_rate::ActiveModel { relational_exchange_rate_amount: Set(worth), ..Default::default() })
        .await;
    let memo = world.take_back(invoice).await.unwrap();
    // Nor does another day have another rate.
    let later = Request { posting_date: memo.posting_date.succ_opt(), ..Request::SHIP_AND_INVOICE };
    world.post(memo.id, later).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.balances(), Default::default());
    assert!(books.customer.iter().all(|entry| !entry.open));
}

#[rstest]
#[tokio::test]
async fn a_line_that_is_changed_is_worked_out_and_the_others_stay(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let lines = || vec![sold("SHIRT", 1, "0.99", "0"), sold("SHIRT", 1, "0.99", "0"), sold("SHIRT", 4, "0.99", "0")];
    let new = NewDocument { invoice_discount: amount("0.60"), ..order(false, lines()) };
    let id = world.document(DocumentType::Order, &new).await;
    let invoice = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap().invoice.unwrap().0;
    let memo = world.take_back(invoice).await.unwrap().id;
    let (_, before) = world.read(memo).await;
    assert!(before.iter().all(|line| line.corrective));
    let change = ChangeLine { quantity: Some(2.into()), ..ChangeLine::default() };
    enter(&world, memo, LineEntry::Change(30_000, Box::new(change))).await;
    enter(&world, memo, LineEntry::Remove(20_000)).await;
    let (header, lines) = world.read(memo).await;
    assert_eq!((&lines[0], lines[1].corrective, lines.len()), (&before[0], false, 2));
    assert_eq!(header.invoice_discount_amount, amount("0.60") - before[1].invoice_discount_amount);
    assert_eq!(header.amount_including_vat, lines.iter().map(|line| line.amount_including_vat).sum::<Amount>());
    world.post(memo, Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;
    let (invoice, memo) =
        (document(&books, Kind::Invoice, "PI-000001"), document(&books, Kind::CreditMemo, "PC-000001"));
    assert!(!invoice.canceled, "a part of it is not all of it");
    assert_eq!(
        (&memo.corrected_invoice_number, memo.amount_including_vat),
        (&invoice.number, header.amount_including_vat)
    );
}

#[rstest]
#[tokio::test]
async fn an_invoice_is_taken_back_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let [first, _] = in_two_parts(&world).await;
    let (one, other) = (world.take_back(first).await.unwrap(), world.take_back(first).await.unwrap());
    world.post(one.id, Request::SHIP_AND_INVOICE).await.unwrap();
    let refused = world.refusal(other.id, Request::SHIP_AND_INVOICE).await;
    let sentence = "invoice PI-000001 is canceled already: a credit memo has taken all of it back, delete this one";
    assert!(refused.contains(sentence), "{refused}");
    let sentence =
        "invoice PI-000001 is canceled: a credit memo has taken all of it back, there is nothing left to correct";
    assert_eq!(world.cancel(first).await.unwrap_err().to_string(), sentence);
    assert_eq!(world.take_back(first).await.unwrap_err().to_string(), sentence);
}

#[rstest]
#[tokio::test]
async fn an_invoice_over_nothing_is_taken_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.costing("60").await;
    let id = world.document(DocumentType::Invoice, &order(false, vec![sold("SHIRT", 2, "10", "20")])).await;
    let invoice = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap().invoice.unwrap().0;
    world.cancel(invoice).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.balances(), Default::default());
    assert_eq!(books.item.iter().map(|entry| entry.quantity).sum::<values::money::Quantity>(), 0.into());
}
