//! What follows when the header of a document is changed.

use back_office::currencies::exchange_rate;
use back_office::customers::{self, NewCustomer};
use back_office::posting::Request;
use back_office::sales::{self, ChangeAddress, ChangeDocument, ChangeLine, DocumentType, Entry, LineEntry, header};
use back_office::{Error, Result};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use sea_orm::Set;

use crate::world::{World, amount, code, day, order, sold};

async fn rate(world: &World, day_from: &str, nok: &str) {
    let row = exchange_rate::Model {
        id: world.random.id(start()),
        currency_code: code("EUR"),
        starting_date: day(day_from),
        exchange_rate_amount: "100".parse().unwrap(),
        relational_exchange_rate_amount: nok.parse().unwrap(),
    };
    world.insert(row).await;
}

async fn abroad(world: &World) -> customers::Model {
    let random = &world.random;
    let make = |tx| async move {
        let template = customers::template::find(&tx, &code("EXPORT")).await?;
        let new = NewCustomer { name: "Åsa".into(), city: "Malmö".into(), ..Default::default() };
        let customer = customers::create(&tx, &new, &template, start(), random).await?;
        Result::<_>::Ok(customer)
    };
    world.test.db.write(make).await.unwrap()
}

#[rstest]
#[tokio::test]
async fn another_buyer_brings_address_groups_vat_and_prices(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.own_prices("200").await;
    let customer = abroad(&world).await;
    let (header, _) = world.made(&order(false, vec![sold("SHIRT", 1, "100", "0")])).await;
    let change = ChangeDocument { sell_to_customer: Some(customer.number.clone()), ..Default::default() };
    world.change_document(header.id, change).await.unwrap();
    let (header, lines) = world.checked(header.id).await;
    assert_eq!(
        (&header.sell_to_customer_number, &header.bill_to_customer_number),
        (&customer.number, &customer.number)
    );
    assert_eq!(
        (header.sell_to_name.as_str(), header.bill_to_city.as_str(), header.ship_to_city.as_str()),
        ("Åsa", "Malmö", "Malmö")
    );
    assert_eq!((header.vat_business_posting_group, header.customer_posting_group), (code("EXPORT"), code("EXPORT")));
    // The customer's prices have VAT in them, of which there is none abroad.
    assert!(header.prices_including_vat);
    assert_eq!((lines[0].unit_price, header.amount, header.vat_amount), (200.into(), amount("200"), amount("0")));
}

#[rstest]
#[tokio::test]
async fn another_currency_prices_items_anew_at_the_rate_of_the_posting_date(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.own_prices("200").await;
    rate(&world, "2026-01-01", "1000").await;
    rate(&world, "2026-04-01", "800").await;
    let (header, _) = world.made(&order(false, vec![sold("SHIRT", 1, "100", "10"), sold("A", 1, "1", "0")])).await;
    let euros = ChangeDocument { currency_code: Some(code("EUR")), ..Default::default() };
    world.change_document(header.id, euros).await.unwrap();
    let (header, lines) = world.checked(header.id).await;
    assert_eq!((header.currency_code.clone(), header.currency_factor), (code("EUR"), "0.1".parse().ok()));
    assert_eq!((lines[0].unit_price, lines[1].unit_price), (20.into(), 20.into()));
    let later = ChangeDocument { posting_date: Some(day("2026-04-02")), ..Default::default() };
    let header = world.change_document(header.id, later).await.unwrap();
    assert_eq!((header.currency_factor, header.amount), ("0.125".parse().ok(), amount("40")));
    let own = ChangeDocument { currency_code: Some(code("NOK")), ..Default::default() };
    let header = world.change_document(header.id, own).await.unwrap();
    assert_eq!((header.currency_code, header.currency_factor, header.amount), (code(""), None, amount("400")));
}

#[rstest]
#[tokio::test]
async fn prices_are_turned_when_vat_goes_into_them_and_out_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (header, _) =
        world.made(&order(false, vec![sold("SHIRT", 3, "9.99", "3.00"), sold("CUP", 1, "10", "0")])).await;
    let turn = |including: bool| ChangeDocument { prices_including_vat: Some(including), ..Default::default() };
    world.change_document(header.id, turn(true)).await.unwrap();
    let (with, lines) = world.checked(header.id).await;
    assert_eq!((lines[0].unit_price, lines[1].unit_price), ("12.4875".parse().unwrap(), "10.8".parse().unwrap()));
    world.change_document(header.id, turn(false)).await.unwrap();
    let (without, lines) = world.checked(header.id).await;
    assert_eq!(lines[0].unit_price, "9.99".parse().unwrap());
    assert_eq!((without.amount, with.amount), (header.amount, header.amount));
}

#[rstest]
#[tokio::test]
async fn another_vat_group_charges_its_vat(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (header, _) = world.made(&order(false, vec![sold("SHIRT", 1, "100", "0")])).await;
    let change = ChangeDocument { vat_business_posting_group: Some(code("EXPORT")), ..Default::default() };
    let header = world.change_document(header.id, change).await.unwrap();
    assert_eq!((header.amount, header.vat_amount), (amount("100"), amount("0")));
    let unknown = ChangeDocument { vat_business_posting_group: Some(code("MOON")), ..Default::default() };
    let refused = world.change_document(header.id, unknown).await.unwrap_err();
    assert_eq!(refused.to_string(), "there is no VAT posting setup for the groups 'MOON' and 'HIGH': create it");
}

#[rstest]
#[tokio::test]
async fn out_of_prices_goes_the_vat_that_was_in_them_whatever_is_charged_then(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (header, _) = world.made(&order(true, vec![sold("SHIRT", 1, "125", "0")])).await;
    let abroad = |including| ChangeDocument {
        prices_including_vat: Some(including),
        vat_business_posting_group: Some(code(if including { "DOMESTIC" } else { "EXPORT" })),
        ..Default::default()
    };
    let header = world.change_document(header.id, abroad(false)).await.unwrap();
    assert_eq!((header.amount, header.vat_amount), (amount("100"), amount("0")));
    let header = world.change_document(header.id, abroad(true)).await.unwrap();
    assert_eq!((header.amount, header.amount_including_vat), (amount("100"), amount("125")));
}

/// What a released document still takes.
fn harmless() -> ChangeDocument {
    ChangeDocument {
        posting_date: Some(day("2026-03-05")),
        document_date: Some(day("2026-03-04")),
        due_date: Some(day("2026-03-30")),
        external_document_number: Some("PO-8".into()),
        email: Some("post@example.no".into()),
        work_description: Some("Ring twice".into()),
        payment_method_code: Some(code("BANK")),
        ..Default::default()
    }
}

#[rstest]
#[tokio::test]
async fn a_released_document_takes_dates_and_the_buyer_s_number(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (before, _) = world.made(&order(false, vec![sold("SHIRT", 1, "100", "0")])).await;
    world.released(before.id).await;
    let header: header::Model = world.change_document(before.id, harmless()).await.unwrap();
    assert_eq!((header.posting_date, header.due_date), (day("2026-03-05"), day("2026-03-30")));
    assert_eq!((header.external_document_number.as_str(), header.amount), ("PO-8", before.amount));
    assert_eq!(header.payment_method_code, code("BANK"));
    let ship_to = ChangeAddress { name: Some("Ola".into()), ..ChangeAddress::default() };
    let refused = world.change_document(before.id, ChangeDocument { ship_to, ..Default::default() }).await;
    assert_eq!(refused.unwrap_err().to_string(), "sales order SO-000001 is released: reopen it to change it");
}

#[rstest]
#[case(ChangeDocument { sell_to_customer: Some(code("C00002")), ..Default::default() }, "Sell-to Customer No.")]
#[case(ChangeDocument { bill_to_customer: Some(code("C00002")), ..Default::default() }, "Bill-to Customer No.")]
#[case(ChangeDocument { currency_code: Some(code("EUR")), ..Default::default() }, "Currency Code")]
#[case(ChangeDocument { prices_including_vat: Some(true), ..Default::default() }, "Prices Including VAT")]
#[case(
    ChangeDocument { vat_business_posting_group: Some(code("EXPORT")), ..Default::default() },
    "VAT Bus. Posting Group"
)]
#[case(ChangeDocument { tax_liable: Some(true), ..Default::default() }, "Tax Liable")]
#[tokio::test]
async fn what_was_partly_shipped_keeps_its_customer_currency_and_vat(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] change: ChangeDocument,
    #[case] caption: &str,
) {
    let world = World::new(engine).await;
    let (header, _) = world.made(&order(false, vec![sold("SHIRT", 2, "100", "0")])).await;
    world.plan(header.id, &[(1, "1", "0")]).await;
    world.post(header.id, Request::SHIP).await.unwrap();
    world.reopened(header.id).await;
    let refused = world.change_document(header.id, change).await.unwrap_err().to_string();
    let expected =
        format!("{caption} of sales order SO-000001 can't be changed any more: some of it is shipped or invoiced");
    assert_eq!(refused, expected);
}

#[rstest]
#[case(ChangeDocument { sell_to_customer: Some(code("C9")), ..Default::default() }, "there is no customer C9: create it, or choose another")]
#[case(ChangeDocument { currency_code: Some(code("XYZ")), ..Default::default() }, "there is no currency XYZ: create it, or choose another")]
#[case(ChangeDocument { payment_terms_code: Some(code("X")), ..Default::default() }, "there is no payment terms X: create it, or choose another")]
#[case(ChangeDocument { payment_method_code: Some(code("X")), ..Default::default() }, "there is no payment method X: create it, or choose another")]
#[case(ChangeDocument { shipment_method_code: Some(code("X")), ..Default::default() }, "there is no shipment method X: create it, or choose another")]
#[case(ChangeDocument { customer_price_group: Some(code("X")), ..Default::default() }, "there is no customer price group X: create it, or choose another")]
#[case(ChangeDocument { customer_discount_group: Some(code("X")), ..Default::default() }, "there is no customer discount group X: create it, or choose another")]
#[tokio::test]
async fn a_code_that_is_not_there_is_refused_and_nothing_is_changed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] change: ChangeDocument,
    #[case] sentence: &str,
) {
    let world = World::new(engine).await;
    let (before, _) = world.made(&order(false, vec![sold("SHIRT", 1, "100", "0")])).await;
    let refused = world.change_document(before.id, ChangeDocument { email: Some("x@y.z".into()), ..change }).await;
    assert_eq!(refused.unwrap_err().to_string(), sentence);
    assert_eq!(world.read(before.id).await.0, before);
}

#[rstest]
#[tokio::test]
async fn a_blocked_customer_is_no_buyer(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (header, _) = world.made(&order(false, vec![sold("SHIRT", 1, "100", "0")])).await;
    let customer = abroad(&world).await;
    world.change(customers::ActiveModel { blocked: Set(customers::Blocked::All), ..Default::default() }).await;
    let change = ChangeDocument { sell_to_customer: Some(customer.number), ..Default::default() };
    let refused = world.change_document(header.id, change).await.unwrap_err().to_string();
    assert_eq!(refused, "customer C00002 is blocked: unblock it on its card, or choose another");
}

/// Thirty days after the last day of the calendar nothing is due.
#[rstest]
#[case(DocumentType::Order, "documentDate")]
#[case(DocumentType::Invoice, "invoiceDate")]
#[tokio::test]
async fn a_date_that_is_refused_is_named_as_it_is_on_its_kind_of_document(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] document_type: DocumentType,
    #[case] field: &str,
) {
    let world = World::new(engine).await;
    world.change(customers::ActiveModel { payment_terms_code: Set(code("30D")), ..Default::default() }).await;
    let id = world.document(document_type, &order(false, vec![sold("SHIRT", 1, "100", "0")])).await;
    let document = ChangeDocument { document_date: Some(day("9999-12-31")), ..Default::default() };
    let (setup, entry, cx) = (&world.setup().await, &Entry { document, ..Default::default() }, &world.context());
    let enter = |tx| async move { sales::enter(&tx, setup, id, None, entry, cx).await };
    let Err(Error::NotEntered { problems, .. }) = world.test.db.write(enter).await else { panic!("it is entered") };
    assert_eq!(problems.iter().map(|problem| problem.field).collect::<Vec<_>>(), [field]);
}

#[rstest]
#[tokio::test]
async fn what_is_sent_of_a_released_order_is_planned_without_opening_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 3, "100", "10")])).await;
    let (before, cx) = (world.release(id).await.unwrap(), &world.context());
    let setup = &world.setup().await;
    let change = |change: ChangeLine| {
        let entry = Entry::of_line(LineEntry::Change(10_000, Box::new(change)));
        let write = move |tx| {
            let entry = entry.clone();
            async move { sales::enter(&tx, setup, id, None, &entry, cx).await }
        };
        world.test.db.write(write)
    };
    let of = |ship: i32, invoice: i32| ChangeLine {
        quantity_to_ship: Some(ship.into()),
        quantity_to_invoice: Some(invoice.into()),
        ..ChangeLine::default()
    };
    let planned = change(of(2, 1)).await.unwrap();
    assert_eq!((planned.status, planned.amount_including_vat), (header::Status::Released, before.amount_including_vat));
    let refused = change(of(4, 1)).await.unwrap_err();
    assert!(matches!(refused, Error::NotEntered { .. }), "{refused}");
    let more = ChangeLine { quantity: Some(4.into()), ..of(2, 1) };
    assert!(matches!(change(more).await, Err(Error::Released { .. })));
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let line = &world.read(id).await.1[0];
    assert_eq!((line.quantity_shipped, line.quantity_invoiced), (2.into(), 1.into()));
}
