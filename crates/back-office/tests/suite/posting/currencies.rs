//! Documents in another currency, and what takes them back.

use back_office::customer_ledger::EntryType;
use back_office::posting::Request;
use back_office::sales::{DocumentType, NewDocument};
use database::Engine;
use rstest::rstest;
use values::money::Amount;

use super::books::entries;
use super::examples::euros;
use crate::world::{World, amount, code, day, order, sold};

fn a_hundred_euros() -> NewDocument {
    NewDocument { currency_code: code("EUR"), ..order(true, vec![sold("A", 1, "100", "0")]) }
}

async fn invoiced(world: &World, new: &NewDocument) {
    let id = world.document(DocumentType::Order, new).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
}

#[rstest]
#[case("730", EntryType::RealizedLoss, "3000 730, 1500 -730, 8160 15, 1500 -15")]
#[case("760", EntryType::RealizedGain, "3000 760, 1500 -760, 8060 -15, 1500 15")]
#[tokio::test]
async fn a_credit_memo_at_another_rate_settles_its_invoice_and_the_difference_is_realized(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] later: &str,
    #[case] entry_type: EntryType,
    #[case] general: &str,
) {
    let world = World::new(engine).await;
    euros(&world, "2026-01-01", "745").await;
    euros(&world, "2026-03-10", later).await;
    invoiced(&world, &a_hundred_euros()).await;
    let back = NewDocument {
        applies_to_document_number: code("PI-000001"),
        posting_date: Some(day("2026-03-10")),
        ..a_hundred_euros()
    };
    let id = world.document(DocumentType::CreditMemo, &back).await;
    let posted = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.transaction(posted.transaction_number), entries(general));
    assert!(books.customer.iter().all(|entry| !entry.open && entry.remaining_amount_lcy.is_zero()));
    assert_eq!(books.detailed.last().unwrap().entry_type, entry_type);
}

#[rstest]
#[tokio::test]
async fn a_credit_memo_settles_no_invoice_in_another_currency(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    euros(&world, "2026-01-01", "745").await;
    invoiced(&world, &order(true, vec![sold("A", 1, "100", "0")])).await;
    let back = NewDocument { applies_to_document_number: code("PI-000001"), ..a_hundred_euros() };
    let id = world.document(DocumentType::CreditMemo, &back).await;
    let refusal = world.refusal(id, Request::INVOICE).await;
    let expected = "sales credit memo SC-000001 can't be posted: invoice PI-000001 is in NOK, but this document is in EUR: \
                    choose an invoice in its currency, or leave Applies-to Doc. No. blank";
    assert_eq!(refusal, expected);
    assert_eq!(world.books().await.registers.len(), 1);
}

/// 0.03 euros are worth 0.2235, each cent of them 0.0745: what rounding leaves is nobody's VAT.
#[rstest]
#[tokio::test]
async fn what_no_vat_is_paid_on_has_none_in_the_company_s_own_currency_either(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    euros(&world, "2026-01-01", "745").await;
    for cents in 1..=9 {
        let lines = vec![sold("SHIRT", 1, &format!("0.0{cents}"), "0"), sold("A", 1, "0.03", "0")];
        invoiced(&world, &NewDocument { currency_code: code("EUR"), ..order(false, lines) }).await;
    }
    let books = world.books().await;
    let without = books.vat.iter().filter(|entry| entry.vat_percent.is_zero());
    assert_eq!(without.map(|entry| entry.amount).collect::<Vec<_>>(), [Amount::ZERO; 9]);
    assert!(books.general.iter().all(|entry| !entry.account_number.is_blank()));
    let owed: Amount = books.customer.iter().map(|entry| entry.amount_lcy).sum();
    assert_eq!(books.balance(&["1500"]), owed);
    assert_eq!(amount("0.30"), books.customer[0].amount_lcy);
}
