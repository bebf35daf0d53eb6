//! Payments, and what they settle.

use back_office::customer_ledger::EntryType;
use back_office::general_journal::AccountType;
use back_office::general_ledger::DocumentType as Ledger;
use back_office::posting::{Payment, Request, post_payments};
use back_office::sales::{DocumentType, NewDocument, Source};
use back_office::{Result, customers};
use database::Engine;
use rstest::rstest;
use sea_orm::Set;

use super::books::entries;
use super::examples::euros;
use crate::world::{World, amount, code, day, order, sold};

pub(super) fn paid(text: &str) -> Payment {
    Payment {
        customer_number: code("C00001"),
        posting_date: day("2026-03-02"),
        document_number: code("PAY-1"),
        external_document_number: String::new(),
        description: "Card".into(),
        amount: amount(text),
        currency_code: code(""),
        payment_method_code: code("CARD"),
        balancing_account: (AccountType::General, code("1580")),
        applies_to: Some((Ledger::Invoice, code("PI-000001"))),
        source: None,
    }
}

fn from(id: &str, payment: Payment) -> Payment {
    Payment { source: Some(Source { kind: "Payment".into(), id: id.into(), number: id.into() }), ..payment }
}

pub(super) async fn pay(world: &World, payments: &[Payment]) -> Result<usize> {
    let (setup, cx) = (&world.posting_setup().await, &world.context());
    world.test.db.write(|tx| async move { post_payments(&tx, setup, payments, cx).await }).await
}

pub(super) async fn invoice(world: &World, new: &NewDocument) {
    let id = world.document(DocumentType::Order, new).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
}

pub(super) fn a_thousand() -> NewDocument {
    order(true, vec![sold("SHIRT", 1, "1000.00", "0")])
}

#[rstest]
#[tokio::test]
async fn an_invoice_is_closed_by_the_last_of_its_payments(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    invoice(&world, &a_thousand()).await;
    assert_eq!(pay(&world, &[paid("250.00")]).await.unwrap(), 1);
    assert!(world.books().await.customer[0].open);
    assert_eq!(pay(&world, &[paid("750.00")]).await.unwrap(), 1);
    let books = world.books().await;
    assert_eq!(books.transaction(2), entries("1580 250, 1500 -250"));
    assert_eq!(books.transaction(3), entries("1580 750, 1500 -750"));
    let [invoice, card, gift_card] = &books.customer[..] else { panic!("{:?}", books.customer) };
    assert_eq!((invoice.open, invoice.closed_by_entry_number), (false, gift_card.entry_number));
    assert!(!card.open && card.document_type == Ledger::Payment);
    assert_eq!(books.registers[1].source_code, "CASHRECJNL");
}

#[rstest]
#[tokio::test]
async fn payments_are_posted_together_and_each_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    invoice(&world, &a_thousand()).await;
    let payments = [from("1", paid("250.00")), from("2", paid("750.00")), from("1", paid("250.00"))];
    assert_eq!(pay(&world, &payments).await.unwrap(), 2);
    let books = world.books().await;
    assert_eq!(books.transaction(2), entries("1580 250, 1500 -250, 1580 750, 1500 -750"));
    assert!(!books.customer[0].open);
    assert_eq!(pay(&world, &payments).await.unwrap(), 0);
    assert_eq!(world.books().await.registers.len(), 2);
}

#[rstest]
#[tokio::test]
async fn what_is_paid_too_much_is_left_of_the_payment(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    invoice(&world, &a_thousand()).await;
    pay(&world, &[paid("1100.00")]).await.unwrap();
    let books = world.books().await;
    assert_eq!((books.customer[0].open, books.customer[1].remaining_amount), (false, amount("-100")));
}

#[rstest]
#[case("730", "15", EntryType::RealizedLoss, "1580 730, 1510 -730, 8160 15, 1510 -15")]
#[case("760", "-15", EntryType::RealizedGain, "1580 760, 1510 -760, 8060 -15, 1510 15")]
#[tokio::test]
async fn what_a_currency_has_lost_or_gained_is_posted_when_an_invoice_is_settled(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] later: &str,
    #[case] loss: &str,
    #[case] entry_type: EntryType,
    #[case] general: &str,
) {
    let world = World::new(engine).await;
    world.change(customers::ActiveModel { customer_posting_group: Set(code("EXPORT")), ..Default::default() }).await;
    euros(&world, "2026-01-01", "745").await;
    euros(&world, "2026-03-10", later).await;
    invoice(&world, &NewDocument { currency_code: code("EUR"), ..order(true, vec![sold("SHIRT", 1, "100", "0")]) })
        .await;
    let payment = Payment { currency_code: code("EUR"), posting_date: day("2026-03-10"), ..paid("100") };
    pay(&world, &[payment]).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.transaction(2), entries(general));
    assert!(books.customer.iter().all(|entry| !entry.open && entry.remaining_amount_lcy.is_zero()));
    let realized = books.detailed.last().unwrap();
    assert_eq!((realized.entry_type, realized.amount_lcy), (entry_type, -amount(loss)));
}

#[rstest]
#[tokio::test]
async fn a_payment_that_does_not_fit_says_all_that_is_wrong_and_nothing_is_posted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    invoice(&world, &a_thousand()).await;
    let wrong = Payment {
        balancing_account: (AccountType::General, code("9999")),
        applies_to: Some((Ledger::Invoice, code("PI-000009"))),
        ..paid("0")
    };
    let refused = pay(&world, &[paid("250.00"), wrong]).await.unwrap_err().to_string();
    let expected = "payments can't be posted: Amount is 0: enter what was paid; there is no G/L account 9999, which \
         the payment names: create it, or name another; there is no open invoice PI-000009 of customer C00001: choose \
         another, or leave it out";
    assert_eq!(refused, expected);
    assert_eq!(world.books().await.registers.len(), 1);
}
