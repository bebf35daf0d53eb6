//! Orders are marked as paid in Shopify once, whatever becomes of the answer.

use connector::operations::{self, State, send_again, was_done};
use connector::orders::{MARK_AS_PAID, SYNC_ORDERS, mark_as_paid};
use connector::skipped;
use database::Engine;
use devstore::{Fault, FaultKind};
use job_queue::{Filters, Outcome};
use rstest::rstest;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::json;

use crate::store::{self, line, order, with};
use crate::world::{World, kari};

const ALL: &str = "ShopifyOrder.financialStatus";

async fn changes(world: &World) -> Vec<operations::Model> {
    let query = operations::Entity::find().order_by_asc(operations::Column::DocumentName);
    world.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
}

/// A world with that many unpaid orders that are staged.
async fn with_orders(engine: Engine, orders: usize) -> World {
    let world = World::new(engine).await;
    for _ in 0..orders {
        store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    }
    world.sync_orders().await;
    world.forget_calls();
    world
}

fn goes_wrong(world: &World, kind: FaultKind, times: u32) {
    let operation = Some("OrderMarkAsPaid".to_owned());
    let fault = Fault { operation, status: Some(502), times, ..Fault::of(kind) };
    world.store.handle().set_faults(vec![fault], 1);
}

fn sent(world: &World) -> u64 {
    world.calls_of("OrderMarkAsPaid")
}

async fn mark(world: &World) -> job_queue::log::Model {
    world.log_of(MARK_AS_PAID, Filters::new().with(ALL, "<>''")).await
}

#[rstest]
#[tokio::test]
async fn each_order_is_marked_once_for_ten_points(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = with_orders(engine, 3).await;
    let summary = mark(&world).await.summary().unwrap();
    assert_eq!((summary.fetched, summary.updated, summary.calls, summary.points), (3, 3, 3, 30));
    assert!(world.staged().await.iter().all(|order| order.fully_paid && !order.unpaid));
    let changes = changes(&world).await;
    assert!(changes.iter().all(|change| change.state == State::Done && change.attempts == 1), "{changes:?}");
    assert_eq!(changes[0].document_name, "#1001");
    let again = mark(&world).await.summary().unwrap();
    assert_eq!((again.fetched, again.calls), (0, 0));
    world.advance(1);
    assert_eq!(world.sync_orders().await.updated, 3, "the store's own word of it follows");
}

#[rstest]
#[case::made(FaultKind::LostResponse, 1)]
#[case::made_and_half_told(FaultKind::Truncated, 1)]
#[case::not_made(FaultKind::Reset, 2)]
#[case::not_made_behind_a_proxy(FaultKind::Status, 2)]
#[case::not_made_inside(FaultKind::InternalError, 2)]
#[tokio::test]
async fn an_answer_that_is_lost_is_looked_for_after_a_minute(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] kind: FaultKind,
    #[case] calls: u64,
) {
    let world = with_orders(engine, 2).await;
    goes_wrong(&world, kind, 1);
    let log = mark(&world).await;
    assert_eq!(log.result, Outcome::Error);
    assert!(log.error_message.contains("too early to look"), "{}", log.error_message);
    assert_eq!(changes(&world).await.iter().map(|change| change.state).collect::<Vec<_>>(), [State::Sent, State::Done]);
    assert_eq!(sent(&world), 2);
    world.clock.advance(std::time::Duration::from_secs(59));
    world.work().await;
    assert_eq!(sent(&world), 2, "before a minute has passed nobody looks, and nobody sends");
    world.clock.advance(std::time::Duration::from_secs(120));
    world.work().await;
    assert_eq!(sent(&world), 1 + calls);
    assert!(changes(&world).await.iter().all(|change| change.state == State::Done));
    assert!(world.staged().await.iter().all(|order| order.fully_paid));
    assert_eq!(store::payments(&world.store).await, [1, 1], "each order is paid once");
}

#[rstest]
#[tokio::test]
async fn what_a_run_has_left_open_is_settled_by_the_next_sync(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_orders(engine, 1).await;
    world.set(&[("allowBackgroundSyncs", "true")]).await;
    goes_wrong(&world, FaultKind::LostResponse, 1);
    mark(&world).await;
    world.clock.advance(std::time::Duration::from_secs(61));
    world.run_with(SYNC_ORDERS, Filters::new()).await;
    assert_eq!((changes(&world).await[0].state, sent(&world)), (State::Done, 1));
}

#[rstest]
#[tokio::test]
async fn what_the_store_refuses_is_told_and_not_sent_again(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = with_orders(engine, 0).await;
    voided(&world).await;
    let log = mark(&world).await;
    assert_eq!((log.result, log.summary().unwrap().failed), (Outcome::PartialSuccess, 1));
    let skipped = &world.skipped().await[0];
    assert_eq!(skipped.kind, skipped::Kind::Change);
    assert_eq!(skipped.cause, "Mark as Paid was refused: Order cannot be marked as paid.");
    assert_eq!(changes(&world).await[0].state, State::Failed);
    world.sync_orders().await;
    assert_eq!(mark(&world).await.summary().unwrap().skipped, 1, "another run leaves it to a person");
    assert_eq!(sent(&world), 1);
}

#[rstest]
#[tokio::test]
async fn what_was_refused_is_tried_again_when_a_person_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_orders(engine, 0).await;
    world.set(&[("allowBackgroundSyncs", "true")]).await;
    voided(&world).await;
    mark(&world).await;
    let zone = chrono_tz::Europe::Oslo;
    let skipped = world.skipped().await.remove(0);
    assert_eq!(skipped.retry_object_id, MARK_AS_PAID);
    skipped::retry(&world.connector, &world.queue, &kari(), &skipped, zone).await.unwrap();
    world.work().await;
    assert_eq!((sent(&world), world.skipped().await.len()), (2, 1), "it is refused again");
    let chosen = [world.staged().await[0].id];
    mark_as_paid::for_orders(&world.connector, &world.queue, &kari(), &chosen, zone).await.unwrap();
    world.work().await;
    assert_eq!(sent(&world), 3);
}

/// An order that can't be marked as paid, and that is not paid either: whether an answer was lost can't be seen on it.
async fn voided(world: &World) {
    let order = with(order(vec![line("1000", 1, "100.00")]), json!({ "financialStatus": "VOIDED" }));
    store::place(&world.store, order).await;
    world.sync_orders().await;
}

async fn for_a_person(engine: Engine) -> (World, operations::Model) {
    let world = with_orders(engine, 0).await;
    voided(&world).await;
    goes_wrong(&world, FaultKind::Reset, 1);
    mark(&world).await;
    world.advance(5);
    world.sync_orders().await;
    let change = changes(&world).await.remove(0);
    assert_eq!(change.state, State::ForAPerson);
    let skipped = &world.skipped().await[0];
    assert!(skipped.cause.contains("can't be told") && skipped.remedy.contains("It Was Done or Send Again"));
    world.sync_orders().await;
    assert_eq!(sent(&world), 1, "it waits for the person");
    (world, change)
}

#[rstest]
#[tokio::test]
async fn a_person_says_that_it_was_done(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, change) = for_a_person(engine).await;
    was_done(&world.connector, &kari(), change.id).await.unwrap();
    let change = changes(&world).await.remove(0);
    assert_eq!((change.state, change.message.as_str()), (State::Done, "KARI has said that it was done"));
    assert_eq!(world.skipped().await, []);
    let refused = was_done(&world.connector, &kari(), change.id).await.unwrap_err().to_string();
    assert_eq!(refused, "the change is Done and waits for nobody to say whether it was done");
}

#[rstest]
#[tokio::test]
async fn a_person_says_that_it_is_to_be_sent_again(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, change) = for_a_person(engine).await;
    send_again(&world.connector, &kari(), change.id).await.unwrap();
    assert_eq!(world.skipped().await, []);
    world.sync_orders().await;
    let change = changes(&world).await.remove(0);
    assert_eq!((change.state, change.attempts, sent(&world)), (State::Failed, 2, 2));
}

#[rstest]
#[tokio::test]
async fn the_chosen_orders_are_marked_and_those_that_are_paid_are_passed_over(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_orders(engine, 3).await;
    let ids: Vec<_> = world.staged().await.iter().take(2).map(|order| order.id).collect();
    let start = async |ids: &[uuid::Uuid]| {
        mark_as_paid::for_orders(&world.connector, &world.queue, &kari(), ids, chrono_tz::Europe::Oslo).await
    };
    start(&ids).await.unwrap();
    world.work().await;
    let paid: Vec<_> = world.staged().await.iter().map(|order| order.fully_paid).collect();
    assert_eq!(paid, [true, true, false]);
    assert_eq!(start(&ids).await.unwrap_err().to_string(), "these orders are paid or cancelled already");
}

#[tokio::test]
async fn nothing_is_sent_where_the_shop_card_forbids_it_or_no_order_is_chosen() {
    let world = with_orders(Engine::Sqlite, 1).await;
    let log = world.log_of(MARK_AS_PAID, Filters::new()).await;
    assert!(log.error_message.contains("unless a filter"), "{}", log.error_message);
    world.set(&[("allowOutgoingRequests", "false")]).await;
    let log = mark(&world).await;
    assert!(log.error_message.contains("turn on Allow Data Sync to Shopify"), "{}", log.error_message);
    assert_eq!(sent(&world), 0);
}
