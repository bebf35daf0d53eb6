//! Orders that are shipped and invoiced at once, worked out by hand.

use back_office::currencies::exchange_rate;
use back_office::customer_ledger::EntryType;
use back_office::posting::Request;
use back_office::sales::posted::Kind;
use back_office::sales::{DocumentType, NewDocument};
use back_office::sales_setup::DiscountPosting;
use back_office::{Result, company, customers, item_ledger, payment_methods, vat};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

use super::books::entries;
use crate::world::{World, amount, code, day, order, sold};

/// What is sold, and what comes of it.
struct Example {
    new: NewDocument,
    cost: &'static str,
    discounts: DiscountPosting,
    general: &'static str,
    vat: Vec<(&'static str, &'static str)>,
    owed: &'static str,
}

fn two_shirts() -> Example {
    Example {
        new: order(false, vec![sold("SHIRT", 2, "100.00", "0")]),
        cost: "60",
        discounts: DiscountPosting::No,
        general: "4300 120.00, 1460 -120.00, 3000 -200.00, 2700 -50.00, 1500 250.00",
        vat: vec![("-200.00", "-50.00")],
        owed: "250.00",
    }
}

fn prices_with_vat() -> Example {
    Example {
        new: order(true, vec![sold("SHIRT", 3, "9.99", "0"), sold("SHIRT", 1, "4.95", "0")]),
        cost: "0",
        general: "3000 -27.94, 2700 -6.98, 1500 34.92",
        vat: vec![("-27.94", "-6.98")],
        owed: "34.92",
        ..two_shirts()
    }
}

fn three_times_99_cents() -> Example {
    let line = || sold("HAT", 1, "0.99", "0");
    Example {
        new: order(false, vec![line(), line(), line()]),
        cost: "0",
        general: "3000 -2.97, 2700 -0.59, 1500 3.56",
        vat: vec![("-2.97", "-0.59")],
        owed: "3.56",
        ..two_shirts()
    }
}

fn discounts(posting: DiscountPosting) -> Example {
    let lines = vec![sold("SHIRT", 10, "12.50", "12.50"), sold("SHIRT", 1, "40.00", "0")];
    let apart = posting == DiscountPosting::All;
    Example {
        new: NewDocument { invoice_discount: amount("15.25"), ..order(false, lines) },
        cost: "0",
        discounts: posting,
        general: match apart {
            true => "3000 -165.00, 2700 -41.25, 3095 15.25, 2700 3.81, 3090 12.50, 2700 3.13, 1500 171.56",
            false => "3000 -137.25, 2700 -34.31, 1500 171.56",
        },
        vat: match apart {
            true => vec![("-165.00", "-41.25"), ("15.25", "3.81"), ("12.50", "3.13")],
            false => vec![("-137.25", "-34.31")],
        },
        owed: "171.56",
    }
}

/// A hat, on which 20 % VAT are paid.
async fn twenty_percent(world: &World) {
    let row = &vat::Model {
        id: world.random.id(start()),
        business_group: code("DOMESTIC"),
        product_group: code("TWENTY"),
        percent: 20.into(),
        identifier: code("VAT20"),
        sales_vat_account: code("2700"),
        ..vat::Model::default()
    };
    let random = &world.random;
    let write = |tx| async move {
        row.clone().into_active_model().insert(&tx).await?;
        let hat = crate::world::item("HAT", "TWENTY");
        back_office::items::create(&tx, &hat, start(), random).await?;
        Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn an_order_is_posted_to_the_last_digit(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(
        two_shirts(),
        prices_with_vat(),
        three_times_99_cents(),
        discounts(DiscountPosting::All),
        discounts(DiscountPosting::No)
    )]
    example: Example,
) {
    let world = World::new(engine).await;
    twenty_percent(&world).await;
    world.costing(example.cost).await;
    world.discounts(example.discounts).await;
    let id = world.document(DocumentType::Order, &example.new).await;
    let posted = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.transaction(posted.transaction_number), entries(example.general));
    let expected: Vec<_> = example.vat.iter().map(|(base, vat)| (amount(base), amount(vat))).collect();
    assert_eq!(books.vat(), expected);
    assert_eq!(books.customer[0].remaining_amount, amount(example.owed));
    assert!(posted.completed && !world.is_there(id).await);
}

#[rstest]
#[tokio::test]
async fn an_order_leaves_a_shipment_an_invoice_and_its_traces_in_every_ledger(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.costing("60").await;
    let new = NewDocument { source: crate::world::from("7"), ..two_shirts().new };
    let id = world.document(DocumentType::Order, &new).await;
    let posted = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;

    let (shipment, invoice) = (posted.shipment.unwrap().1, posted.invoice.unwrap().1);
    assert_eq!(books.numbers(Kind::Shipment), [shipment.as_str()]);
    assert_eq!(books.numbers(Kind::Invoice), [invoice.as_str()]);
    let document = books.documents.iter().find(|document| document.kind == Kind::Invoice).unwrap();
    assert_eq!((document.order_number.as_str(), document.source_number.as_str()), ("SO-000001", "#7"));
    assert_eq!((document.amount, document.amount_including_vat), (amount("200"), amount("250")));
    assert_eq!(document.ship_to_city, "Bergen");

    let owed = &books.customer[0];
    assert_eq!((owed.document_number.as_str(), owed.amount_lcy, owed.open), (invoice.as_str(), amount("250"), true));
    assert_eq!((owed.sales_lcy, owed.profit_lcy), (amount("200"), amount("80")));
    let detailed = &books.detailed[0];
    assert_eq!((detailed.entry_type, detailed.amount), (EntryType::Initial, amount("250")));

    let goods = &books.item[0];
    assert_eq!((goods.quantity, goods.invoiced_quantity), ((-2).into(), (-2).into()));
    assert_eq!(goods.document_type, item_ledger::DocumentType::SalesShipment);
    assert_eq!((goods.document_number.as_str(), goods.completely_invoiced), (shipment.as_str(), true));
    let value = &books.value[0];
    assert_eq!((value.sales_amount_actual, value.cost_amount_actual), (amount("200"), amount("-120")));
    assert_eq!(value.document_number, invoice);
    assert_eq!(books.registers[0].source_code, "SALES");
}

#[rstest]
#[tokio::test]
async fn the_lines_of_a_posted_document_are_rounded_together(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    twenty_percent(&world).await;
    let id = world.document(DocumentType::Order, &three_times_99_cents().new).await;
    let posted = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let (invoice, _) = posted.invoice.unwrap();
    let books = world.books().await;
    let with_vat: Vec<_> =
        books.lines.iter().filter(|line| line.document_id == invoice).map(|line| line.amount_including_vat).collect();
    assert_eq!(with_vat, [amount("1.19"), amount("1.18"), amount("1.19")]);
}

#[rstest]
#[tokio::test]
async fn an_order_in_another_currency_is_owed_in_it_and_kept_in_the_company_s_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let company = company::ActiveModel { currency_code: Set(code("DKK")), ..Default::default() };
    world.change(company).await;
    world.change(customers::ActiveModel { customer_posting_group: Set(code("EXPORT")), ..Default::default() }).await;
    euros(&world, "2026-01-01", "745").await;
    let lines = vec![sold("SHIRT", 1, "19.99", "0"), sold("SHIRT", 1, "5.00", "0")];
    let new = NewDocument { currency_code: code("EUR"), ..order(false, lines) };
    let id = world.document(DocumentType::Order, &new).await;
    let posted = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.transaction(posted.transaction_number), entries("3000 -186.18, 2700 -46.56, 1510 232.74"));
    let owed = &books.customer[0];
    assert_eq!((owed.currency_code.as_str(), owed.amount, owed.amount_lcy), ("EUR", amount("31.24"), amount("232.74")));
    assert_eq!(books.vat(), [(amount("-186.18"), amount("-46.56"))]);
}

/// 100 euros are worth so much from a day on.
pub async fn euros(world: &World, from: &str, worth: &str) {
    let row = &exchange_rate::Model {
        id: world.random.id(start()),
        currency_code: code("EUR"),
        starting_date: day(from),
        exchange_rate_amount: "100".parse().unwrap(),
        relational_exchange_rate_amount: worth.parse().unwrap(),
    };
    let write = |tx| async move {
        row.clone().into_active_model().insert(&tx).await?;
        Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_payment_method_with_an_account_pays_at_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let under_way = payment_methods::ActiveModel { balancing_account_number: Set(code("1580")), ..Default::default() };
    world.change(under_way).await;
    let new = NewDocument { payment_method_code: code("CARD"), ..two_shirts().new };
    let id = world.document(DocumentType::Order, &new).await;
    let posted = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;
    let expected = entries("3000 -200, 2700 -50, 1500 250, 1500 -250, 1580 250");
    assert_eq!(books.transaction(posted.transaction_number), expected);
    let [invoice, payment] = &books.customer[..] else { panic!("{:?}", books.customer) };
    assert_eq!((invoice.amount, payment.amount), (amount("250"), amount("-250")));
    assert_eq!(invoice.document_number, payment.document_number);
    assert!(!invoice.open && !payment.open);
    assert_eq!((invoice.closed_by_entry_number, payment.closed_by_entry_number), (2, 1));
    let changes: Vec<_> = books.detailed.iter().map(|row| (row.entry_type, row.amount)).collect();
    let expected = [
        (EntryType::Initial, amount("250")),
        (EntryType::Initial, amount("-250")),
        (EntryType::Application, amount("-250")),
        (EntryType::Application, amount("250")),
    ];
    assert_eq!(changes, expected);
}

#[rstest]
#[tokio::test]
async fn what_is_to_be_paid_is_rounded_where_the_set_up_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let halves = back_office::general_ledger::setup::ActiveModel {
        invoice_rounding_precision: Set(amount("0.50")),
        ..Default::default()
    };
    world.change(halves).await;
    let id = world.document(DocumentType::Order, &prices_with_vat().new).await;
    let posted = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;
    let expected = entries("3000 -27.94, 2700 -6.98, 7775 -0.08, 1500 35.00");
    assert_eq!(books.transaction(posted.transaction_number), expected);
    assert_eq!(books.customer[0].amount, amount("35"));
}

#[rstest]
#[case(vat::Calculation::ReverseCharge, "3000 -200, 1500 200", "-200", "0")]
#[case(vat::Calculation::Full, "2700 -200, 1500 200", "0", "-200")]
#[tokio::test]
async fn vat_that_the_buyer_accounts_for_is_none_and_full_vat_is_all(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] calculation: vat::Calculation,
    #[case] general: &str,
    #[case] base: &str,
    #[case] of_it: &str,
) {
    let world = World::new(engine).await;
    world.change(vat::ActiveModel { calculation_type: Set(calculation), ..Default::default() }).await;
    let id = world.document(DocumentType::Order, &two_shirts().new).await;
    let posted = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.transaction(posted.transaction_number), entries(general));
    assert_eq!(books.vat(), [(amount(base), amount(of_it))]);
}

#[rstest]
#[tokio::test]
async fn an_order_is_posted_with_the_vat_that_it_was_made_with(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = world.document(DocumentType::Order, &two_shirts().new).await;
    world.change(vat::ActiveModel { percent: Set(20.into()), ..Default::default() }).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    assert_eq!(world.books().await.vat(), [(amount("-200"), amount("-50"))]);
}

#[rstest]
#[tokio::test]
async fn a_later_posting_date_brings_the_rate_of_that_day(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    euros(&world, "2026-01-01", "745").await;
    euros(&world, "2026-03-10", "800").await;
    let new = NewDocument { currency_code: code("EUR"), ..two_shirts().new };
    let id = world.document(DocumentType::Order, &new).await;
    let later = Request { posting_date: Some(day("2026-03-11")), ..Request::SHIP_AND_INVOICE };
    world.post(id, later).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.customer[0].amount_lcy, amount("2000"));
    let document = books.documents.iter().find(|document| document.kind == Kind::Invoice).unwrap();
    assert_eq!(document.currency_factor.map(|factor| factor.decimal()), Some("0.125".parse().unwrap()));
    assert_eq!(document.posting_date, day("2026-03-11"));
}

#[rstest]
#[tokio::test]
async fn vat_belongs_to_the_country_to_which_goods_are_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let mut new = two_shirts().new;
    (new.ship_to.country_region_code, new.sell_to.country_region_code) = (code("SE"), code("NO"));
    let id = world.document(DocumentType::Order, &new).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    assert_eq!(world.books().await.vat[0].country_region_code, "SE");
}
