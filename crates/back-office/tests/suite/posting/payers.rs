//! One buys, another pays.

use back_office::customers::{self, Blocked, template};
use back_office::posting::Request;
use back_office::sales::{ChangeDocument, DocumentType, NewDocument};
use back_office::{Result, payment_methods, payment_terms};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use values::Code;

use super::books::entries;
use crate::world::{World, amount, code, order, sold};

fn two_shirts() -> NewDocument {
    NewDocument { bill_to_customer: code("C00002"), ..order(false, vec![sold("SHIRT", 2, "100.00", "0")]) }
}

/// C00002 pays for others and is of the group EXPORT.
async fn with_payer(engine: Engine) -> World {
    let world = World::new(engine).await;
    let random = &world.random;
    let make = |tx| async move {
        let template = template::find(&tx, &code("DOMESTIC")).await?;
        let new = customers::NewCustomer { name: "The Payer".into(), ..Default::default() };
        customers::create(&tx, &new, &template, start(), random).await?;
        Result::<_>::Ok(())
    };
    world.test.db.write(make).await.unwrap();
    change(
        &world,
        "C00002",
        customers::ActiveModel { customer_posting_group: Set(code("EXPORT")), ..Default::default() },
    )
    .await;
    world
}

async fn change(world: &World, customer: &str, change: customers::ActiveModel) {
    let update =
        &customers::Entity::update_many().set(change).filter(customers::Column::Number.eq(code::<20>(customer)));
    let write = |tx| async move {
        update.clone().exec(&tx).await?;
        Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn the_payer_owes_what_the_buyer_is_sent(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = with_payer(engine).await;
    let id = world.document(DocumentType::Order, &two_shirts()).await;
    let posted = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.transaction(posted.transaction_number), entries("3000 -200, 2700 -50, 1510 250"));
    let owed = &books.customer[0];
    assert_eq!((owed.customer_number.as_str(), owed.customer_posting_group.as_str()), ("C00002", "EXPORT"));
    assert_eq!(
        (books.vat[0].bill_to_customer_number.as_str(), books.item[0].source_number.as_str()),
        ("C00002", "C00001")
    );
}

#[rstest]
#[case("C00001", "customer C00001 is blocked with type All: unblock it on its card, or wait")]
#[case("C00002", "customer C00002 is blocked with type All: unblock it on its card, or wait")]
#[tokio::test]
async fn neither_buyer_nor_payer_may_be_blocked(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] blocked: &str,
    #[case] sentence: &str,
) {
    let world = with_payer(engine).await;
    let id = world.document(DocumentType::Order, &two_shirts()).await;
    change(&world, blocked, customers::ActiveModel { blocked: Set(Blocked::All), ..Default::default() }).await;
    let refusal = world.refusal(id, Request::SHIP_AND_INVOICE).await;
    assert_eq!(refusal, format!("sales order SO-000001 can't be posted: {sentence}"));
}

/// For what it is blocked, what is posted, and whether that is refused.
#[rstest]
#[case(Blocked::None, DocumentType::Order, Request::SHIP, false)]
#[case(Blocked::None, DocumentType::Order, Request::INVOICE, false)]
#[case(Blocked::None, DocumentType::Order, Request::SHIP_AND_INVOICE, false)]
#[case(Blocked::None, DocumentType::Invoice, Request::SHIP_AND_INVOICE, false)]
#[case(Blocked::None, DocumentType::CreditMemo, Request::SHIP_AND_INVOICE, false)]
#[case(Blocked::Ship, DocumentType::Order, Request::SHIP, true)]
#[case(Blocked::Ship, DocumentType::Order, Request::INVOICE, false)]
#[case(Blocked::Ship, DocumentType::Order, Request::SHIP_AND_INVOICE, true)]
#[case(Blocked::Ship, DocumentType::Invoice, Request::SHIP_AND_INVOICE, true)]
#[case(Blocked::Ship, DocumentType::CreditMemo, Request::SHIP_AND_INVOICE, false)]
#[case(Blocked::Invoice, DocumentType::Order, Request::SHIP, true)]
#[case(Blocked::Invoice, DocumentType::Order, Request::INVOICE, true)]
#[case(Blocked::Invoice, DocumentType::Order, Request::SHIP_AND_INVOICE, true)]
#[case(Blocked::Invoice, DocumentType::Invoice, Request::SHIP_AND_INVOICE, true)]
#[case(Blocked::Invoice, DocumentType::CreditMemo, Request::SHIP_AND_INVOICE, false)]
#[case(Blocked::All, DocumentType::Order, Request::SHIP, true)]
#[case(Blocked::All, DocumentType::Order, Request::INVOICE, true)]
#[case(Blocked::All, DocumentType::Order, Request::SHIP_AND_INVOICE, true)]
#[case(Blocked::All, DocumentType::Invoice, Request::SHIP_AND_INVOICE, true)]
#[case(Blocked::All, DocumentType::CreditMemo, Request::SHIP_AND_INVOICE, true)]
#[tokio::test]
async fn a_blocked_customer_is_kept_from_what_it_is_blocked_for(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] blocked: Blocked,
    #[case] document_type: DocumentType,
    #[case] request: Request,
    #[case] is_refused: bool,
) {
    let world = World::new(engine).await;
    let id = world.document(document_type, &order(false, vec![sold("SHIRT", 2, "100.00", "0")])).await;
    if request == Request::INVOICE && document_type == DocumentType::Order {
        world.post(id, Request::SHIP).await.unwrap();
    }
    world.blocked(blocked).await;
    let outcome = world.post(id, request).await;
    assert_eq!(outcome.is_err(), is_refused, "{outcome:?}");
    if is_refused {
        let sentence = format!("customer C00001 is blocked with type {blocked}: unblock it on its card, or wait");
        assert!(outcome.unwrap_err().to_string().contains(&sentence));
    }
}

#[rstest]
#[tokio::test]
async fn a_credit_memo_settles_only_what_its_own_payer_owes(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_payer(engine).await;
    let id = world.document(DocumentType::Order, &two_shirts()).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let back = NewDocument { applies_to_document_number: code("PI-000001"), ..two_shirts() };
    let of_another = NewDocument { bill_to_customer: code("C00001"), ..back.clone() };
    let id = world.document(DocumentType::CreditMemo, &of_another).await;
    let refusal = world.refusal(id, Request::INVOICE).await;
    assert!(refusal.contains("there is no open invoice PI-000001 of customer C00001"), "{refusal}");
    let id = world.document(DocumentType::CreditMemo, &back).await;
    world.post(id, Request::INVOICE).await.unwrap();
    assert!(world.books().await.customer.iter().all(|entry| !entry.open));
}

/// A payment method with an account would post a refund together with the credit memo.
#[rstest]
#[case(false, "")]
#[case(true, "CARD")]
#[tokio::test]
async fn what_is_given_back_is_paid_as_the_payer_pays_only_where_the_terms_say_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] on_credit_memos: bool,
    #[case] method: &str,
) {
    let world = with_payer(engine).await;
    let at_once = payment_methods::ActiveModel { balancing_account_number: Set(code("1580")), ..Default::default() };
    world.change(at_once).await;
    let terms =
        payment_terms::ActiveModel { calculate_discount_on_credit_memos: Set(on_credit_memos), ..Default::default() };
    world.change(terms).await;
    let card = || customers::ActiveModel {
        payment_method_code: Set(code("CARD")),
        payment_terms_code: Set(code("30D")),
        ..Default::default()
    };
    change(&world, "C00001", card()).await;
    change(&world, "C00002", card()).await;
    let order = world.document(DocumentType::Order, &two_shirts()).await;
    assert_eq!(world.read(order).await.0.payment_method_code, "CARD");
    let memo = world.document(DocumentType::CreditMemo, &two_shirts()).await;
    assert_eq!(world.read(memo).await.0.payment_method_code, method);
    world.post(memo, Request::INVOICE).await.unwrap();
    let memo = world.document(DocumentType::CreditMemo, &two_shirts()).await;
    let another = ChangeDocument { bill_to_customer: Some(code("C00001")), ..Default::default() };
    world.change_document(memo, another).await.unwrap();
    assert_eq!(world.read(memo).await.0.payment_method_code, method);
    let owed = world.books().await.customer[0].remaining_amount;
    assert_eq!(owed, if on_credit_memos { amount("0") } else { amount("-250") });
}

/// What rounding comes to is charged with the VAT of its account's group.
#[rstest]
#[tokio::test]
async fn vat_on_what_rounding_comes_to_needs_an_account(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let halves = back_office::general_ledger::setup::ActiveModel {
        invoice_rounding_precision: Set(amount("0.50")),
        ..Default::default()
    };
    world.change(halves).await;
    let taxed =
        back_office::accounts::ActiveModel { vat_product_posting_group: Set(code("HIGH")), ..Default::default() };
    world.change(taxed).await;
    let new = order(true, vec![sold("A", 1, "34.70", "0")]);
    let (first, second) =
        (world.document(DocumentType::Order, &new).await, world.document(DocumentType::Order, &new).await);
    let posted = world.post(first, Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;
    let expected = entries("3000 -34.70, 7775 0.16, 2700 0.04, 1500 34.50");
    assert_eq!(books.transaction(posted.transaction_number), expected);
    let blank = back_office::vat::ActiveModel { sales_vat_account: Set(Code::blank()), ..Default::default() };
    world.change(blank).await;
    let refusal = world.refusal(second, Request::SHIP_AND_INVOICE).await;
    let expected = "Sales VAT Account is blank in the VAT posting setup 'DOMESTIC', 'HIGH': enter an account";
    assert_eq!(refusal, format!("sales order SO-000002 can't be posted: {expected}"));
}
