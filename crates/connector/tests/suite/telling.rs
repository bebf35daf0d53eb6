//! What Shopify is told of its orders: that they are cancelled, done with, and which documents they have.

use back_office::posting::{self, Request};
use back_office::sales;
use connector::operations::{self, State};
use connector::orders::cancel_orders::{self, CancelOptions, Reason};
use connector::orders::staged::attribute;
use connector::orders::updates::{self, Part};
use connector::skipped;
use database::Engine;
use database::testing::start;
use devstore::{Fault, FaultKind};
use rstest::rstest;
use runtime::Random;
use serde_json::{Value, json};

use crate::store::{self, graphql, line, order, with};
use crate::world::{World, kari};

async fn with_orders(engine: Engine, orders: usize) -> (World, Vec<String>) {
    let world = World::new(engine).await;
    let mut ids = Vec::new();
    for _ in 0..orders {
        ids.push(store::place(&world.store, order(vec![line("1000", 2, "125.00")])).await);
    }
    world.sync_orders().await;
    world.create_sales_orders().await;
    world.forget_calls();
    (world, ids)
}

/// What the calls of an operation cost.
fn points(world: &World, operation: &str) -> u64 {
    world.store.handle().summary().by_operation.get(operation).map_or(0, |operation| operation.points)
}

async fn in_shopify(world: &World, id: &str) -> Value {
    let document = "query($id: ID!) { order(id: $id) { closed cancelledAt cancelReason note
        customAttributes { key value } } }";
    graphql(&world.store, document, json!({ "id": id })).await["order"].clone()
}

async fn fulfil(world: &World, id: &str) {
    let document = "query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 5) { nodes { id } } } }";
    let order = graphql(&world.store, document, json!({ "id": id })).await;
    let parts: Vec<Value> = order["order"]["fulfillmentOrders"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| json!({ "fulfillmentOrderId": part["id"] }))
        .collect();
    let document = "mutation($fulfillment: FulfillmentInput!) {
        fulfillmentCreate(fulfillment: $fulfillment) { userErrors { message } } }";
    let variables = json!({ "fulfillment": { "lineItemsByFulfillmentOrder": parts } });
    let data = graphql(&world.store, document, variables).await;
    assert_eq!(data["fulfillmentCreate"]["userErrors"], json!([]));
}

async fn post_all(world: &World) {
    let cx = &sales::Context { now: start(), random: Random::seeded(3), user: "KARI".into() };
    for document in &world.sales_orders().await {
        let write = |tx| async move {
            let setup = posting::Setup::read(&tx).await?;
            posting::post(&tx, &setup, document.id, &Request::SHIP_AND_INVOICE, cx).await
        };
        world.test.db.write(write).await.unwrap();
    }
}

async fn cancel(world: &World, options: &CancelOptions) {
    let ids: Vec<_> = world.staged().await.iter().map(|order| order.id).collect();
    let zone = chrono_tz::Europe::Oslo;
    cancel_orders::for_orders(&world.connector, &world.queue, &kari(), &ids, options, zone).await.unwrap();
    world.while_time_passes(world.work(), None).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn orders_are_cancelled_in_shopify_once_and_their_documents_are_told_as_open_still(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, ids) = with_orders(engine, 2).await;
    store::pay(&world.store, &ids[0]).await;
    let options = CancelOptions { reason: Reason::Inventory, refund: true, restock: true, ..Default::default() };
    cancel(&world, &options).await;
    assert_eq!(world.calls_of("OrderCancel"), 2);
    let told = in_shopify(&world, &ids[0]).await;
    assert_eq!(told["cancelReason"], "INVENTORY");
    let changes = world.all::<operations::Entity>().await;
    assert!(changes.iter().all(|change| change.state == State::Done && change.attempts == 1), "{changes:?}");
    let staged = world.staged().await;
    assert!(staged.iter().all(|order| order.cancelled_at.is_some() && order.has_order_state_error), "{staged:?}");
    assert!(!staged[0].total_refunded_amount.is_zero(), "what was paid went back");
    let told = world.all::<updates::Entity>().await;
    assert!(told.len() == 2 && told.iter().all(|row| row.part == Part::Cancelled), "{told:?}");
    let ids: Vec<_> = staged.iter().map(|order| order.id).collect();
    let (by, zone) = (kari(), chrono_tz::Europe::Oslo);
    let again = cancel_orders::for_orders(&world.connector, &world.queue, &by, &ids, &options, zone);
    let refused = again.await.unwrap_err().to_string();
    assert!(refused.contains("cancelled already"), "{refused}");
}

#[rstest]
#[tokio::test]
async fn what_shopify_refuses_to_cancel_waits_for_a_person(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, ids) = with_orders(engine, 1).await;
    fulfil(&world, &ids[0]).await;
    cancel(&world, &CancelOptions::default()).await;
    let skipped = world.all::<skipped::Entity>().await;
    assert_eq!(skipped.len(), 1);
    assert!(skipped[0].cause.contains("outstanding fulfillments"), "{}", skipped[0].cause);
    assert_eq!(in_shopify(&world, &ids[0]).await["cancelledAt"], Value::Null);
    let note = CancelOptions { staff_note: "x".repeat(256), ..CancelOptions::default() };
    let id = world.staged().await[0].id;
    let zone = chrono_tz::Europe::Oslo;
    let refused = cancel_orders::for_orders(&world.connector, &world.queue, &kari(), &[id], &note, zone).await;
    assert!(refused.unwrap_err().to_string().contains("may have 255 characters"));
}

#[rstest]
#[tokio::test]
async fn orders_that_are_paid_sent_and_posted_are_archived_once_in_one_call_and_the_next_sync_finds_them_unchanged(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, ids) = with_orders(engine, 3).await;
    for id in &ids {
        fulfil(&world, id).await;
        if *id != ids[2] {
            store::pay(&world.store, id).await;
        }
    }
    world.advance(1);
    world.sync_orders().await;
    assert_eq!(world.calls_of("OrdersClose"), 0, "nothing of them is posted yet");
    post_all(&world).await;
    world.advance(1);
    let summary = world.sync_orders().await;
    assert_eq!((world.calls_of("OrdersClose"), points(&world, "OrdersClose"), summary.failed), (1, 20, 0));
    let closed: Vec<_> = world.staged().await.iter().map(|order| order.closed).collect();
    assert_eq!(closed, [true, true, false], "what is not paid stays open");
    assert_eq!(in_shopify(&world, &ids[0]).await["closed"], true);
    world.advance(5);
    let again = world.sync_orders().await;
    assert_eq!((again.updated, again.unchanged), (0, again.fetched));
    assert_eq!(world.calls_of("OrdersClose"), 1);
    assert!(world.staged().await[0].closed_at.is_some());

    world.set(&[("archiveProcessedOrders", "false")]).await;
    store::pay(&world.store, &ids[2]).await;
    world.advance(1);
    world.sync_orders().await;
    assert_eq!(world.calls_of("OrdersClose"), 1, "the shop card does not want it");
}

#[rstest]
#[tokio::test]
async fn an_order_at_which_something_goes_wrong_inside_shopify_is_archived_by_a_second_call_of_its_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, ids) = with_orders(engine, 2).await;
    for id in &ids {
        fulfil(&world, id).await;
        store::pay(&world.store, id).await;
    }
    world.advance(1);
    world.sync_orders().await;
    post_all(&world).await;
    world.advance(1);
    let (operation, path) = (Some("OrdersClose".to_owned()), vec!["o0".into()]);
    world.store.handle().set_faults(vec![Fault { operation, path, ..Fault::of(FaultKind::Partial) }], 1);
    let summary = world.sync_orders().await;
    assert_eq!((world.calls_of("OrdersClose"), points(&world, "OrdersClose"), summary.failed), (2, 30, 0));
    assert!(world.staged().await.iter().all(|order| order.closed));
}

#[rstest]
#[tokio::test]
async fn the_numbers_of_documents_are_written_in_shopify_in_one_call_beside_what_is_there(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("orderAttributesToShopify", "true"), ("autoCreateOrders", "true")]).await;
    let mut ids = Vec::new();
    for _ in 0..3 {
        let attributes = json!({ "customAttributes": [{ "key": "gift", "value": "yes" }] });
        ids.push(store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), attributes)).await);
    }
    world.forget_calls();
    let summary = world.sync_orders().await;
    assert_eq!((summary.created, summary.failed), (3, 0));
    assert_eq!((world.calls_of("OrderAttributes"), world.calls_of("OrdersGiveAttributes")), (1, 1));
    assert_eq!((points(&world, "OrderAttributes"), points(&world, "OrdersGiveAttributes")), (2, 30));
    let number = world.staged().await[0].sales_order_number.to_string();
    let told = in_shopify(&world, &ids[0]).await;
    let expected = json!([{ "key": "gift", "value": "yes" }, { "key": "BC Doc. No.", "value": number }]);
    assert_eq!(told["customAttributes"], expected);
    let own = world.all::<attribute::Entity>().await.into_iter().filter(|row| row.key == "BC Doc. No.").count();
    assert_eq!(own, 3, "the order card shows it at once");
    world.advance(5);
    let again = world.sync_orders().await;
    assert_eq!((again.fetched, again.updated, again.unchanged), (3, 0, 3), "our own write is nothing new");
    assert_eq!((world.calls_of("OrderAttributes"), world.calls_of("OrdersGiveAttributes")), (1, 1));
}

#[rstest]
#[tokio::test]
async fn a_number_of_which_shopify_says_nothing_is_written_by_the_next_run(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("orderAttributesToShopify", "true"), ("autoCreateOrders", "true")]).await;
    for _ in 0..2 {
        store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    }
    let (operation, path) = (Some("OrdersGiveAttributes".to_owned()), vec!["o0".into()]);
    world.store.handle().set_faults(vec![Fault { operation, path, times: 50, ..Fault::of(FaultKind::Partial) }], 1);
    let task = async { world.sync_orders().await };
    let summary = world.while_time_passes(task, None).await.unwrap();
    assert_eq!((summary.created, summary.failed), (2, 1));
    assert_eq!(world.all::<attribute::Entity>().await.len(), 1, "only what Shopify has confirmed counts as written");
    world.store.handle().set_faults(Vec::new(), 1);
    world.advance(1);
    assert_eq!(world.sync_orders().await.failed, 0);
    assert_eq!(world.all::<attribute::Entity>().await.len(), 2);
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn nothing_is_written_in_shopify_unless_the_shop_card_wants_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, ids) = with_orders(engine, 1).await;
    world.advance(1);
    world.sync_orders().await;
    assert_eq!(world.calls_of("OrdersGiveAttributes") + world.calls_of("OrderAttributes"), 0);
    assert_eq!(in_shopify(&world, &ids[0]).await["customAttributes"], json!([]));
}
