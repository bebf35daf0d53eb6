//! Documents on which tax is levied, worked out by hand.

use back_office::posting::Request;
use back_office::sales::posted::Kind;
use back_office::sales::{DocumentType, NewDocument};
use back_office::sales_setup::DiscountPosting;
use back_office::sales_tax::detail::TaxType;
use back_office::sales_tax::jurisdiction;
use back_office::{customers, items};
use database::Engine;
use rstest::rstest;
use sea_orm::Set;

use super::levy::{Rate, percent, taxed};
use crate::posting::books::entries;
use crate::posting::examples::euros;
use crate::world::{World, amount, code, order, sold};

/// 6.25 % for the state, and on top of that 1.5 % for the county, which taxes the state's tax, too.
fn state_and_county() -> [Rate; 2] {
    [percent("STATE", "6.25"), Rate { on_tax: true, ..percent("COUNTY", "1.5") }]
}

async fn posted(world: &World, document_type: DocumentType, new: &NewDocument) -> i64 {
    let id = world.document(document_type, new).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap().transaction_number
}

#[rstest]
#[tokio::test]
async fn each_jurisdiction_gets_its_tax(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = taxed(engine, &state_and_county()).await;
    let new = order(false, vec![sold("SHIRT", 2, "100.00", "0"), sold("SHIRT", 1, "33.33", "0")]);
    let id = world.document(DocumentType::Order, &new).await;
    // 233.33 × 6.25 % = 14.58, (233.33 + 14.58) × 1.5 % = 3.72.
    let (header, lines) = world.read(id).await;
    assert_eq!((header.amount, header.vat_amount), (amount("233.33"), amount("18.30")));
    let of_lines: Vec<_> = lines.iter().map(|line| line.amount_including_vat - line.amount).collect();
    assert_eq!(of_lines, [amount("15.69"), amount("2.61")]);
    assert_eq!(lines[0].vat_percent, "7.845".parse().unwrap());
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.transaction(1), entries("3000 -233.33, 5710 -14.58, 5720 -3.72, 1500 251.63"));
    assert_eq!(books.vat(), [(amount("-233.33"), amount("-14.58")), (amount("-247.91"), amount("-3.72"))]);
    let county = &books.vat[1];
    assert_eq!((county.tax_jurisdiction_code.as_str(), county.vat_percent), ("COUNTY", "1.5".parse().unwrap()));
    assert_eq!((county.tax_area_code.as_str(), county.tax_group_code.as_str()), ("LAKESIDE", "GOODS"));
    let invoice = books.documents.iter().find(|document| document.kind == Kind::Invoice).unwrap();
    assert_eq!((invoice.vat_amount, invoice.tax_area_code.as_str()), (amount("18.30"), "LAKESIDE"));
}

#[rstest]
#[case::not_liable(false, "LAKESIDE", "GOODS")]
#[case::no_area(true, "", "GOODS")]
#[case::no_group(true, "LAKESIDE", "")]
#[tokio::test]
async fn without_liability_area_or_group_there_is_no_tax(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] liable: bool,
    #[case] area: &str,
    #[case] group: &str,
) {
    let world = taxed(engine, &state_and_county()).await;
    let customer =
        customers::ActiveModel { tax_liable: Set(liable), tax_area_code: Set(code(area)), ..Default::default() };
    world.change(customer).await;
    world.change(items::ActiveModel { tax_group_code: Set(code(group)), ..Default::default() }).await;
    posted(&world, DocumentType::Order, &order(false, vec![sold("SHIRT", 1, "100", "0")])).await;
    let books = world.books().await;
    assert_eq!(books.transaction(1), entries("3000 -100, 1500 100"));
    assert_eq!(books.vat(), [(amount("-100"), amount("0"))]);
}

#[rstest]
#[tokio::test]
async fn a_document_may_be_taxed_elsewhere_than_its_customer(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = taxed(engine, &state_and_county()).await;
    let new =
        NewDocument { tax_area: Some((code("LAKESIDE"), false)), ..order(false, vec![sold("SHIRT", 1, "100", "0")]) };
    let (header, lines) = world.read(world.document(DocumentType::Order, &new).await).await;
    assert!(header.vat_amount.is_zero() && !header.tax_liable && !lines[0].tax_liable);
}

#[rstest]
#[tokio::test]
async fn a_maximum_is_reached_once_however_an_order_is_cut(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let limited = Rate { maximum: "1000", above: "2.5", ..percent("STATE", "7") };
    let world = taxed(engine, &[limited]).await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 4, "500", "0")])).await;
    assert_eq!(world.read(id).await.0.vat_amount, amount("95"));
    world.plan(id, &[(1, "1", "1")]).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.transaction(1), entries("3000 -500, 5710 -35, 1500 535"));
    assert_eq!(books.transaction(2), entries("3000 -1500, 5710 -60, 1500 1560"));
}

#[rstest]
#[tokio::test]
async fn a_tax_on_the_quantity_is_levied_on_what_costs_nothing_too(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let by_piece = Rate { tax_type: TaxType::Excise, ..percent("CITY", "0.25") };
    let world = taxed(engine, &[by_piece]).await;
    posted(&world, DocumentType::Order, &order(false, vec![sold("SHIRT", 3, "0", "0"), sold("CUP", 1, "0", "0")]))
        .await;
    let books = world.books().await;
    assert_eq!(books.transaction(1), entries("5730 -1, 1500 1"));
    assert_eq!(books.vat(), [(amount("0"), amount("-1"))]);
}

#[rstest]
#[tokio::test]
async fn in_another_currency_tax_is_worked_out_in_the_own_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let limited = Rate { maximum: "100", ..percent("STATE", "10") };
    let world = taxed(engine, &[limited]).await;
    euros(&world, "2026-01-01", "745").await;
    let new = NewDocument { currency_code: code("EUR"), ..order(false, vec![sold("SHIRT", 1, "24.99", "0")]) };
    let id = world.document(DocumentType::Order, &new).await;
    // 186.18 kr, of which 100 are taxed; 10 kr are 1.34 €, and 26.33 € are 196.16 kr.
    assert_eq!(world.read(id).await.0.vat_amount, amount("1.34"));
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    assert_eq!(world.books().await.transaction(1), entries("3000 -186.18, 5710 -9.98, 1500 196.16"));
}

#[rstest]
#[tokio::test]
async fn discounts_that_are_posted_apart_have_no_tax_of_their_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = taxed(engine, &[percent("STATE", "10")]).await;
    world.discounts(DiscountPosting::All).await;
    let new = NewDocument { invoice_discount: amount("5"), ..order(false, vec![sold("SHIRT", 1, "100", "15")]) };
    posted(&world, DocumentType::Order, &new).await;
    let books = world.books().await;
    assert_eq!(books.transaction(1), entries("3000 -100, 3090 15, 3095 5, 5710 -8, 1500 88"));
    assert_eq!(books.vat(), [(amount("-80"), amount("-8"))]);
}

#[rstest]
#[tokio::test]
async fn a_credit_memo_gives_the_tax_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = taxed(engine, &state_and_county()).await;
    let new = order(false, vec![sold("SHIRT", 1, "233.33", "0")]);
    posted(&world, DocumentType::CreditMemo, &new).await;
    let books = world.books().await;
    assert_eq!(books.transaction(1), entries("3000 233.33, 5710 14.58, 5720 3.72, 1500 -251.63"));
    assert_eq!(books.vat(), [(amount("233.33"), amount("14.58")), (amount("247.91"), amount("3.72"))]);
}

#[rstest]
#[tokio::test]
async fn a_jurisdiction_without_an_account_keeps_its_documents_from_being_posted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = taxed(engine, &state_and_county()).await;
    world.change(jurisdiction::ActiveModel { tax_account_sales: Set(code("")), ..Default::default() }).await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 1, "100", "0")])).await;
    let refused = world.refusal(id, Request::SHIP_AND_INVOICE).await;
    let expected = "Tax Account (Sales) is blank in the tax jurisdiction COUNTY: enter an account; \
         Tax Account (Sales) is blank in the tax jurisdiction STATE: enter an account";
    assert!(refused.ends_with(expected), "{refused}");
    assert!(world.books().await.is_empty());
}
