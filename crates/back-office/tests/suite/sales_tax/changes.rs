//! What becomes of the tax of a document that is changed.

use back_office::posting::Request;
use back_office::sales::{self, ChangeDocument, DocumentType, NewDocument, Status};
use database::Engine;
use rstest::rstest;

use super::levy::{Rate, percent, taxed};
use crate::posting::books::entries;
use crate::world::{amount, code, day, order, sold};

const IN_PRICES: &str = "prices can't include VAT where sales tax is added to them: turn Prices Including VAT off, or \
     choose VAT posting groups without sales tax";

#[rstest]
#[tokio::test]
async fn prices_do_not_include_sales_tax(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = taxed(engine, &[percent("STATE", "10")]).await;
    let shirt = || vec![sold("SHIRT", 1, "100", "0")];
    assert_eq!(world.create(&order(true, shirt())).await.unwrap_err().to_string(), IN_PRICES);
    let id = world.document(DocumentType::Order, &order(false, shirt())).await;
    let change = ChangeDocument { prices_including_vat: Some(true), ..Default::default() };
    assert_eq!(world.change_document(id, change).await.unwrap_err().to_string(), IN_PRICES);
}

#[rstest]
#[tokio::test]
async fn tax_follows_lines_area_and_liability(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = taxed(engine, &[percent("STATE", "10")]).await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 1, "100", "0")])).await;
    assert_eq!(world.add_lines(id, &[sold("CUP", 1, "50", "0")]).await.unwrap().vat_amount, amount("15"));
    let exempt = ChangeDocument { tax_liable: Some(false), ..Default::default() };
    assert!(world.change_document(id, exempt).await.unwrap().vat_amount.is_zero());
    let liable = ChangeDocument { tax_liable: Some(true), ..Default::default() };
    assert_eq!(world.change_document(id, liable).await.unwrap().amount_including_vat, amount("165"));
    let elsewhere = ChangeDocument { tax_area_code: Some(code("")), ..Default::default() };
    assert!(world.change_document(id, elsewhere).await.unwrap().vat_amount.is_zero());
    let unknown = ChangeDocument { tax_area_code: Some(code("MOON")), ..Default::default() };
    let refused = world.change_document(id, unknown).await.unwrap_err().to_string();
    assert_eq!(refused, "there is no tax area MOON: create it, or choose another");
}

#[rstest]
#[tokio::test]
async fn the_rate_is_that_of_the_day_to_which_is_posted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let rates = [percent("STATE", "6"), Rate { from: "2026-03-05", ..percent("STATE", "10") }];
    let world = taxed(engine, &rates).await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 2, "100", "0")])).await;
    assert_eq!(world.read(id).await.0.vat_amount, amount("12"));
    let later = ChangeDocument { posting_date: Some(day("2026-03-05")), ..Default::default() };
    assert_eq!(world.change_document(id, later).await.unwrap().vat_amount, amount("20"));
    let on_time = Request { posting_date: Some(day("2026-03-04")), ..Request::SHIP_AND_INVOICE };
    world.post(id, on_time).await.unwrap();
    assert_eq!(world.books().await.transaction(1), entries("3000 -200, 5710 -12, 1500 212"));
}

#[rstest]
#[tokio::test]
async fn a_rate_of_the_group_goes_before_one_of_every_group(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let of_all = Rate { group: "", from: "2026-02-01", ..percent("STATE", "10") };
    let world = taxed(engine, &[of_all]).await;
    let new = || order(false, vec![sold("SHIRT", 1, "100", "0")]);
    let id = world.document(DocumentType::Order, &new()).await;
    assert_eq!(world.read(id).await.0.vat_amount, amount("10"));
    world.levy(&percent("STATE", "3")).await;
    let id = world.document(DocumentType::Order, &new()).await;
    assert_eq!(world.read(id).await.0.vat_amount, amount("3"));
}

#[rstest]
#[tokio::test]
async fn tax_is_worked_out_again_when_a_document_is_released(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = taxed(engine, &[percent("STATE", "10")]).await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 1, "100", "0")])).await;
    world.levy(&Rate { from: "2026-02-01", ..percent("STATE", "12") }).await;
    let cx = &world.context();
    let release = |tx| async move { sales::release(&tx, id, cx).await };
    let released = world.test.db.write(release).await.unwrap();
    assert_eq!((released.status, released.vat_amount), (Status::Released, amount("12")));
}

/// A cent of discount falls on one of two lines of the same amount, of which the tax is then another part.
#[rstest]
#[tokio::test]
async fn a_discount_on_the_whole_stays_where_it_is_when_tax_is_worked_out_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = taxed(engine, &[percent("STATE", "10")]).await;
    let shirt = || sold("SHIRT", 1, "1", "0");
    let new = NewDocument { invoice_discount: amount("0.01"), ..order(false, vec![shirt(), shirt()]) };
    let id = world.document(DocumentType::Order, &new).await;
    let (_, before) = world.read(id).await;
    assert_ne!(before[0].vat_percent, before[1].vat_percent);
    world.released(id).await;
    assert_eq!(world.read(id).await.1, before);
}
