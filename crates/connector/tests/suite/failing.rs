use std::time::Duration;

use connector::orders::SYNC_ORDERS;
use database::Engine;
use job_queue::Filters;
use rstest::rstest;
use serde_json::json;

use crate::store::{self, kroner, line, order, with};
use crate::world::World;

#[rstest]
#[tokio::test]
async fn an_order_that_can_not_be_imported_does_not_hold_the_rest(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    store::place(&world.store, order(vec![line("1000", 1, "99999999999999.00")])).await;
    store::place(&world.store, order(vec![line("1000", 1, "300.00")])).await;
    let first = world.sync_orders().await;
    assert_eq!((first.fetched, first.created, first.failed), (3, 2, 1));
    let waiting = world.waiting().await;
    assert!(waiting[0].has_error && waiting[0].error_message.contains("too large"), "{}", waiting[0].error_message);
    assert_eq!(waiting[0].shop_code, "DEMO");
    let skipped = world.skipped().await;
    assert_eq!((skipped.len(), skipped[0].retry_object_id), (1, SYNC_ORDERS));

    world.advance(60);
    let second = world.sync_orders().await;
    assert_eq!((second.unchanged, second.failed), (3, 1), "it is tried again, once, from what was kept");
    assert_eq!(world.skipped().await[0].retries, 1);
    assert_eq!(world.create_sales_orders().await.created, 2);
}

#[rstest]
#[tokio::test]
async fn a_document_that_the_back_office_refuses_says_why_and_is_tried_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.add_items(&[("6000", "NOWHERE")]).await;
    store::place(&world.store, order(vec![line("6000", 1, "100.00")])).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.sync_orders().await;
    let summary = world.create_sales_orders().await;
    assert_eq!((summary.created, summary.failed), (1, 1));
    let staged = world.staged().await;
    assert!(staged[0].has_error && staged[0].error_message.contains("no VAT posting setup"));
    assert!(world.skipped().await[0].cause.contains("no VAT posting setup"));

    world.add_vat("NOWHERE", 0, "6199").await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    let staged = world.staged().await;
    assert!(!staged[0].has_error && staged[0].processed && staged[0].error_message.is_empty());
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn a_number_series_that_ends_among_the_orders_lets_through_those_before_its_end(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for _ in 0..4 {
        store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    }
    world.sync_orders().await;
    world.end_order_numbers("SO-000003").await;
    let summary = world.create_sales_orders().await;
    assert_eq!((summary.created, summary.failed), (3, 1));
    assert!(world.skipped().await[0].cause.contains("S-ORDER"), "{}", world.skipped().await[0].cause);

    world.end_order_numbers("").await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    let numbers: Vec<_> = world.staged().await.iter().map(|order| order.sales_order_number.to_string()).collect();
    assert_eq!(numbers, ["SO-000001", "SO-000002", "SO-000003", "SO-000004"]);
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn an_order_of_thirty_lines_is_imported_whole(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let lines = (1..=30).map(|at| line("1000", 1, &format!("{at}.00"))).collect();
    let shipping: Vec<_> =
        (1..=3).map(|at| json!({ "title": format!("Parcel {at}"), "priceSet": kroner("10.00") })).collect();
    store::place(&world.store, with(order(lines), json!({ "shippingLines": shipping }))).await;
    let first = world.sync_orders().await;
    assert_eq!((first.created, first.calls), (1, 2), "a call for the page, and one for all that did not come with it");
    world.create_sales_orders().await;
    let document = &world.sales_orders().await[0];
    assert_eq!(document.amount_including_vat, 495.into());
    assert_eq!(world.sales_lines(document).await.len(), 33);
    world.advance(1);
    assert_eq!(world.sync_orders().await.unchanged, 1, "what is pieced together is compared like any other");
}

#[rstest]
#[tokio::test]
async fn a_store_that_does_not_answer_is_tried_again_from_where_it_stopped(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.set(&[("allowBackgroundSyncs", "true")]).await;
    connector::shops::connect(&world.connector, &crate::world::kari(), "DEMO", "shpat_wrong".into(), None)
        .await
        .unwrap();
    let log = world.log_of(SYNC_ORDERS, Filters::new()).await;
    assert!(log.error_message.contains("does not accept the access token"), "{}", log.error_message);
    assert_eq!(world.staged().await.len() + world.waiting().await.len(), 0);
    connector::shops::connect(&world.connector, &crate::world::kari(), "DEMO", "shpat_devstore".into(), None)
        .await
        .unwrap();
    world.clock.advance(Duration::from_secs(1));
    assert_eq!(world.sync_orders().await.created, 1);
}
