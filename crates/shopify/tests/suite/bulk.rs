//! Bulk operations against the stand-in store.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use devstore::{Fault, FaultKind, Limits, Outgoing};
use futures::FutureExt;
use rstest::rstest;
use serde::Deserialize;
use serde_json::{Value, json};
use shopify::bulk::{self, BulkMutation, BulkQuery, Finish, Line, Outcome, regroup};
use shopify::documents::bulk::Status;
use shopify::{Decision, Error};

use crate::devstore::World;

const ORDERS: &str = "{ orders { edges { node { id name lineItems { edges { node { id sku } } } } } } }";

fn orders() -> BulkQuery {
    BulkQuery::text(ORDERS)
}

fn fault(kind: FaultKind, operation: Option<&str>, objects: u64, times: u32) -> Fault {
    let operation = operation.map(str::to_owned);
    Fault { operation, status: Some(503), times, objects, ..Fault::of(kind) }
}

async fn run(world: &World, query: &BulkQuery) -> Result<Outcome, Error> {
    world.drive(bulk::query(&world.client, query, &Finish::default())).await
}

async fn lines(world: &World, outcome: &Outcome) -> Vec<Line> {
    let (Outcome::Whole(finished) | Outcome::Part(finished, _)) = outcome;
    let (mut lines, mut reader) = (Vec::new(), finished.lines());
    while let Some(line) = world.drive(reader.next()).await.unwrap() {
        lines.push(line);
    }
    lines
}

#[tokio::test]
async fn a_thousand_orders_come_in_one_file_for_a_few_points() {
    let world = World::new(1_000);
    let outcome = run(&world, &orders()).await.unwrap();
    assert!(matches!(&outcome, Outcome::Whole(finished) if finished.operation.root_object_count.0 == 1_000));
    let branches = regroup(lines(&world, &outcome).await);
    let names: BTreeSet<String> =
        branches.iter().map(|order| order.line.read::<Value>().unwrap()["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!((branches.len(), names.len()), (1_000, 1_000));
    assert!(branches.iter().all(|order| !order.children.is_empty()), "every order has lines");
    assert!(world.meter.points() < 20 && world.meter.calls() < 10, "{:?}", world.devstore.handle().summary());
}

#[tokio::test]
async fn grouped_lines_are_the_same_lines() {
    let world = World::new(30);
    let apart = run(&world, &orders()).await.unwrap();
    let close = run(&world, &orders().grouped()).await.unwrap();
    let (apart, close) = (lines(&world, &apart).await, lines(&world, &close).await);
    assert_ne!(apart, close);
    assert_eq!(regroup(apart), regroup(close));
}

#[tokio::test]
async fn nothing_found_is_a_whole_result_without_lines() {
    let world = World::new(0);
    let outcome = run(&world, &orders()).await.unwrap();
    assert!(matches!(outcome, Outcome::Whole(_)));
    assert_eq!(lines(&world, &outcome).await, []);
}

#[tokio::test]
async fn it_looks_more_and_more_seldom() {
    let world = World::new(1);
    slow(&world, 120_000);
    run(&world, &orders()).await.unwrap();
    let journal = world.devstore.handle().journal();
    let looks: Vec<_> = journal.iter().filter(|entry| entry.operation == "BulkRead").map(|entry| entry.time).collect();
    let waits: Vec<i64> = looks.windows(2).map(|pair| (pair[1] - pair[0]).num_milliseconds()).collect();
    assert!(waits.windows(2).all(|pair| pair[0] <= pair[1] + 20), "{waits:?}");
    assert!(*waits.first().unwrap() < 1_100 && *waits.last().unwrap() >= 20_000, "{waits:?}");
    assert!(looks.len() < 15, "{waits:?}");
}

/// Lets operations begin after so long.
fn slow(world: &World, start: u64) {
    world.devstore.handle().set_limits(Limits { bulk_start_ms: start, ..Limits::default() }).unwrap();
}

#[tokio::test]
async fn a_webhook_makes_it_look_at_once() {
    let world = World::new(1);
    slow(&world, 100_000);
    let (finish, handle) = (Finish::default(), world.devstore.handle());
    let told = finish.clone();
    handle.deliver_with(Arc::new(move |webhook: Outgoing| {
        assert_eq!(webhook.header("X-Shopify-Topic"), Some("bulk_operations/finish"));
        told.tell();
        async { Ok(200) }.boxed()
    }));
    let subscribe = "mutation { webhookSubscriptionCreate(topic: BULK_OPERATIONS_FINISH,
      webhookSubscription: { uri: \"https://kobling.example.com\" }) { userErrors { message } } }";
    world.ask(subscribe).await;
    let begin = world.clock.now();
    let client = world.client.clone();
    let query = orders();
    let running = bulk::query(&client, &query, &finish);
    tokio::pin!(running);
    let outcome = loop {
        if let std::task::Poll::Ready(outcome) = futures::poll!(&mut running) {
            break outcome.unwrap();
        }
        tokio::task::yield_now().await;
        world.manual.advance(Duration::from_millis(100));
        handle.deliver_due().await;
    };
    assert!(matches!(outcome, Outcome::Whole(_)));
    let took = (world.clock.now() - begin).num_milliseconds();
    assert!((100_000..101_000).contains(&took), "{took}");
}

#[rstest]
#[case::internal(FaultKind::BulkInternalError)]
#[case::timeout(FaultKind::BulkTimeout)]
#[case::stalled(FaultKind::BulkCanceled)]
#[case::expired(FaultKind::BulkExpired)]
#[tokio::test]
async fn what_fails_inside_shopify_is_started_again(#[case] kind: FaultKind) {
    let world = World::new(5);
    world.devstore.handle().set_faults(vec![fault(kind, None, 0, 2)], 1);
    assert!(matches!(run(&world, &orders()).await.unwrap(), Outcome::Whole(_)));
    assert_eq!(world.devstore.handle().summary().by_operation["BulkRunQuery"].calls, 3);
}

#[tokio::test]
async fn what_fails_again_and_again_gives_the_part_that_was_written_and_never_as_the_whole() {
    let world = World::new(300);
    world.devstore.handle().set_faults(vec![fault(FaultKind::BulkTimeout, None, 100, 3)], 1);
    let outcome = run(&world, &BulkQuery::text("{ orders { edges { node { id } } } }")).await.unwrap();
    let Outcome::Part(_, error) = &outcome else { panic!("{outcome:?}") };
    assert_eq!(error.decision(), Decision::Retry { after: None });
    assert_eq!(lines(&world, &outcome).await.len(), 100);
}

#[tokio::test]
async fn what_the_app_may_not_read_is_not_tried_again() {
    let world = World::new(5);
    world.devstore.handle().set_faults(vec![fault(FaultKind::BulkAccessDenied, None, 0, 1)], 1);
    let error = run(&world, &orders()).await.unwrap_err();
    assert!(matches!(error, Error::AccessDenied { .. }), "{error}");
}

#[rstest]
#[case::cut(FaultKind::Truncated)]
#[case::reset(FaultKind::Reset)]
#[case::unavailable(FaultKind::Status)]
#[tokio::test]
async fn a_file_is_read_to_its_end_in_spite_of(#[case] kind: FaultKind) {
    let world = World::new(400);
    let outcome = run(&world, &orders()).await.unwrap();
    let wanted = lines(&world, &outcome).await;
    world.devstore.handle().set_faults(vec![fault(kind, Some("bulkOperationResult"), 0, 2)], 1);
    assert_eq!(lines(&world, &outcome).await, wanted);
    assert_eq!(world.devstore.handle().faults(), []);
}

#[tokio::test]
async fn a_result_that_has_expired_is_told_as_such() {
    let world = World::new(1);
    let Outcome::Whole(finished) = run(&world, &orders()).await.unwrap() else { panic!("it is whole") };
    world.manual.advance(Duration::from_secs(7 * 24 * 60 * 60));
    let error = world.drive(finished.lines().next()).await.unwrap_err();
    assert!(matches!(error, Error::BulkEnded { again: true, .. }), "{error}");
    assert!(!format!("{error} {finished:?}").contains("signature"));
}

#[tokio::test]
async fn a_query_that_is_none_is_told_with_shopifys_sentence() {
    let world = World::new(0);
    let error = run(&world, &BulkQuery::text("{ shop { name } }")).await.unwrap_err();
    let sentence = "refuses BulkRunQuery: Bulk queries must contain at least one connection";
    assert!(error.to_string().ends_with(sentence), "{error}");
}

#[tokio::test]
async fn a_sixth_operation_comes_back_later() {
    let world = World::new(0);
    for _ in 0..5 {
        world.drive(bulk::start(&world.client, &orders())).await.unwrap();
    }
    let error = world.drive(bulk::start(&world.client, &orders())).await.unwrap_err();
    assert_eq!(error.decision(), Decision::Retry { after: Some(Duration::from_secs(60)) }, "{error}");
}

#[tokio::test]
async fn a_cancelled_operation_is_at_its_end() {
    let world = World::new(0);
    slow(&world, 3_600_000);
    let started = world.drive(bulk::start(&world.client, &orders())).await.unwrap();
    world.drive(bulk::cancel(&world.client, &started.id)).await.unwrap();
    let operation = world.drive(bulk::wait(&world.client, &started.id, &Finish::default())).await.unwrap();
    assert_eq!(operation.status, Status::Canceled);
    world.drive(bulk::cancel(&world.client, &started.id)).await.unwrap();
    let unknown = shopify::Id::new("gid://shopify/BulkOperation/1");
    assert!(world.drive(bulk::cancel(&world.client, &unknown)).await.is_err());
}

const CREATE: &str = "mutation call($order: OrderCreateOrderInput!) {
  orderCreate(order: $order) { order { name } userErrors { message } }
}";

fn order(title: &str) -> Value {
    let price = json!({ "shopMoney": { "amount": "1", "currencyCode": "NOK" } });
    json!({ "order": { "lineItems": [{ "title": title, "quantity": 1, "priceSet": price }] } })
}

#[tokio::test]
async fn a_mutation_is_run_for_each_line_and_tells_what_came_of_it() {
    let world = World::new(0);
    let input = vec![order("A"), json!({ "order": { "lineItems": [] } }), json!({}), order("B")];
    let mutation = BulkMutation::text(CREATE).known_as("kobling-test-1");
    let finish = Finish::default();
    let outcome = world.drive(bulk::mutate(&world.client, &mutation, &input, &finish)).await.unwrap();
    let Outcome::Whole(finished) = outcome else { panic!("{outcome:?}") };
    let (mut answers, mut told) = (finished.answers(), Vec::new());
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Data {
        order_create: Value,
    }
    while let Some(answer) = world.drive(answers.next()).await.unwrap() {
        let data = answer.data.map(|data| serde_json::from_str::<Data>(data.get()).unwrap().order_create);
        told.push((answer.number, data, answer.errors.len()));
    }
    let made = |name: &str| json!({ "order": { "name": name }, "userErrors": [] });
    assert_eq!(told[0], (0, Some(made("#1001")), 0));
    assert_eq!(told[1].1.as_ref().unwrap()["userErrors"].as_array().unwrap().len(), 1);
    assert!(told[2].1.is_none() && told[2].2 > 0, "{told:?}");
    assert_eq!(told[3], (3, Some(made("#1002")), 0));
    assert_eq!(world.devstore.handle().holds(None).unwrap().orders, 2);
}

#[tokio::test]
async fn a_mutation_whose_start_is_lost_is_not_started_twice() {
    let world = World::new(0);
    world.devstore.handle().set_faults(vec![fault(FaultKind::LostResponse, Some("BulkRunMutation"), 0, 1)], 1);
    let (mutation, finish) = (BulkMutation::text(CREATE), Finish::default());
    let running = bulk::mutate(&world.client, &mutation, [order("A")], &finish);
    let error = world.drive(running).await.unwrap_err();
    assert!(matches!(error, Error::Unclear { .. }), "{error}");
    assert_eq!(world.devstore.handle().summary().by_operation["BulkRunMutation"].calls, 1);
}

#[tokio::test]
async fn a_mutation_without_anything_to_run_it_with_is_not_started() {
    let world = World::new(0);
    let nothing: [Value; 0] = [];
    let finish = Finish::default();
    let error =
        world.drive(bulk::mutate(&world.client, &BulkMutation::text(CREATE), nothing, &finish)).await.unwrap_err();
    assert!(error.to_string().contains("nothing to run it with"), "{error}");
    assert_eq!(world.meter.calls(), 0);
}
