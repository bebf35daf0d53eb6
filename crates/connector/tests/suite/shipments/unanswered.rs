//! Answers that are lost, cut off or refused: each shipment is one fulfilment all the same.

use connector::operations::{self, State};
use connector::shipments::number::LEFT_OUT;
use connector::shipments::{leave_out, send_again};
use database::Engine;
use devstore::{Fault, FaultKind};
use job_queue::Outcome;
use rstest::rstest;
use serde_json::Value;

use super::*;
use crate::world::kari;

fn goes_wrong(world: &World, kind: FaultKind, times: u32) {
    let operation = Some("FulfillmentsCreate".to_owned());
    let fault = Fault { operation, status: Some(502), times, ..Fault::of(kind) };
    world.store.handle().set_faults(vec![fault], 1);
}

/// That many orders whose shipments are posted; their ids.
async fn posted(world: &World, count: usize) -> Vec<String> {
    let mut orders = Vec::new();
    for _ in 0..count {
        orders.push(store::place(&world.store, order(vec![line("1000", 3, "100.00")])).await);
    }
    take_over(world).await;
    for document in world.sales_orders().await {
        ship(world, &document, &[(10_000, 1)]).await;
    }
    orders
}

async fn each_once(world: &World, orders: &[String]) {
    for order in orders {
        let made = parcels(world, order).await;
        assert_eq!((made.len(), goods(&made[0])), (1, vec![("1000".to_owned(), 1)]), "{order}");
    }
    let sent = numbers(world).await;
    assert!(sent.iter().all(|number| *number > 0), "{sent:?}");
}

#[rstest]
#[case::made(FaultKind::LostResponse, 1)]
#[case::made_and_half_told(FaultKind::Truncated, 1)]
#[case::not_made(FaultKind::Reset, 2)]
#[case::not_made_behind_a_proxy(FaultKind::Status, 2)]
#[tokio::test]
async fn an_answer_that_is_lost_is_looked_for_after_a_minute_and_nothing_is_sent_twice(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] kind: FaultKind,
    #[case] calls: u64,
) {
    let world = World::new(engine).await;
    let orders = posted(&world, 3).await;
    goes_wrong(&world, kind, 1);
    world.forget_calls();
    let log = send_logged(&world).await;
    assert_eq!(log.result, Outcome::Error);
    assert!(log.error_message.contains("too early to look"), "{}", log.error_message);
    assert!(changes(&world).await.iter().all(|change| change.state == State::Sent));
    world.clock.advance(std::time::Duration::from_secs(59));
    world.work().await;
    assert_eq!(asked(&world), 1, "before a minute has passed nobody looks, and nobody sends");
    world.clock.advance(std::time::Duration::from_secs(120));
    world.work().await;
    assert_eq!(asked(&world), calls);
    each_once(&world, &orders).await;
    assert_eq!(world.skipped().await, []);
    assert!(rows(&world).await.iter().all(|row| row.shopify_fulfillment_id > 0));
}

#[rstest]
#[tokio::test]
async fn an_answer_without_the_fulfilment_says_nothing(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let orders = posted(&world, 1).await;
    let fault = Fault {
        operation: Some("FulfillmentsCreate".to_owned()),
        path: vec!["s0".into(), "fulfillment".into()],
        ..Fault::of(FaultKind::Nulled)
    };
    world.store.handle().set_faults(vec![fault], 1);
    world.forget_calls();
    send_logged(&world).await;
    world.advance(3);
    world.work().await;
    assert_eq!(asked(&world), 1, "it was made, and is found");
    each_once(&world, &orders).await;
}

#[rstest]
#[tokio::test]
async fn nobody_says_anything_of_a_shipment_as_long_as_it_may_be_in_shopify(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let orders = posted(&world, 1).await;
    goes_wrong(&world, FaultKind::LostResponse, 1);
    send_logged(&world).await;
    let ids = [shipments(&world).await[0].id];
    let said = [
        leave_out(&world.connector, &kari(), &ids).await.unwrap_err(),
        send_again(&world.connector, &kari(), &ids).await.unwrap_err(),
    ];
    for refused in said.map(|error| error.to_string()) {
        assert!(refused.contains("is not known yet: run Sync Shipments to Shopify first"), "{refused}");
    }
    world.advance(3);
    world.work().await;
    each_once(&world, &orders).await;
}

#[rstest]
#[tokio::test]
async fn while_it_is_not_known_what_was_made_of_an_order_the_others_are_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let first = posted(&world, 1).await;
    let other = sold(&world, &[("2000", 1)]).await;
    goes_wrong(&world, FaultKind::LostResponse, 1);
    send_logged(&world).await;
    // No minute has passed when more of both is shipped.
    let all = world.sales_orders().await;
    ship(&world, &all[0], &[(10_000, 1)]).await;
    ship(&world, all.last().unwrap(), &[]).await;
    // The first waits in the job queue until one may look; this is another.
    let filters = job_queue::Filters::new().with("SalesShipmentHeader.customerNumber", "<>''");
    world.log_of(SYNC_SHIPMENTS, filters).await;
    assert_eq!((parcels(&world, &first[0]).await.len(), parcels(&world, &other).await.len()), (1, 1));
    world.advance(3);
    world.work().await;
    send(&world).await;
    let made = parcels(&world, &first[0]).await;
    assert_eq!(made.len(), 2, "one for each shipment");
    assert!(numbers(&world).await.iter().all(|number| *number > 0));
}

#[rstest]
#[tokio::test]
async fn throttled_calls_are_sent_again_and_what_was_not_sent_leaves_no_trace(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let orders = posted(&world, 2).await;
    goes_wrong(&world, FaultKind::Throttled, 1);
    let log = world.while_time_passes(send_logged(&world), None).await.unwrap();
    assert_eq!(log.summary().unwrap().updated, 2);
    each_once(&world, &orders).await;
}

#[rstest]
#[tokio::test]
async fn a_person_says_what_became_of_what_nobody_can_look_for(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(true, false)] was_done: bool,
) {
    let world = World::new(engine).await;
    let orders = posted(&world, 1).await;
    goes_wrong(&world, if was_done { FaultKind::LostResponse } else { FaultKind::Reset }, 1);
    send_logged(&world).await;
    world.advance(2);
    let change = changes(&world).await.remove(0);
    to_a_person(&world, &change).await;
    send_logged(&world).await;
    assert_eq!(changes(&world).await[0].state, State::ForAPerson);
    if was_done {
        operations::was_done(&world.connector, &kari(), change.id).await.unwrap();
    } else {
        operations::send_again(&world.connector, &kari(), change.id).await.unwrap();
    }
    send(&world).await;
    each_once(&world, &orders).await;
}

/// As if one had looked, and could not tell.
async fn to_a_person(world: &World, change: &operations::Model) {
    use sea_orm::{ActiveModelTrait, Set};
    let row = &operations::ActiveModel { id: Set(change.id), state: Set(State::ForAPerson), ..Default::default() };
    let write = |tx| async move { row.clone().update(&tx).await.map_err(database::Error::from) };
    world.test.db.write(write).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn what_a_person_says_was_done_and_is_not_there_is_left_out(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let orders = posted(&world, 1).await;
    goes_wrong(&world, FaultKind::Reset, 1);
    send_logged(&world).await;
    world.advance(2);
    let change = changes(&world).await.remove(0);
    to_a_person(&world, &change).await;
    operations::was_done(&world.connector, &kari(), change.id).await.unwrap();
    send_logged(&world).await;
    assert_eq!((parcels(&world, &orders[0]).await, numbers(&world).await), (Vec::<Value>::new(), vec![LEFT_OUT]));
    let skipped = world.skipped().await.remove(0);
    assert!(skipped.cause.starts_with("It was said to be done in Shopify"), "{}", skipped.cause);
}
