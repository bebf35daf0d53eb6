//! What keeps a document from being posted, in sentences that say the cause and the remedy.

use back_office::customers::Blocked;
use back_office::posting::Request;
use back_office::sales::{DocumentType, NewDocument};
use back_office::{
    Error, accounts, general_ledger, inventory_setup, items, posting_setup, sales, sales_setup, user_setup, vat,
};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use uuid::Uuid;
use values::Code;

use crate::world::{World, amount, code, day, order, sold};

fn shirt() -> NewDocument {
    order(false, vec![sold("SHIRT", 2, "100.00", "0")])
}

async fn document(world: &World) -> Uuid {
    world.document(DocumentType::Order, &shirt()).await
}

/// Posts an order, which must be refused for that and leave nothing behind.
async fn refused(world: &World, id: Uuid, expected: &str) {
    let refusal = world.refusal(id, Request::SHIP_AND_INVOICE).await;
    assert_eq!(refusal, format!("sales order SO-000001 can't be posted: {expected}"));
    assert!(world.books().await.is_empty() && world.is_there(id).await);
}

#[rstest]
#[tokio::test]
async fn a_posting_date_out_of_range_is_refused_by_the_user_s_range_or_the_ledger_s(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let new = NewDocument { posting_date: Some(day("2026-01-31")), ..shirt() };
    let id = world.document(DocumentType::Order, &new).await;
    let from =
        general_ledger::setup::ActiveModel { allow_posting_from: Set(Some(day("2026-02-01"))), ..Default::default() };
    world.change(from).await;
    refused(&world, id, "Posting Date 2026-01-31 is not within your range of allowed posting dates: choose another day, or change the range in the set-up").await;
    assert!(world.read(id).await.0.posting_number.is_blank());

    let own = &user_setup::Model {
        id: world.random.id(start()),
        user_id: code("OLA"),
        allow_posting_to: Some(day("2026-01-31")),
        ..Default::default()
    };
    let write = |tx| async move {
        own.clone().into_active_model().insert(&tx).await?;
        back_office::Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_vat_date_out_of_range_is_refused_by_the_user_s_range_or_the_ledger_s(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = world
        .document(DocumentType::Order, &NewDocument { vat_reporting_date: Some(day("2026-01-31")), ..shirt() })
        .await;
    let closed =
        general_ledger::setup::ActiveModel { allow_vat_date_from: Set(Some(day("2026-02-01"))), ..Default::default() };
    world.change(closed).await;
    refused(&world, id, "VAT Date 2026-01-31 is not within your range of allowed VAT dates: choose another day, or change the range in the set-up").await;
    // Goods that are only sent have no VAT.
    world.post(id, Request::SHIP).await.unwrap();
    let own = &user_setup::Model {
        id: world.random.id(start()),
        user_id: code("OLA"),
        allow_vat_date_to: Some(day("2026-01-31")),
        ..Default::default()
    };
    let write = |tx| async move {
        own.clone().into_active_model().insert(&tx).await?;
        back_office::Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
    world.post(id, Request::INVOICE).await.unwrap();
    let books = world.books().await;
    assert_eq!((books.vat[0].posting_date, books.vat[0].vat_reporting_date), (day("2026-03-02"), day("2026-01-31")));
}

#[rstest]
#[tokio::test]
async fn neither_shipping_nor_invoicing_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let id = document(&world).await;
    let nothing = Request { ship: false, ..Request::SHIP };
    let refusal = world.refusal(id, nothing).await;
    assert_eq!(refusal, "sales order SO-000001 can't be posted: please enter Yes in Ship and/or Invoice");
}

#[rstest]
#[tokio::test]
async fn an_invoice_of_less_than_nothing_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let lines = vec![sold("SHIRT", 1, "10.00", "0"), sold("LAMP", -1, "100.00", "0")];
    let id = world.document(DocumentType::Order, &order(false, lines)).await;
    refused(&world, id, "the total amount for the invoice must be 0 or greater: make a credit memo instead").await;
}

#[rstest]
#[tokio::test]
async fn the_buyer_s_number_is_there_and_once_where_it_must_be(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let mandatory = sales_setup::ActiveModel { external_document_number_mandatory: Set(true), ..Default::default() };
    world.change(mandatory).await;
    let without = NewDocument { external_document_number: String::new(), ..shirt() };
    let id = world.document(DocumentType::Order, &without).await;
    refused(&world, id, "External Document No. is blank: enter the buyer's own number").await;
    let (first, second) = (document(&world).await, document(&world).await);
    world.post(first, Request::SHIP_AND_INVOICE).await.unwrap();
    let refusal = world.refusal(second, Request::SHIP_AND_INVOICE).await;
    assert!(refusal.ends_with("sales invoice PO-7 already exists: enter another External Document No."), "{refusal}");
}

#[rstest]
#[tokio::test]
async fn goods_that_are_not_there_are_not_sent_where_that_is_prevented(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = document(&world).await;
    world.change(inventory_setup::ActiveModel { prevent_negative_inventory: Set(true), ..Default::default() }).await;
    let expected =
        "line 10000: you have insufficient quantity of item SHIRT on inventory: receive more of it, or ship less";
    refused(&world, id, expected).await;
    let back = world.document(DocumentType::CreditMemo, &shirt()).await;
    world.post(back, Request::INVOICE).await.unwrap();
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn goods_must_be_at_a_location_where_that_is_asked_for(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = document(&world).await;
    world.change(inventory_setup::ActiveModel { location_mandatory: Set(true), ..Default::default() }).await;
    refused(&world, id, "line 10000: Location Code is blank: enter the location from which it is sent").await;
}

#[rstest]
#[case(items::ActiveModel { blocked: Set(true), ..Default::default() }, "line 10000: item SHIRT is blocked: unblock it on its card, or choose another")]
#[case(items::ActiveModel { sales_blocked: Set(true), ..Default::default() }, "line 10000: item SHIRT is blocked: unblock it on its card, or choose another")]
#[case(items::ActiveModel { inventory_posting_group: Set(code("NONE")), ..Default::default() }, "line 10000: there is no inventory posting setup for location '' and group 'NONE': create it")]
#[tokio::test]
async fn an_item_that_does_not_fit_is_refused(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] change: items::ActiveModel,
    #[case] sentence: &str,
) {
    let world = World::new(engine).await;
    let id = document(&world).await;
    world.change(change).await;
    refused(&world, id, sentence).await;
}

#[rstest]
#[tokio::test]
async fn a_variant_that_was_blocked_meanwhile_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    use items::variant;
    let world = World::new(engine).await;
    let red = &variant::Model {
        id: world.random.id(start()),
        item_number: code("SHIRT"),
        code: code("RED"),
        description: "A red shirt".into(),
        blocked: false,
        sales_blocked: false,
    };
    let write = |tx| async move {
        red.clone().into_active_model().insert(&tx).await?;
        back_office::Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
    let mut new = shirt();
    new.lines[0].variant_code = code("RED");
    let id = world.document(DocumentType::Order, &new).await;
    world.change(variant::ActiveModel { sales_blocked: Set(true), ..Default::default() }).await;
    refused(&world, id, "line 10000: item variant RED of item SHIRT is blocked: unblock it, or choose another").await;
}

#[rstest]
#[tokio::test]
async fn all_that_is_wrong_is_said_at_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let id = document(&world).await;
    let closed =
        general_ledger::setup::ActiveModel { allow_posting_to: Set(Some(day("2026-02-01"))), ..Default::default() };
    world.change(closed).await;
    world.blocked(Blocked::All).await;
    world.change(items::ActiveModel { blocked: Set(true), ..Default::default() }).await;
    world.change(vat::ActiveModel { sales_vat_account: Set(Code::blank()), ..Default::default() }).await;
    let refused = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap_err();
    let Error::NotPosted { problems, .. } = refused else { panic!("{refused}") };
    let found: Vec<_> = problems.iter().map(|problem| (problem.line, problem.field)).collect();
    let expected = [
        (None, "postingDate"),
        (None, "customerNumber"),
        (None, "billToCustomerNumber"),
        (Some(10_000), "lineObjectNumber"),
        (None, "account"),
    ];
    assert_eq!(found, expected);
}

#[rstest]
#[case(
    posting_setup::general::ActiveModel { blocked: Set(true), ..Default::default() },
    "line 10000: setup is blocked in the general posting setup 'DOMESTIC', 'RETAIL': unblock it, or use other groups"
)]
#[case(
    posting_setup::general::ActiveModel { sales_account: Set(Code::blank()), ..Default::default() },
    "Sales Account is blank in the general posting setup 'DOMESTIC', 'RETAIL': enter an account"
)]
#[case(
    posting_setup::general::ActiveModel { sales_account: Set(code("9999")), ..Default::default() },
    "there is no G/L account 9999, which the general posting setup 'DOMESTIC', 'RETAIL' names: create it, or name another"
)]
#[case(
    posting_setup::general::ActiveModel { cogs_account: Set(Code::blank()), ..Default::default() },
    "COGS Account is blank in the general posting setup 'DOMESTIC', 'RETAIL': enter an account"
)]
#[tokio::test]
async fn a_general_posting_setup_that_does_not_fit_is_refused(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] change: posting_setup::general::ActiveModel,
    #[case] sentence: &str,
) {
    let world = World::new(engine).await;
    let id = document(&world).await;
    world.change(change).await;
    refused(&world, id, sentence).await;
}

#[rstest]
#[tokio::test]
async fn a_blocked_vat_setup_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let id = document(&world).await;
    world.change(vat::ActiveModel { blocked: Set(true), ..Default::default() }).await;
    let expected =
        "line 10000: setup is blocked in the VAT posting setup 'DOMESTIC', 'HIGH': unblock it, or use other groups";
    refused(&world, id, expected).await;
}

#[rstest]
#[tokio::test]
async fn an_account_that_is_no_account_for_posting_is_refused(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = document(&world).await;
    let heading = accounts::ActiveModel { account_type: Set(accounts::AccountType::Heading), ..Default::default() };
    world.change(heading).await;
    let refusal = world.refusal(id, Request::SHIP_AND_INVOICE).await;
    // All of them are said at once.
    for account in ["3000", "2700", "4300", "1500"] {
        assert!(refusal.contains(&format!("G/L account {account}, which ")), "{refusal}");
    }
}

#[rstest]
#[tokio::test]
async fn an_account_that_documents_may_not_name_any_more_is_refused(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let new = order(false, vec![crate::world::charged("3065", "10.00", "Freight")]);
    let id = world.document(DocumentType::Order, &new).await;
    world.change(accounts::ActiveModel { direct_posting: Set(false), ..Default::default() }).await;
    refused(&world, id, "G/L account 3065, which the line names, is not for direct posting: name another").await;
}

#[rstest]
#[tokio::test]
async fn a_currency_without_a_rate_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let new = NewDocument { currency_code: code("EUR"), ..shirt() };
    let id = world.document(DocumentType::Order, &new).await;
    let expected =
        "there is no exchange rate for the currency EUR on 2026-03-02: add one that begins on that day or before";
    refused(&world, id, expected).await;
}

#[rstest]
#[tokio::test]
async fn a_credit_memo_settles_only_an_invoice_that_is_open(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let back = NewDocument { applies_to_document_number: code("PI-000009"), ..shirt() };
    let id = world.document(DocumentType::CreditMemo, &back).await;
    let refusal = world.refusal(id, Request::INVOICE).await;
    let expected =
        "there is no open invoice PI-000009 of customer C00001: choose another, or leave Applies-to Doc. No. blank";
    assert_eq!(refusal, format!("sales credit memo SC-000001 can't be posted: {expected}"));
}

#[rstest]
#[tokio::test]
async fn an_order_that_was_posted_whole_is_not_made_again(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let new = NewDocument { source: crate::world::from("1001"), ..shirt() };
    let id = world.document(DocumentType::Order, &new).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let again = world.create(&new).await.unwrap();
    assert!(matches!(again, sales::Outcome::AlreadyThere(_, number) if number == "SO-000001"));
    assert_eq!(world.books().await.customer[0].amount, amount("250"));
}
