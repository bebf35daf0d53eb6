//! Set-up that is missing, or not as it was when the document was made: each is said in a sentence of its own.

use back_office::posting::Request;
use back_office::sales::{DocumentType, NewDocument, line};
use back_office::sales_setup::{self, DiscountPosting};
use back_office::{
    Error, Result, accounts, bank_accounts, customers, inventory_setup, items, payment_methods, posting_groups,
    posting_setup, vat,
};
use database::Engine;
use rstest::rstest;
use sea_orm::{EntityTrait, Set};
use uuid::Uuid;
use values::Code;

use crate::world::{World, amount, code, order, sold};

/// A company that posts discounts and expected cost apart, and a document with both discounts, paid by card.
async fn of_type(engine: Engine, document_type: DocumentType) -> (World, Uuid) {
    let world = World::new(engine).await;
    world.costing("60").await;
    world.discounts(DiscountPosting::All).await;
    world.change(inventory_setup::ActiveModel { expected_cost_posting: Set(true), ..Default::default() }).await;
    let new = NewDocument {
        invoice_discount: amount("10"),
        payment_method_code: code("CARD"),
        ..order(false, vec![sold("SHIRT", 2, "100.00", "5")])
    };
    let id = world.document(document_type, &new).await;
    (world, id)
}

/// It must be refused for that alone, and nothing is left behind.
async fn refused(world: &World, id: Uuid, sentence: &str) {
    let error = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap_err();
    let Error::NotPosted { problems, .. } = error else { panic!("{error}") };
    assert_eq!(problems.to_string(), sentence);
    assert!(world.books().await.is_empty() && world.is_there(id).await);
}

impl World {
    /// Deletes all records of a kind behind the product's back.
    async fn delete_all<E: EntityTrait>(&self) {
        let delete = |tx| async move {
            E::delete_many().exec(&tx).await?;
            Result::<_>::Ok(())
        };
        self.test.db.write(delete).await.unwrap();
    }
}

type General = posting_setup::general::ActiveModel;

#[rstest]
#[case(
    DocumentType::Order,
    General { sales_line_discount_account: Set(Code::blank()), ..Default::default() },
    "Sales Line Disc. Account is blank in the general posting setup 'DOMESTIC', 'RETAIL': enter an account"
)]
#[case(
    DocumentType::Order,
    General { sales_invoice_discount_account: Set(Code::blank()), ..Default::default() },
    "Sales Inv. Disc. Account is blank in the general posting setup 'DOMESTIC', 'RETAIL': enter an account"
)]
#[case(
    DocumentType::Order,
    General { cogs_account_interim: Set(Code::blank()), ..Default::default() },
    "COGS Account (Interim) is blank in the general posting setup 'DOMESTIC', 'RETAIL': enter an account"
)]
#[case(
    DocumentType::CreditMemo,
    General { sales_credit_memo_account: Set(Code::blank()), ..Default::default() },
    "Sales Credit Memo Account is blank in the general posting setup 'DOMESTIC', 'RETAIL': enter an account"
)]
#[tokio::test]
async fn an_account_that_the_general_posting_setup_lacks_is_named(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] document_type: DocumentType,
    #[case] change: General,
    #[case] sentence: &str,
) {
    let (world, id) = of_type(engine, document_type).await;
    world.change(change).await;
    refused(&world, id, sentence).await;
}

#[rstest]
#[tokio::test]
async fn a_posting_setup_that_is_gone_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, id) = of_type(engine, DocumentType::Order).await;
    world.delete_all::<posting_setup::general::Entity>().await;
    let no_general = "line 10000: there is no general posting setup for the groups 'DOMESTIC' and 'RETAIL': create it";
    refused(&world, id, no_general).await;
    world.delete_all::<vat::Entity>().await;
    let no_vat = "line 10000: there is no VAT posting setup for the groups 'DOMESTIC' and 'HIGH': create it";
    refused(&world, id, &format!("{no_vat}; {no_general}")).await;
}

#[rstest]
#[tokio::test]
async fn an_inventory_account_that_is_blank_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    use posting_setup::inventory::ActiveModel;
    let (world, id) = of_type(engine, DocumentType::Order).await;
    world.change(ActiveModel { inventory_account_interim: Set(Code::blank()), ..Default::default() }).await;
    let place = "is blank in the inventory posting setup '', 'RESALE': enter an account";
    refused(&world, id, &format!("Inventory Account (Interim) {place}")).await;
    world.change(ActiveModel { inventory_account: Set(Code::blank()), ..Default::default() }).await;
    refused(&world, id, &format!("Inventory Account {place}")).await;
}

#[rstest]
#[tokio::test]
async fn a_customer_posting_group_that_lacks_something_is_named(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    use posting_groups::customer::{ActiveModel, Entity};
    let (world, id) = of_type(engine, DocumentType::Order).await;
    world.change(ActiveModel { receivables_account: Set(Code::blank()), ..Default::default() }).await;
    let of_group = "is blank in the customer posting group DOMESTIC: enter an account";
    refused(&world, id, &format!("Receivables Account {of_group}")).await;
    world.change(ActiveModel { receivables_account: Set(code("1500")), ..Default::default() }).await;
    world.change(ActiveModel { invoice_rounding_account: Set(Code::blank()), ..Default::default() }).await;
    refused(&world, id, &format!("Invoice Rounding Account {of_group}")).await;
    world.delete_all::<Entity>().await;
    refused(&world, id, "there is no customer posting group 'DOMESTIC': create it").await;
}

#[rstest]
#[tokio::test]
async fn an_account_that_is_blocked_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, id) = of_type(engine, DocumentType::Order).await;
    world.change(accounts::ActiveModel { blocked: Set(true), ..Default::default() }).await;
    let refusal = world.refusal(id, Request::SHIP_AND_INVOICE).await;
    for place in [
        "G/L account 3000, which the general posting setup 'DOMESTIC', 'RETAIL' names",
        "G/L account 2700, which the VAT posting setup 'DOMESTIC', 'HIGH' names",
        "G/L account 1500, which the customer posting group DOMESTIC names",
    ] {
        assert!(refusal.contains(&format!("{place}, is blocked: unblock it, or name another")), "{refusal}");
    }
    assert!(world.books().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn a_line_whose_item_is_gone_or_has_no_unit_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, id) = of_type(engine, DocumentType::Order).await;
    world.change(line::ActiveModel { unit_of_measure_code: Set(Code::blank()), ..Default::default() }).await;
    refused(&world, id, "line 10000: Unit of Measure Code is blank: enter one").await;
    world.delete_all::<items::Entity>().await;
    refused(&world, id, "line 10000: there is no item SHIRT: create it, or choose another").await;
}

#[rstest]
#[tokio::test]
async fn a_customer_that_is_gone_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, id) = of_type(engine, DocumentType::Order).await;
    world.delete_all::<customers::Entity>().await;
    let gone = "there is no customer C00001: create it, or choose another";
    refused(&world, id, &format!("{gone}; {gone}")).await;
}

#[rstest]
#[tokio::test]
async fn what_a_document_is_paid_to_at_once_must_be_there_and_be_open(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    use back_office::general_journal::AccountType;
    let (world, id) = of_type(engine, DocumentType::Order).await;
    let pay_to = |account_type: AccountType, number: &str| payment_methods::ActiveModel {
        balancing_account_type: Set(account_type),
        balancing_account_number: Set(code(number)),
        ..Default::default()
    };
    world.change(pay_to(AccountType::General, "9999")).await;
    let no_account = "there is no G/L account 9999, which the payment method CARD names: create it, or name another";
    refused(&world, id, no_account).await;
    world.change(pay_to(AccountType::BankAccount, "OTHER")).await;
    let no_bank = "there is no bank account OTHER, which the payment method CARD names: create it, or name another";
    refused(&world, id, no_bank).await;
    world.change(pay_to(AccountType::BankAccount, "MAIN")).await;
    world.change(bank_accounts::ActiveModel { currency_code: Set(code("EUR")), ..Default::default() }).await;
    refused(&world, id, "bank account MAIN is kept in EUR: enter the amount in that currency").await;
    world.change(bank_accounts::ActiveModel { blocked: Set(true), ..Default::default() }).await;
    let blocked = "bank account MAIN, which the payment method CARD names, is blocked: unblock it, or name another";
    refused(&world, id, blocked).await;
}

/// What is drawn first is the number of the shipment.
#[rstest]
#[tokio::test]
async fn a_set_up_without_a_number_series_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, id) = of_type(engine, DocumentType::Order).await;
    world.change(sales_setup::ActiveModel { posted_invoice_numbers: Set(Code::blank()), ..Default::default() }).await;
    let expected = "there is no number series for posted sales invoices: choose one in the set-up";
    assert_eq!(world.refusal(id, Request::SHIP_AND_INVOICE).await, expected);
    world.change(sales_setup::ActiveModel { posted_shipment_numbers: Set(Code::blank()), ..Default::default() }).await;
    let expected = "there is no number series for posted shipments: choose one in the set-up";
    assert_eq!(world.refusal(id, Request::SHIP_AND_INVOICE).await, expected);
    assert!(world.books().await.is_empty());
}
