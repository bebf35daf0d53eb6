//! The process is killed at every step of the export: afterwards each shipment is one fulfilment.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use connector::operations::State;
use connector::sync;
use database::Engine;
use job_queue::{Worker, WorkerOptions};
use rstest::rstest;

use super::gate::{Gate, When};
use super::*;
use crate::world::kari;

/// How often the process is killed on both engines together, unless `KOBLING_TEST_SHIPMENTS` says.
const KILLS: u64 = 30;
/// How often a run may be taken up again before all has to be sent.
const ROUNDS: usize = 12;

#[rstest]
#[tokio::test]
async fn each_shipment_is_one_fulfilment_whenever_the_process_is_killed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let kills: u64 = std::env::var("KOBLING_TEST_SHIPMENTS").map_or(KILLS, |text| text.parse().unwrap()).div_ceil(2);
    let world = World::new(engine).await;
    let (mut orders, mut killed, mut times, mut steps) = (Vec::new(), 0, 0, 0);
    while killed < kills {
        assert!(times <= 2 * kills, "of {times} processes {killed} were killed only");
        // Two shipments of an order in parts, and one of another.
        for goods in [[("1000", 3)], [("2000", 2)]] {
            orders.push(sold(&world, &goods).await);
        }
        for (at, document) in world.sales_orders().await.iter().rev().take(2).enumerate() {
            ship(&world, document, &[(10_000, 1)]).await;
            if at == 1 {
                let now = world.sales_orders().await.into_iter().find(|one| one.id == document.id).unwrap();
                ship(&world, &now, &[(10_000, 1)]).await;
            }
        }
        let task = world.sync(SYNC_SHIPMENTS, Filters::new());
        sync(&world.connector, &world.queue, &kari(), &task).await.unwrap();
        let mut worker = worker(&world);
        // The first is not killed, so that it is known how many steps there are; who comes to the end with fewer knows better.
        let mut at = Step { last: if times == 0 { u64::MAX } else { 1 + steps * killed / kills }, reached: 0 };
        let came = world.while_time_passes(at.kill(worker.work_until_idle()), None).await.flatten();
        killed += u64::from(came.is_none());
        if came.is_some() {
            steps = at.reached;
        }
        drop(worker);
        for round in 0.. {
            // The lease of one that was killed is over, and what it had asked for may be looked for.
            world.clock.advance(Duration::from_secs(70));
            world.work().await;
            if numbers(&world).await.iter().all(|number| *number > 0) {
                break;
            }
            assert!(round < ROUNDS, "kill {killed}: {:?}", numbers(&world).await);
            sync(&world.connector, &world.queue, &kari(), &task).await.unwrap();
        }
        times += 1;
    }
    let mut made = 0;
    for order in &orders {
        for parcel in parcels(&world, order).await {
            assert_eq!(goods(&parcel).iter().map(|(_, quantity)| quantity).sum::<i64>(), 1);
            made += 1;
        }
    }
    let posted = shipments(&world).await;
    assert_eq!((made, rows(&world).await.len()), (posted.len(), posted.len()), "{made} fulfilments");
    assert_eq!(made as u64, 3 * times);
    let mut ids = numbers(&world).await;
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), made, "each is another");
    println!("shipments: {times} times on {engine:?}, {killed} kills; {made} shipments, each one fulfilment");
}

/// How far a process comes: each time that it goes on with something is a step.
struct Step {
    /// After so many it is killed.
    last: u64,
    /// So many there were.
    reached: u64,
}

impl Step {
    /// Works until it is done, or until the process is killed.
    async fn kill<F: Future>(&mut self, work: F) -> Option<F::Output> {
        let mut work = pin!(work);
        poll_fn(|cx| {
            self.reached += 1;
            if self.reached > self.last {
                return Poll::Ready(None);
            }
            work.as_mut().poll(cx).map(Some)
        })
        .await
    }
}

/// As many looks as a run needs to come to the call that asks for a parcel, and many more.
const LOOKS: u64 = 200;

/// The very moment that matters: the parcel was asked for, and what came of it is not written down.
#[rstest]
#[case::carried_out(When::After)]
#[case::not_carried_out(When::Before)]
#[tokio::test]
async fn a_run_that_is_killed_while_it_waits_for_an_answer_is_taken_up_and_sends_nothing_twice(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] when: When,
) {
    let (world, gate) = Gate::new(engine).await;
    let order = sold(&world, &[("1000", 1)]).await;
    ship_all(&world).await;
    world.forget_calls();
    gate.close("FulfillmentsCreate", when);
    let task = world.sync(SYNC_SHIPMENTS, Filters::new());
    sync(&world.connector, &world.queue, &kari(), &task).await.unwrap();
    let mut worker = worker(&world);
    assert!(world.while_time_passes(worker.work_until_idle(), Some(LOOKS)).await.is_none());
    drop(worker);
    assert_eq!(changes(&world).await[0].state, State::Sent);
    let made = u64::from(when == When::After);
    assert_eq!((asked(&world), numbers(&world).await), (made, vec![0]));
    for round in 0.. {
        world.clock.advance(Duration::from_secs(70));
        world.work().await;
        if numbers(&world).await[0] > 0 {
            break;
        }
        assert!(round < ROUNDS, "{:?}", changes(&world).await);
        sync(&world.connector, &world.queue, &kari(), &task).await.unwrap();
    }
    let made = parcels(&world, &order).await;
    assert_eq!((made.len(), asked(&world), rows(&world).await.len()), (1, 1, 1));
    assert_eq!(numbers(&world).await, [number(&made[0]["id"])]);
    let first = changes(&world).await.remove(0);
    let waited = first.finished_at.zip(first.sent_at).map(|(end, at)| end - at).unwrap();
    assert!(waited >= operations::LOOK_AFTER, "it was looked for: {first:?}");
    match when {
        When::After => assert_eq!(first.state, State::Done),
        When::Before => assert!(first.state == State::Failed && first.message.contains("looked for"), "{first:?}"),
    }
}

fn worker(world: &World) -> Worker {
    Worker::new(world.queue.clone(), WorkerOptions { name: "w".into(), ..WorkerOptions::default() })
}
