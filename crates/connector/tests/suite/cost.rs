//! What orders cost, by what the store has counted itself.

use connector::orders::SYNC_ORDERS;
use connector::shops;
use database::Engine;
use devstore::NewPlan;
use job_queue::Filters;
use rstest::rstest;
use serde_json::{Value, json};

use crate::store::{self, graphql, kroner, line, order, with};
use crate::world::{SHOP, World};

/// How many calls a thousand new orders take, and how many points.
const THOUSAND: (u64, u64) = (13, 7_906);
/// How many points [`ORDERS`] take from their import until they are sent and partly paid back: 22.5 each.
const OF_ORDERS: u64 = 2_027;
/// What a page costs more where the plan tells who took an order.
const STAFF: u64 = 8;
/// What a run costs that finds nothing new.
const IDLE: u64 = 13;
/// As many orders as go through all of it.
const ORDERS: u64 = 90;

#[rstest]
#[tokio::test]
async fn a_thousand_new_orders_take_few_calls_and_points_and_their_documents_none(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = on_plan(engine, "Basic").await;
    world.store.handle().place_orders(1_000, None).unwrap();
    world.forget_calls();
    let summary = world.sync_orders().await;
    assert_eq!((summary.fetched, summary.created, summary.failed), (1_000, 1_000, 0));
    let (calls, points) = world.calls();
    assert_eq!((summary.calls, summary.points), (calls, points));
    assert_eq!((calls, points), THOUSAND);
    world.create_sales_orders().await;
    assert_eq!(world.calls(), (calls, points), "documents are made without a call");
}

#[rstest]
#[case::without_staff("Basic", 0)]
#[case::with_staff("Advanced", STAFF)]
#[tokio::test]
async fn an_order_that_is_imported_sent_and_partly_paid_back_takes_few_points(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] plan: &str,
    #[case] more: u64,
) {
    let world = on_plan(engine, plan).await;
    let paid = json!([{ "kind": "SALE", "status": "SUCCESS", "gateway": "vipps", "amountSet": kroner("200.00") }]);
    let goods = || order(vec![line("1000", 1, "100.00"), line("2000", 2, "50.00")]);
    let mut placed = Vec::new();
    for _ in 0..ORDERS {
        placed.push(store::place(&world.store, with(goods(), json!({ "transactions": paid }))).await);
    }
    let mut points = read_again(&world).await;
    world.create_sales_orders().await;
    for id in &placed {
        send(&world, id).await;
    }
    points += read_again(&world).await;
    for id in &placed {
        pay_back(&world, id).await;
    }
    points += read_again(&world).await;
    assert_eq!(points, OF_ORDERS + 3 * more, "they are read three times, in one page each");
    assert!(points <= 25 * ORDERS);

    let nothing = world.run_with(SYNC_ORDERS, Filters::new()).await;
    assert_eq!((nothing.created, nothing.updated, nothing.unchanged), (0, 0, nothing.fetched), "{nothing:?}");
    assert_eq!(nothing.calls, 3, "so many are read by the page, a second time, and their refunds once more");
    world.advance(5);
    let idle = world.run_with(SYNC_ORDERS, Filters::new()).await;
    assert_eq!((idle.fetched, idle.calls, idle.points), (0, 1, IDLE));
}

/// A world whose store has this plan, which the shop knows.
async fn on_plan(engine: Engine, plan: &str) -> World {
    let world = World::new(engine).await;
    world.store.handle().set_plan(&NewPlan { store: None, plan: plan.into() }).unwrap();
    shops::test(&world.connector, SHOP).await.unwrap();
    world
}

/// Imports what has changed, five minutes later. Returns the points that it took; the store's own clients' are not
/// counted, nor what is asked after it.
async fn read_again(world: &World) -> u64 {
    world.forget_calls();
    world.sync_orders().await;
    let points = world.calls().1;
    world.advance(5);
    world.forget_calls();
    points
}

/// Sends all of an order.
async fn send(world: &World, id: &str) {
    let document = "query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 5) { nodes { id } } } }";
    let waiting = graphql(&world.store, document, json!({ "id": id })).await;
    let waiting = &waiting["order"]["fulfillmentOrders"]["nodes"][0]["id"];
    let document = "mutation($all: FulfillmentInput!) { fulfillmentCreate(fulfillment: $all) {
        userErrors { message } } }";
    let all = json!({ "lineItemsByFulfillmentOrder": [{ "fulfillmentOrderId": waiting }] });
    done(world, document, "fulfillmentCreate", json!({ "all": all })).await;
}

/// Takes the first line of an order back and pays for it.
async fn pay_back(world: &World, id: &str) {
    let document =
        "query($id: ID!) { order(id: $id) { lineItems(first: 1) { nodes { id } } transactions(first: 1) { id } } }";
    let parts = graphql(&world.store, document, json!({ "id": id })).await["order"].clone();
    let document =
        "mutation($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) {
        userErrors { message } } }";
    let input = json!({
        "orderId": id,
        "refundLineItems": [{ "lineItemId": parts["lineItems"]["nodes"][0]["id"], "quantity": 1, "restockType": "NO_RESTOCK" }],
        "transactions": [{ "orderId": id, "parentId": parts["transactions"][0]["id"], "kind": "REFUND", "gateway": "vipps",
            "amount": "100.00" }],
    });
    done(world, document, "refundCreate", json!({ "input": input, "key": id })).await;
}

async fn done(world: &World, document: &str, name: &str, variables: Value) {
    let data = graphql(&world.store, document, variables).await;
    assert_eq!(data[name]["userErrors"], json!([]));
}
