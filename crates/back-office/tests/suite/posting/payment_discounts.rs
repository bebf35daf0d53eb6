//! What is taken off when it is paid in time.

use back_office::customer_ledger::EntryType;
use back_office::general_ledger::DocumentType as Ledger;
use back_office::posting::{Payment, Request};
use back_office::sales::{DocumentType, NewDocument};
use back_office::{customers, payment_methods, posting_groups};
use database::Engine;
use rstest::rstest;
use sea_orm::Set;

use super::books::entries;
use super::examples::euros;
use super::payments::{a_thousand, invoice, paid, pay};
use crate::prices::payment::terms;
use crate::world::{World, amount, code, day, order, sold};

fn on(date: &str, text: &str) -> Payment {
    Payment { posting_date: day(date), ..paid(text) }
}

#[rstest]
#[tokio::test]
async fn who_pays_until_the_last_day_of_the_discount_pays_less(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    terms(&world, false).await;
    invoice(&world, &a_thousand()).await;
    pay(&world, &[on("2026-03-09", "980")]).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.transaction(2), entries("1580 980, 1500 -980, 3097 20, 1500 -20"));
    let [invoice, payment] = &books.customer[..] else { panic!("{:?}", books.customer) };
    assert!(!invoice.open && !payment.open);
    assert_eq!((invoice.closed_by_entry_number, invoice.closed_by_amount), (2, amount("1000")));
    assert_eq!(invoice.original_payment_discount_possible, amount("20"));
    assert!(invoice.remaining_payment_discount_possible.is_zero());
    assert_eq!((invoice.payment_discount_given_lcy, payment.amount), (amount("20"), amount("-980")));
    let taken = books.detailed.iter().find(|row| row.entry_type == EntryType::PaymentDiscount).unwrap();
    assert_eq!((taken.customer_ledger_entry_number, taken.applied_entry_number), (2, 1));
    assert_eq!((taken.amount, taken.amount_lcy), (amount("-20"), amount("-20")));
}

#[rstest]
#[case(on("2026-03-10", "980"), "20")]
#[case(on("2026-03-09", "979.99"), "20.01")]
#[case(Payment { amount: amount("-980"), ..on("2026-03-09", "0") }, "1000")]
#[tokio::test]
async fn who_pays_too_late_or_too_little_owes_the_rest(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] payment: Payment,
    #[case] rest: &str,
) {
    let world = World::new(engine).await;
    terms(&world, false).await;
    invoice(&world, &a_thousand()).await;
    pay(&world, &[payment]).await.unwrap();
    let books = world.books().await;
    assert_eq!((books.customer[0].remaining_amount, books.balance(&["3097"])), (amount(rest), amount("0")));
    assert_eq!(books.customer[0].remaining_payment_discount_possible, amount("20"));
}

#[rstest]
#[tokio::test]
async fn of_several_payments_the_one_that_covers_the_rest_takes_the_discount(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    terms(&world, false).await;
    invoice(&world, &a_thousand()).await;
    pay(&world, &[on("2026-03-02", "500"), on("2026-03-09", "480")]).await.unwrap();
    let books = world.books().await;
    assert!(books.customer.iter().all(|entry| !entry.open));
    assert_eq!(books.balance(&["3097"]), amount("20"));
}

#[rstest]
#[tokio::test]
async fn who_pays_in_time_and_too_much_is_owed_what_is_left_of_the_payment(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    terms(&world, false).await;
    invoice(&world, &a_thousand()).await;
    pay(&world, &[on("2026-03-09", "1000")]).await.unwrap();
    let books = world.books().await;
    assert_eq!((books.customer[0].open, books.customer[1].remaining_amount), (false, amount("-20")));
}

#[rstest]
#[tokio::test]
async fn in_another_currency_the_discount_is_worth_what_the_payment_is(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    terms(&world, false).await;
    world.change(customers::ActiveModel { customer_posting_group: Set(code("EXPORT")), ..Default::default() }).await;
    euros(&world, "2026-01-01", "745").await;
    euros(&world, "2026-03-09", "730").await;
    invoice(&world, &NewDocument { currency_code: code("EUR"), ..order(true, vec![sold("SHIRT", 1, "100", "0")]) })
        .await;
    pay(&world, &[Payment { currency_code: code("EUR"), ..on("2026-03-09", "98") }]).await.unwrap();
    let books = world.books().await;
    // 98 and 2 at 7.30; what the whole has lost since it was invoiced at 7.45 is 15.
    let expected = "1580 715.40, 1510 -715.40, 3097 14.60, 1510 -14.60, 8160 15, 1510 -15";
    assert_eq!(books.transaction(2), entries(expected));
    assert!(books.customer.iter().all(|entry| !entry.open && entry.remaining_amount_lcy.is_zero()));
    assert_eq!(books.customer[0].payment_discount_given_lcy, amount("14.60"));
}

#[rstest]
#[tokio::test]
async fn nothing_is_taken_off_what_was_taken_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    terms(&world, false).await;
    invoice(&world, &a_thousand()).await;
    let lines = vec![sold("SHIRT", 1, "250", "0")];
    let back = NewDocument { applies_to_document_number: code("PI-000001"), ..order(true, lines) };
    let id = world.document(DocumentType::CreditMemo, &back).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    assert_eq!(world.books().await.customer[0].remaining_payment_discount_possible, amount("15"));
    pay(&world, &[on("2026-03-09", "735")]).await.unwrap();
    let books = world.books().await;
    assert!(books.customer.iter().all(|entry| !entry.open));
    assert_eq!(books.balance(&["3097"]), amount("15"));
}

#[rstest]
#[tokio::test]
async fn who_pays_back_in_time_takes_off_what_the_credit_memo_says(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    terms(&world, true).await;
    let id = world.document(DocumentType::CreditMemo, &a_thousand()).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let memo = Some((Ledger::CreditMemo, code("PC-000001")));
    pay(&world, &[Payment { applies_to: memo, ..on("2026-03-09", "-980") }]).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.transaction(2), entries("1580 -980, 1500 980, 3097 -20, 1500 20"));
    assert!(books.customer.iter().all(|entry| !entry.open));
}

#[rstest]
#[tokio::test]
async fn what_is_paid_at_once_is_paid_whole(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    terms(&world, false).await;
    let at_once = payment_methods::ActiveModel { balancing_account_number: Set(code("1580")), ..Default::default() };
    world.change(at_once).await;
    invoice(&world, &NewDocument { payment_method_code: code("CARD"), ..a_thousand() }).await;
    let books = world.books().await;
    assert_eq!(books.transaction(1), entries("3000 -800, 2700 -200, 1500 1000, 1500 -1000, 1580 1000"));
    assert!(books.customer.iter().all(|entry| !entry.open && entry.remaining_payment_discount_possible.is_zero()));
}

#[rstest]
#[tokio::test]
async fn without_an_account_for_the_discount_nothing_is_posted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    terms(&world, false).await;
    let blank =
        posting_groups::customer::ActiveModel { payment_discount_debit_account: Set(code("")), ..Default::default() };
    world.change(blank).await;
    invoice(&world, &a_thousand()).await;
    let refused = pay(&world, &[on("2026-03-09", "980")]).await.unwrap_err().to_string();
    let expected = "payments can't be posted: Payment Disc. Debit Acc. is blank in the customer posting group DOMESTIC: \
         enter an account";
    assert_eq!(refused, expected);
    assert_eq!(world.books().await.registers.len(), 1);
    // Nor is it needed by what takes none: too little, or too late.
    pay(&world, &[on("2026-03-09", "500")]).await.unwrap();
    let both = pay(&world, &[on("2026-03-09", "100"), on("2026-03-09", "380")]).await.unwrap_err().to_string();
    assert_eq!(both, expected, "what remains by then is covered");
    pay(&world, &[on("2026-03-09", "100"), on("2026-03-09", "379.99")]).await.unwrap();
    pay(&world, &[on("2026-03-10", "20.01")]).await.unwrap();
    assert!(!world.books().await.customer[0].open);
}
