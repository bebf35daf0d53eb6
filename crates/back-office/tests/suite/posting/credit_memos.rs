//! Invoices of their own, and what takes them back.

use back_office::item_ledger::DocumentType as Moved;
use back_office::posting::Request;
use back_office::sales::posted::Kind;
use back_office::sales::{DocumentType, NewDocument, Source};
use back_office::{payment_methods, sales_setup};
use database::Engine;
use rstest::rstest;
use sea_orm::Set;

use super::books::entries;
use crate::world::{World, amount, code, order, sold};

#[rstest]
#[tokio::test]
async fn a_credit_memo_takes_goods_back_and_settles_their_invoice(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.costing("60").await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 2, "100.00", "0")])).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();

    let lines = vec![sold("SHIRT", 1, "100.00", "0")];
    let back = NewDocument { applies_to_document_number: code("PI-000001"), ..order(false, lines) };
    let id = world.document(DocumentType::CreditMemo, &back).await;
    let posted = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    assert!(posted.completed && posted.shipment.is_none());
    let books = world.books().await;
    let expected = entries("1460 60, 4300 -60, 3000 100, 2700 25, 1500 -125");
    assert_eq!(books.transaction(posted.transaction_number), expected);
    assert_eq!(books.vat()[1], (amount("100"), amount("25")));
    let goods = &books.item[1];
    assert_eq!((goods.quantity, goods.document_type), (1.into(), Moved::SalesCreditMemo));
    assert_eq!((goods.cost_amount_actual, goods.sales_amount_actual), (amount("60"), amount("-100")));
    let [invoice, memo] = &books.customer[..] else { panic!("{:?}", books.customer) };
    assert_eq!((memo.amount, memo.open, memo.closed_by_entry_number), (amount("-125"), false, 1));
    assert_eq!((invoice.remaining_amount, invoice.open), (amount("125"), true));
    assert_eq!((memo.sales_lcy, memo.profit_lcy), (amount("-100"), amount("-40")));
    assert_eq!(books.numbers(Kind::CreditMemo), ["PC-000001"]);
}

/// A sale that comes from elsewhere, and the credit memo that takes half of it back.
async fn sale_and_memo(world: &World, payment_method: &str) -> [uuid::Uuid; 2] {
    let of = |kind: &str, id: &str| Source { kind: kind.into(), id: id.into(), number: "#1001".into() };
    let sale = NewDocument {
        source: Some(of("Web Order", "5001")),
        payment_method_code: code(payment_method),
        ..order(false, vec![sold("SHIRT", 2, "100.00", "0")])
    };
    let memo = NewDocument {
        source: Some(of("Web Refund", "900")),
        takes_back: sale.source.clone(),
        ..order(false, vec![sold("SHIRT", 1, "100.00", "0")])
    };
    [world.document(DocumentType::Order, &sale).await, world.document(DocumentType::CreditMemo, &memo).await]
}

#[rstest]
#[case::the_sale_first([0, 1])]
#[case::the_memo_first([1, 0])]
#[tokio::test]
async fn a_sale_and_what_takes_it_back_settle_each_other_whichever_is_posted_first(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] turns: [usize; 2],
) {
    let world = World::new(engine).await;
    let both = sale_and_memo(&world, "").await;
    let other = NewDocument {
        source: Some(Source { kind: "Web Order".into(), id: "5002".into(), number: "#1001".into() }),
        ..order(false, vec![sold("SHIRT", 2, "100.00", "0")])
    };
    let other = world.document(DocumentType::Order, &other).await;
    world.post(other, Request::SHIP_AND_INVOICE).await.unwrap();
    for turn in turns {
        world.post(both[turn], Request::SHIP_AND_INVOICE).await.unwrap();
    }
    let books = world.books().await;
    let left: Vec<_> = books.customer.iter().map(|entry| entry.remaining_amount).collect();
    let sale = if turns[0] == 0 { [amount("125"), amount("0")] } else { [amount("0"), amount("125")] };
    assert_eq!(left, [amount("250"), sale[0], sale[1]], "the other sale, of the same number, stays as it is");
}

#[rstest]
#[tokio::test]
async fn a_sale_that_is_paid_at_once_is_paid_in_full_whatever_was_taken_back_before(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let under_way = payment_methods::ActiveModel { balancing_account_number: Set(code("1580")), ..Default::default() };
    world.change(under_way).await;
    let [sale, memo] = sale_and_memo(&world, "CARD").await;
    world.post(memo, Request::SHIP_AND_INVOICE).await.unwrap();
    let posted = world.post(sale, Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;
    let expected = entries("3000 -200, 2700 -50, 1500 250, 1500 -250, 1580 250");
    assert_eq!(books.transaction(posted.transaction_number), expected);
    let left: Vec<_> = books.customer.iter().map(|entry| entry.remaining_amount).collect();
    assert_eq!(left, [amount("-125"), amount("0"), amount("0")]);
}

#[rstest]
#[case(true, Moved::SalesShipment, 1)]
#[case(false, Moved::SalesInvoice, 0)]
#[tokio::test]
async fn an_invoice_sends_its_goods_with_or_without_a_shipment(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] shipment_on_invoice: bool,
    #[case] moved: Moved,
    #[case] shipments: usize,
) {
    let world = World::new(engine).await;
    let setup = sales_setup::ActiveModel { shipment_on_invoice: Set(shipment_on_invoice), ..Default::default() };
    world.change(setup).await;
    let id = world.document(DocumentType::Invoice, &order(false, vec![sold("SHIRT", 2, "100.00", "0")])).await;
    // An invoice is posted whole, whatever is asked.
    let posted = world.post(id, Request::INVOICE).await.unwrap();
    let books = world.books().await;
    assert_eq!((books.item[0].document_type, books.numbers(Kind::Shipment).len()), (moved, shipments));
    assert_eq!(books.documents[0].pre_assigned_number, "SI-000001");
    assert_eq!(posted.invoice.unwrap().1, "PI-000001");
}

#[rstest]
#[tokio::test]
async fn an_invoice_of_the_series_of_posted_ones_keeps_its_number(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.change(sales_setup::ActiveModel { posted_invoice_numbers: Set(code("S-INV")), ..Default::default() }).await;
    let id = world.document(DocumentType::Invoice, &order(false, vec![sold("SHIRT", 2, "100.00", "0")])).await;
    assert_eq!(world.post(id, Request::INVOICE).await.unwrap().invoice.unwrap().1, "SI-000001");
}
