//! Until when less may be paid.

use back_office::posting::Request;
use back_office::sales::{self, ChangeDocument, DocumentType};
use back_office::{customers, payment_terms};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use sea_orm::Set;
use values::money::Percent;

use crate::world::{World, amount, code, day, order, sold};

/// 30 days net, 2 % less within 8 days.
pub async fn terms(world: &World, on_credit_memos: bool) {
    let row = payment_terms::Model {
        id: world.random.id(start()),
        code: code("8D2"),
        description: String::new(),
        due_date_calculation: "30D".parse().unwrap(),
        discount_date_calculation: "8D".parse().unwrap(),
        discount_percent: 2.into(),
        calculate_discount_on_credit_memos: on_credit_memos,
    };
    world.insert(row).await;
    world.change(customers::ActiveModel { payment_terms_code: Set(code("8D2")), ..Default::default() }).await;
}

#[rstest]
#[tokio::test]
async fn the_payment_discount_goes_from_the_terms_to_the_ledger(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    terms(&world, false).await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 1, "100.25", "0")])).await;
    let (header, _) = world.read(id).await;
    assert_eq!((header.due_date, header.payment_discount_date), (day("2026-03-31"), Some(day("2026-03-09"))));
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;
    let invoice = books.documents.iter().find(|posted| posted.number == "PI-000001").unwrap();
    assert_eq!((invoice.payment_discount_date, invoice.payment_discount_percent), (Some(day("2026-03-09")), 2.into()));
    let entry = &books.customer[0];
    assert_eq!(entry.payment_discount_date, Some(day("2026-03-09")));
    assert_eq!((entry.amount, entry.original_payment_discount_possible), (amount("125.31"), amount("2.51")));
}

#[rstest]
#[case(false, "2026-03-01", None, Percent::ZERO)]
#[case(true, "2026-03-31", Some("2026-03-09"), 2.into())]
#[tokio::test]
async fn a_credit_memo_has_a_discount_where_the_terms_say_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] on_credit_memos: bool,
    #[case] due: &str,
    #[case] discount: Option<&str>,
    #[case] percent: Percent,
) {
    let world = World::new(engine).await;
    terms(&world, on_credit_memos).await;
    let id = world.document(DocumentType::CreditMemo, &order(false, vec![sold("SHIRT", 1, "100", "0")])).await;
    let (header, _) = world.read(id).await;
    assert_eq!((header.due_date, header.payment_discount_date), (day(due), discount.map(day)));
    assert_eq!(header.payment_discount_percent, percent);
}

#[rstest]
#[tokio::test]
async fn the_discount_follows_the_document_date_and_the_terms(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    terms(&world, false).await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 1, "100", "0")])).await;
    let setup = &world.setup().await;
    let change = |change: ChangeDocument| {
        let world = &world;
        async move {
            let (change, cx) = (&change, &world.context());
            let write = |tx| async move { sales::change_document(&tx, setup, id, None, change, cx).await };
            world.test.db.write(write).await.unwrap()
        }
    };
    let later = change(ChangeDocument { document_date: Some(day("2026-04-01")), ..Default::default() }).await;
    assert_eq!((later.due_date, later.payment_discount_date), (day("2026-05-01"), Some(day("2026-04-09"))));
    let net = change(ChangeDocument { payment_terms_code: Some(code("14D")), ..Default::default() }).await;
    assert_eq!((net.due_date, net.payment_discount_date), (day("2026-04-15"), None));
    let by_hand = change(ChangeDocument { due_date: Some(day("2026-06-01")), ..Default::default() }).await;
    assert_eq!((by_hand.due_date, by_hand.payment_discount_percent), (day("2026-06-01"), Percent::ZERO));
}
