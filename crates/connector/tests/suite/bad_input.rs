//! What no store should say, and some do: it is imported, or left out with its reason, and stops no run.

use connector::orders::SYNC_ORDERS;
use connector::orders::options::{DifferenceReason, FulfillmentStatus};
use connector::orders::staged::{tax_line, transaction};
use connector::watermark::{self, Kind};
use database::Engine;
use devstore::DEFAULT_DOMAIN;
use job_queue::Filters;
use rstest::rstest;
use serde_json::{Value, json};

use crate::spoilt;
use crate::store::{self, kroner, line, order, with};
use crate::world::{World, amount};

/// A second order that nothing is wrong with: it must come whatever the first is like.
async fn place_another(world: &World) {
    store::place(&world.store, with(order(vec![line("2000", 1, "50.00")]), json!({ "name": "#fine" }))).await;
}

async fn fine_is_there(world: &World) {
    assert!(world.staged().await.iter().any(|order| order.shopify_order_number == "#fine"));
}

/// The orders on a page of an answer.
fn orders(answer: &mut Value) -> impl Iterator<Item = &mut Value> {
    answer["data"]["orders"]["nodes"].as_array_mut().into_iter().flatten()
}

#[rstest]
#[tokio::test]
async fn an_order_without_customer_and_addresses_is_imported_and_says_whom_it_lacks(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    store::make_special(&world.store, &id, json!({ "redacted": true })).await;
    place_another(&world).await;
    let summary = world.sync_orders().await;
    assert_eq!((summary.created, summary.skipped, summary.failed), (2, 1, 0));
    assert_eq!(world.skipped().await[0].cause, "The order names no buyer.");
    assert_eq!(world.create_sales_orders().await.created, 1);
}

#[rstest]
#[tokio::test]
async fn values_that_shopify_adds_later_are_kept(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let later = |text: String| {
        spoilt::changed(text, |answer| {
            for order in orders(answer).filter(|order| order["name"] != "#fine") {
                order["displayFulfillmentStatus"] = "TELEPORTED".into();
                order["displayFinancialStatus"] = "PAID_IN_KIND".into();
                order["returnStatus"] = "MAYBE".into();
                order["cancelReason"] = "WHIM".into();
                order["risk"] = json!({ "assessments": [{ "riskLevel": "COSMIC", "facts": [] }] });
                order["purchasingEntity"] = json!({ "__typename": "Robot" });
                for payment in order["transactions"].as_array_mut().unwrap() {
                    payment["kind"] = "BARTER".into();
                    payment["status"] = "DREAMT".into();
                }
            }
        })
    };
    let world = World::spoilt(engine, later).await;
    let id = store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    store::pay(&world.store, &id).await;
    place_another(&world).await;
    let summary = world.sync_orders().await;
    assert_eq!((summary.created, summary.failed), (2, 0));
    let staged = &world.staged().await[0];
    assert_eq!(staged.fulfillment_status, FulfillmentStatus::Other("Teleported".into()));
    assert_eq!((staged.return_status.caption(), staged.cancel_reason.caption()), ("Maybe", "Whim"));
    let payment = &world.all::<transaction::Entity>().await[0];
    assert_eq!((payment.kind.caption(), payment.status.caption()), ("Barter", "Dreamt"));
    assert_eq!(world.create_sales_orders().await.created, 2);
}

#[rstest]
#[tokio::test]
async fn an_order_of_five_hundred_lines_is_imported_whole_in_two_calls_more(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    store::place(&world.store, order((0..500).map(|_| line("1000", 1, "1.00")).collect())).await;
    place_another(&world).await;
    let summary = world.sync_orders().await;
    assert_eq!((summary.created, summary.calls), (2, 3));
    world.create_sales_orders().await;
    let document = &world.sales_orders().await[0];
    assert_eq!((document.amount_including_vat, world.sales_lines(document).await.len()), (500.into(), 500));
}

#[rstest]
#[tokio::test]
async fn twenty_taxes_on_a_line_are_staged(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let tax = |at: u32| json!({ "title": format!("Tax {at}"), "rate": 0.01, "priceSet": kroner("1.00") });
    let taxed = with(line("1000", 1, "100.00"), json!({ "taxLines": (1..=20).map(tax).collect::<Vec<_>>() }));
    store::place(&world.store, order(vec![taxed])).await;
    place_another(&world).await;
    assert_eq!(world.sync_orders().await.created, 2);
    let of_lines = world.all::<tax_line::Entity>().await;
    assert_eq!(of_lines.iter().filter(|tax| tax.parent_type == tax_line::Parent::OrderLine).count(), 20);
    assert_eq!(world.create_sales_orders().await.created, 2);
}

#[rstest]
#[tokio::test]
async fn a_line_of_nothing_is_left_out(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let nothing = |text: String| {
        spoilt::changed(text, |answer| {
            for line in orders(answer).flat_map(|order| order["lineItems"]["nodes"].as_array_mut().unwrap()) {
                if line["quantity"] == 7 {
                    (line["quantity"], line["currentQuantity"]) = (0.into(), 0.into());
                }
            }
        })
    };
    let world = World::spoilt(engine, nothing).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00"), line("2000", 7, "1.00")])).await;
    assert_eq!(world.sync_orders().await.created, 1);
    assert_eq!(world.staged().await[0].number_of_lines, 1);
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!(world.sales_lines(&world.sales_orders().await[0]).await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn a_line_that_is_exchanged_takes_its_price_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let negative = |text: String| {
        spoilt::changed(text, |answer| {
            for line in orders(answer).flat_map(|order| order["lineItems"]["nodes"].as_array_mut().unwrap()) {
                if line["quantity"] == 7 {
                    (line["quantity"], line["currentQuantity"]) = ((-1).into(), (-1).into());
                }
            }
        })
    };
    let world = World::spoilt(engine, negative).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00"), line("2000", 7, "10.00")])).await;
    place_another(&world).await;
    let summary = world.sync_orders().await;
    assert_eq!((summary.created, summary.failed), (2, 0));
    assert_eq!(world.create_sales_orders().await.created, 2);
    let document = &world.sales_orders().await[0];
    let lines = world.sales_lines(document).await;
    let told: Vec<_> = lines.iter().map(|line| (line.number.as_str(), line.quantity, line.line_amount)).collect();
    assert_eq!(told, [("1000", 1.into(), 100.into()), ("2000", (-1).into(), (-10).into())]);
    assert_eq!(document.amount_including_vat, 90.into());
    // The store says that it costs 170.
    let order = &world.staged().await[0];
    assert_eq!((order.difference_amount, order.difference_reason), ((-80).into(), DifferenceReason::Fee));
    fine_is_there(&world).await;
}

#[rstest]
#[tokio::test]
async fn a_price_of_three_decimals_is_kept_as_it_is(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let exact = |text: String| text.replace("\"amount\":\"77.0\"", "\"amount\":\"77.125\"");
    let world = World::spoilt(engine, exact).await;
    store::place(&world.store, order(vec![line("1000", 1, "77.00")])).await;
    place_another(&world).await;
    assert_eq!(world.sync_orders().await.created, 2);
    assert_eq!(world.staged().await[0].total_amount, amount("77.125"));
    assert_eq!(world.create_sales_orders().await.created, 2);
    let (document, order) = (&world.sales_orders().await[0], &world.staged().await[0]);
    assert_eq!(document.amount_including_vat - order.total_amount, order.difference_amount);
}

#[rstest]
#[tokio::test]
async fn texts_of_any_letters_and_length_are_kept_or_cut_with_a_warning(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let note = "🎁 gift, please 🎀\n".repeat(300);
    assert!(note.chars().count() > 5_000);
    let long = json!({ "note": note, "poNumber": "P".repeat(60), "tags": ["🏷️"] });
    let mut wish = line("1000", 1, "100.00");
    wish["title"] = "Shirt 👕".repeat(40).into();
    store::place(&world.store, with(order(vec![wish]), long)).await;
    place_another(&world).await;
    let summary = world.sync_orders().await;
    assert_eq!((summary.created, summary.failed), (2, 0));
    let staged = &world.staged().await[0];
    assert_eq!((staged.work_description.as_str(), staged.po_number.len()), (note.as_str(), 60));
    assert_eq!(staged.import_warning, "PO Number has 60 characters: the first 35 go into the document.");
    assert_eq!(world.create_sales_orders().await.created, 2);
    let document = &world.sales_orders().await[0];
    assert_eq!(
        (document.external_document_number.as_str(), document.work_description.as_str()),
        (&*"P".repeat(35), &*note)
    );
}

#[rstest]
#[tokio::test]
async fn an_order_that_is_deleted_between_two_calls_is_left_out_and_the_others_come(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::spoilt(engine, spoilt::no_single_order).await;
    store::place(&world.store, order((0..30).map(|_| line("1000", 1, "1.00")).collect())).await;
    place_another(&world).await;
    let summary = world.sync_orders().await;
    assert_eq!((summary.created, summary.skipped, summary.failed, summary.calls), (1, 1, 0, 2));
    fine_is_there(&world).await;
}

#[rstest]
#[tokio::test]
async fn nothing_in_the_place_of_an_order_stops_no_run(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let empty = |text: String| {
        spoilt::changed(text, |answer| {
            for order in orders(answer).filter(|order| order["name"] == "#gone") {
                *order = Value::Null;
            }
        })
    };
    let world = World::spoilt(engine, empty).await;
    store::place(&world.store, with(order(vec![line("1000", 1, "1.00")]), json!({ "name": "#gone" }))).await;
    place_another(&world).await;
    let summary = world.sync_orders().await;
    assert_eq!((summary.created, summary.skipped, summary.failed), (1, 1, 0));
    fine_is_there(&world).await;
}

#[rstest]
#[tokio::test]
async fn a_page_that_can_not_be_read_leaves_the_watermark_where_it_was(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::spoilt(engine, |text| text).await;
    store::place(&world.store, order(vec![line("1000", 1, "1.00")])).await;
    world.sync_orders().await;
    let last = async || {
        let read = |r| async move { watermark::last(&r, DEFAULT_DOMAIN, Kind::Orders).await };
        world.test.db.read(read).await.unwrap()
    };
    let before = last().await;
    assert!(before.is_some());

    world.advance(60);
    place_another(&world).await;
    world.network().answers(|text| {
        spoilt::changed(text, |answer| {
            if answer["data"]["orders"].is_object() {
                answer["data"]["orders"] = json!({});
            }
        })
    });
    let log = world.log_of(SYNC_ORDERS, Filters::new()).await;
    assert_ne!(log.error_message, "");
    assert_eq!(last().await, before);

    world.network().answers(|text| text);
    world.advance(1);
    assert_eq!(world.sync_orders().await.created, 1);
    fine_is_there(&world).await;
}
