//! What would be made of orders, and what they come to beside what was made.

use back_office::number_series;
use connector::orders::order_totals::{DocumentKind, OrderTotals, Part, order_totals};
use connector::orders::preview::{Preview, of_orders, of_shop};
use connector::orders::staged;
use database::Engine;
use job_queue::Filters;
use rstest::rstest;
use serde_json::{Value, json};
use values::filter::Words;
use values::money::Amount;

use crate::posting::post;
use crate::store::{self, kroner, line, make_special, order, with};
use crate::world::{SHOP, World, amount, kari};

async fn preview(world: &World) -> Vec<Preview> {
    let open = world.staged().await.into_iter().filter(|order| !order.processed);
    let ids: Vec<_> = open.map(|order| order.id).collect();
    of_orders(&world.connector, &kari(), &ids).await.unwrap()
}

async fn totals(world: &World, order: &staged::order::Model) -> OrderTotals {
    let read = |r| async move { order_totals(&r, order.clone()).await };
    world.test.db.read(read).await.unwrap().unwrap()
}

fn of(totals: &OrderTotals, part: Part) -> (Amount, Option<Amount>) {
    let row = totals.totals.iter().find(|row| row.part == part).unwrap();
    (row.shop_amount, totals.difference(row))
}

fn shipped() -> Value {
    with(
        order(vec![line("1000", 2, "125.00")]),
        json!({ "shippingLines": [{ "title": "Standard", "priceSet": kroner("50.00") }] }),
    )
}

#[rstest]
#[tokio::test]
async fn a_preview_is_what_the_run_then_makes_and_writes_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    store::place(&world.store, shipped()).await;
    world.sync_orders().await;
    let before = (world.staged().await, world.all::<number_series::line::Entity>().await, world.customers().await);
    let previews = preview(&world).await;
    let now = (world.staged().await, world.all::<number_series::line::Entity>().await, world.customers().await);
    assert_eq!(before, now);
    assert_eq!((world.sales_orders().await.len(), world.skipped().await.len()), (0, 0));

    world.create_sales_orders().await;
    let document = world.sales_orders().await.remove(0);
    let (seen, seen_lines) = previews[0].seen.document.as_ref().unwrap();
    assert_eq!((&seen.number, seen.amount_including_vat), (&document.number, 300.into()));
    let told = |lines: &[back_office::sales::line::Model]| -> Vec<_> {
        lines.iter().map(|line| (line.number.clone(), line.description.clone(), line.amount_including_vat)).collect()
    };
    assert_eq!(told(seen_lines), told(&world.sales_lines(&document).await));
    assert_eq!(of(previews[0].seen.totals.as_ref().unwrap(), Part::Total), (300.into(), Some(Amount::ZERO)));
}

#[rstest]
#[tokio::test]
async fn a_preview_says_why_an_order_becomes_no_document_and_leaves_no_trace_of_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "125.00")])).await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    world.end_order_numbers("SO-000001").await;
    store::place(&world.store, order(vec![line("1000", 1, "125.00")])).await;
    store::place(&world.store, order(vec![line("9999", 1, "125.00")])).await;
    world.sync_orders().await;
    let skipped = world.skipped().await;
    let previews = preview(&world).await;
    assert!(previews.iter().all(|preview| preview.seen.document.is_none()), "{previews:?}");
    assert!(previews[0].seen.cause.contains("S-ORDER"), "{}", previews[0].seen.cause);
    assert_eq!(previews[1].seen.cause, "No item is 'Product 9999' with the SKU '9999'.");
    assert_eq!(world.skipped().await, skipped);
}

#[rstest]
#[tokio::test]
async fn a_dry_run_tells_of_the_orders_that_its_filters_let_through(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for sku in ["1000", "2000"] {
        store::place(&world.store, order(vec![line(sku, 1, "125.00")])).await;
    }
    world.sync_orders().await;
    let words = Words { now: world.clock.now(), zone: chrono_tz::UTC, work_date: None, user: "KARI".into() };
    let filters = Filters::new().with("ShopifyOrder.shopifyOrderNumber", "#1002");
    let previews = of_shop(&world.connector, &kari(), SHOP, &filters, &words).await.unwrap().previews;
    let told: Vec<_> = previews.iter().map(|preview| preview.shopify_order_number.as_str()).collect();
    assert_eq!(told, ["#1002"]);
    world.create_sales_orders().await;
    assert!(of_shop(&world.connector, &kari(), SHOP, &Filters::new(), &words).await.unwrap().previews.is_empty());
    let ids = [world.staged().await[0].id];
    let refused = of_orders(&world.connector, &kari(), &ids).await.unwrap_err().to_string();
    assert!(refused.contains("#1001 has its sales document already"), "{refused}");
}

#[rstest]
#[tokio::test]
async fn totals_follow_an_order_from_staging_to_what_is_posted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    store::place(&world.store, shipped()).await;
    world.sync_orders().await;
    let staged = world.staged().await.remove(0);
    assert_eq!(totals(&world, &staged).await.document, None);
    world.create_sales_orders().await;
    let staged = world.staged().await.remove(0);
    let open = totals(&world, &staged).await;
    assert_eq!(open.document.as_ref().map(|document| document.kind), Some(DocumentKind::Order));
    let lines: Vec<_> = open.lines.iter().map(|row| (row.name.as_str(), row.document_amount)).collect();
    assert_eq!(lines, [("Product 1000", Some(250.into())), ("Standard", Some(50.into()))]);
    post(&world).await;
    let posted = totals(&world, &staged).await;
    assert_eq!(posted.document.as_ref().map(|document| document.kind), Some(DocumentKind::PostedInvoice));
    assert_eq!(of(&posted, Part::Tax), (amount("0"), Some(amount("60"))), "the store of this test adds no tax lines");
    assert_eq!(of(&posted, Part::Total), (300.into(), Some(Amount::ZERO)));
}

#[rstest]
#[case::shop("Shop Currency", [100, 15, 25, 2, 142])]
#[case::presentment("Presentment Currency", [200, 30, 50, 4, 284])]
#[tokio::test]
async fn totals_of_an_open_invoice_are_told_in_both_moneys_beside_its_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] handling: &str,
    #[case] of_document: [i32; 5],
) {
    let world = World::new(engine).await;
    world
        .set(&[
            ("currencyHandling", handling),
            ("createInvoicesFromOrders", "true"),
            ("shippingChargesAccount", "3070"),
            ("cashRoundingsAccount", "3070"),
        ])
        .await;
    let both = |shop: &str, presentment: &str| {
        json!({
            "shopMoney": { "amount": shop, "currencyCode": "NOK" },
            "presentmentMoney": { "amount": presentment, "currencyCode": "EUR" },
        })
    };
    let tax = json!({ "title": "MVA", "rate": "0.25", "priceSet": both("25.00", "50.00") });
    let goods = json!({ "priceSet": both("100.00", "200.00"), "taxLines": [tax] });
    let fields = json!({
        "presentmentCurrency": "EUR",
        "taxesIncluded": false,
        "fulfillmentStatus": "FULFILLED",
        "shippingLines": [{ "title": "Standard", "priceSet": both("15.00", "30.00") }],
        "transactions": [{ "kind": "SALE", "status": "SUCCESS", "gateway": "cash", "amountSet": both("140.00", "280.00") }],
    });
    let id = store::place(&world.store, with(order(vec![with(line("1000", 1, "100.00"), goods)]), fields)).await;
    make_special(&world.store, &id, json!({ "cashRounding": { "payments": both("2.00", "4.00") } })).await;
    world.sync_orders().await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    let staged = world.staged().await.remove(0);
    let told = totals(&world, &staged).await;
    let document = told.document.as_ref().map(|document| (document.kind, &document.number));
    assert_eq!(document, Some((DocumentKind::Invoice, &staged.sales_invoice_number)));
    let row = |part: Part| told.totals.iter().find(|row| row.part == part).unwrap();
    let rows = [Part::Goods, Part::Shipping, Part::Tax, Part::CashRounding, Part::Total].map(row);
    assert_eq!(rows.map(|row| row.shop_amount), [100, 15, 25, 2, 142].map(Amount::from));
    assert_eq!(rows.map(|row| row.presentment_amount), [200, 30, 50, 4, 284].map(Amount::from));
    assert_eq!(rows.map(|row| row.document_amount), of_document.map(|amount| Some(Amount::from(amount))));
    assert!(rows.iter().all(|row| told.difference(row) == Some(Amount::ZERO)));
}
