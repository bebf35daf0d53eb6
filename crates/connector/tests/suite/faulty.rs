//! The order path under seeded faults: answers that are lost, resets, cut-off answers, throttles, 5xx and internal errors,
//! and workers that are killed at any moment. Afterwards every order is staged once, has one document, and is paid once.

use std::collections::BTreeSet;
use std::time::Duration;

use connector::operations::{self, State};
use connector::orders::{CREATE_SALES_ORDERS, MARK_AS_PAID, SYNC_ORDERS};
use database::Engine;
use devstore::{Fault, FaultKind};
use job_queue::{Filters, Worker, WorkerOptions};
use rstest::rstest;
use runtime::Random;
use sea_orm::EntityTrait;

use crate::store::{self, line, order};
use crate::world::World;

/// How many runs there are on both engines together, unless `KOBLING_TEST_RUNS` says.
const RUNS: u64 = 200;
/// As many runs share a company: the later ones find what the earlier ones have left.
const IN_ONE_COMPANY: u64 = 25;
const KINDS: [(FaultKind, u16); 8] = [
    (FaultKind::LostResponse, 0),
    (FaultKind::LostResponse, 0),
    (FaultKind::Reset, 0),
    (FaultKind::Truncated, 0),
    (FaultKind::Throttled, 0),
    (FaultKind::InternalError, 0),
    (FaultKind::Status, 502),
    (FaultKind::Status, 503),
];
/// How often a run may be taken up again before it has to be over.
const ROUNDS: usize = 20;

/// What was done to all runs together.
#[derive(Debug, Default)]
struct Done {
    orders: usize,
    faults: u64,
    kills: u64,
    looked: usize,
}

#[rstest]
#[tokio::test]
async fn nothing_is_lost_and_nothing_is_doubled_whatever_goes_wrong(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let runs: u64 = std::env::var("KOBLING_TEST_RUNS").map_or(RUNS, |text| text.parse().unwrap()).div_ceil(2);
    let first = if engine == Engine::Sqlite { 0 } else { runs };
    let mut done = Done::default();
    for company in 0..runs.div_ceil(IN_ONE_COMPANY) {
        let world = World::new(engine).await;
        let seeds = company * IN_ONE_COMPANY..runs.min((company + 1) * IN_ONE_COMPANY);
        for seed in seeds {
            run(&world, first + seed, &mut done).await;
        }
        done.orders += world.staged().await.len();
        done.looked += changes(&world).await.iter().filter(|change| was_looked_for(change)).count();
    }
    assert!(done.faults > runs && done.kills > runs / 4 && done.looked > 0, "too little went wrong: {done:?}");
    println!(
        "runs: {runs} on {engine:?}; {} orders, each there once, with one document, paid once; {} faults, {} killed \
         workers, {} answers that had to be looked for",
        done.orders, done.faults, done.kills, done.looked
    );
}

async fn run(world: &World, seed: u64, done: &mut Done) {
    let random = Random::seeded(seed);
    for _ in 0..=random.below(3) {
        place(world).await;
    }
    let planned = faults(&random);
    let count = |faults: &[Fault]| faults.iter().map(|fault| u64::from(fault.times)).sum::<u64>();
    let all = count(&planned);
    world.store.handle().set_faults(planned, seed);
    for round in 0.. {
        assert!(round < ROUNDS, "the run of seed {seed} does not come to its end");
        if round == 1 {
            // While it goes wrong, more is sold.
            let left = world.store.handle().faults();
            done.faults += all - count(&left);
            world.store.handle().set_faults(Vec::new(), 0);
            place(world).await;
            world.store.handle().set_faults(left, seed + 1);
        }
        let is_last = round >= 2;
        if is_last {
            world.store.handle().set_faults(Vec::new(), 0);
        }
        for object in [SYNC_ORDERS, CREATE_SALES_ORDERS, MARK_AS_PAID] {
            let filters = match object {
                MARK_AS_PAID => Filters::new().with("ShopifyOrder.fullyPaid", "false"),
                _ => Filters::new(),
            };
            let task = world.sync(object, filters);
            connector::sync(&world.connector, &world.queue, &crate::world::kari(), &task).await.unwrap();
        }
        let killed = work(world, (!is_last).then_some(&random)).await;
        done.kills += u64::from(killed);
        // The lease of one that was killed is over, and an answer that was lost may be looked for.
        world.clock.advance(Duration::from_secs(70));
        if is_last && is_over(world).await {
            break;
        }
    }
    check(world, seed).await;
}

async fn place(world: &World) {
    store::place(&world.store, order(vec![line("1000", 1, "100.00"), line("2000", 2, "50.00")])).await;
}

fn faults(random: &Random) -> Vec<Fault> {
    let kinds = 1 + random.below(4);
    (0..kinds)
        .map(|_| {
            let (kind, status) = KINDS[usize::try_from(random.below(KINDS.len() as u64)).unwrap()];
            let operation = (random.below(2) == 0).then(|| "OrderMarkAsPaid".to_owned());
            let (after, times) = (random.below(3) as u32, 1 + random.below(4) as u32);
            Fault { operation, status: Some(status), after, times, probability: 0.7, ..Fault::of(kind) }
        })
        .collect()
}

/// Works until nothing is due, or until the worker is killed: when it has made so many calls, at once or a little later.
/// Says whether it was.
async fn work(world: &World, killed_by: Option<&Random>) -> bool {
    let killed_by = killed_by.filter(|random| random.below(2) == 0);
    let after = killed_by.map(|random| (world.calls().0 + 1 + random.below(3), random.below(8)));
    let mut looked = 0;
    let is_killed = || {
        let Some((calls, later)) = after else { return false };
        looked += u64::from(world.calls().0 >= calls);
        looked > later
    };
    let options = WorkerOptions { name: "w".into(), ..WorkerOptions::default() };
    let mut worker = Worker::new(world.queue.clone(), options);
    world.while_time_passes_until(is_killed, worker.work_until_idle()).await.is_none()
}

async fn is_over(world: &World) -> bool {
    let placed = store::payments(&world.store).await.len();
    let staged = world.staged().await;
    let changes = changes(world).await;
    // A run whose lease was lost is taken over by the next worker.
    runs(world).await == 0
        && staged.len() == placed
        && staged.iter().all(|order| order.processed && order.fully_paid)
        && changes.iter().all(|change| change.state == State::Done)
}

async fn runs(world: &World) -> usize {
    let all = job_queue::run::Entity::find();
    world.test.db.read(|r| async move { database::Result::<_>::Ok(all.all(&r).await?) }).await.unwrap().len()
}

async fn changes(world: &World) -> Vec<operations::Model> {
    let all = operations::Entity::find();
    world.test.db.read(|r| async move { database::Result::<_>::Ok(all.all(&r).await?) }).await.unwrap()
}

/// Whether its answer was lost: what became of it was known a minute later, or only after it was sent again.
fn was_looked_for(change: &operations::Model) -> bool {
    let (Some(sent), Some(finished)) = (change.sent_at, change.finished_at) else { return false };
    change.attempts > 1 || finished - sent >= operations::LOOK_AFTER
}

async fn check(world: &World, seed: u64) {
    let payments = store::payments(&world.store).await;
    assert!(payments.iter().all(|count| *count == 1), "seed {seed}: paid {payments:?} times");
    let staged = world.staged().await;
    let ids: BTreeSet<i64> = staged.iter().map(|order| order.shopify_order_id).collect();
    assert_eq!((staged.len(), ids.len()), (payments.len(), payments.len()), "seed {seed}");
    let documents = world.sales_orders().await;
    let sources: BTreeSet<&str> = documents.iter().filter_map(|document| document.source_id.as_deref()).collect();
    assert_eq!((documents.len(), sources.len()), (payments.len(), payments.len()), "seed {seed}");
    let changes = changes(world).await;
    let subjects: BTreeSet<&str> = changes.iter().map(|change| change.subject.as_str()).collect();
    assert_eq!((changes.len(), subjects.len()), (payments.len(), payments.len()), "seed {seed}");
    assert_eq!(world.skipped().await, [], "seed {seed}");
    assert_eq!(runs(world).await, 0, "seed {seed}");
}
