//! Two processes on one database share what a store allows: ten minutes with twelve tasks, by the manual clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use chrono::TimeDelta;
use connector::budget::{self, DatabaseLedger};
use database::testing::{TestDb, start};
use database::{Db, Engine};
use devstore::{DEFAULT_DOMAIN, DEFAULT_TOKEN, Devstore, Limits, Options};
use outbound::Http;
use rstest::rstest;
use runtime::{Clock, ManualClock, Random, Scope};
use shopify::budget::{Settled, Statement};
use shopify::documents::shop::settings;
use shopify::{Budget, Client, Ledger, Store};

use crate::world::migrations;

const WINDOW: Duration = Duration::from_secs(600);
const RATE: f64 = 40.0;

/// A ledger that tells whether it is being asked: no time passes meanwhile.
#[derive(Debug)]
struct Watched {
    ledger: DatabaseLedger,
    asked: Arc<AtomicUsize>,
    times: Arc<AtomicUsize>,
}

impl Ledger for Watched {
    fn settle(&self, statement: Statement) -> Settled<'_> {
        Box::pin(async move {
            self.asked.fetch_add(1, Ordering::SeqCst);
            self.times.fetch_add(1, Ordering::SeqCst);
            let settled = self.ledger.settle(statement).await;
            self.asked.fetch_sub(1, Ordering::SeqCst);
            settled
        })
    }

    fn pace(&self) -> Duration {
        self.ledger.pace()
    }
}

struct World {
    _test: TestDb,
    clock: Clock,
    manual: ManualClock,
    store: Devstore,
    processes: Vec<Client>,
    asked: Arc<AtomicUsize>,
    times: Arc<AtomicUsize>,
}

impl World {
    async fn new(engine: Engine) -> Self {
        let (clock, manual) = Clock::manual(start());
        let test = TestDb::new(engine, clock.clone(), migrations).await;
        let store = Devstore::new(Options::new(clock.clone(), Random::seeded(1))).unwrap();
        store
            .handle()
            .set_limits(Limits { bucket: 800.0, restore_rate: RATE, latency_ms: 120, ..Limits::default() })
            .unwrap();
        let (asked, times) = (Arc::default(), Arc::default());
        let mut world = Self { _test: test, clock, manual, store, processes: Vec::new(), asked, times };
        for number in 1..=2 {
            let db = Db::open(world._test.location.clone(), world.clock.clone(), migrations).await.unwrap();
            world.processes.push(world.process(db, number));
        }
        world
    }

    /// A process with connections of its own.
    fn process(&self, db: Db, number: u64) -> Client {
        let random = Random::seeded(number);
        let ledger = DatabaseLedger::new(db, self.clock.clone(), random.clone(), DEFAULT_DOMAIN);
        let ledger = Arc::new(Watched { ledger, asked: self.asked.clone(), times: self.times.clone() });
        let budget = Arc::new(Budget::shared(ledger, &random));
        let store = Store::new(DEFAULT_DOMAIN, &format!("https://{DEFAULT_DOMAIN}"), DEFAULT_TOKEN.into());
        Client::new(Http::in_process(self.store.router()), store, budget, self.clock.clone(), random)
    }

    async fn pass(&self, time: Duration) {
        const STEP: Duration = Duration::from_millis(10);
        for _ in 0..time.as_millis() / STEP.as_millis() {
            for _ in 0..8 {
                tokio::task::yield_now().await;
            }
            while self.asked.load(Ordering::SeqCst) > 0 {
                tokio::task::yield_now().await;
            }
            self.manual.advance(STEP);
        }
    }
}

async fn toil(client: Client) {
    loop {
        drop(settings(&client).await.unwrap());
    }
}

#[rstest]
#[tokio::test]
async fn two_processes_use_together_what_a_store_restores(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let mut tasks = Scope::new();
    for client in world.processes.iter().cycle().take(12) {
        tasks.spawn(toil(client.clone()));
    }
    world.pass(Duration::from_secs(40)).await;
    let (before, asked) = (world.store.handle().summary(), world.times.load(Ordering::SeqCst));
    world.pass(WINDOW).await;
    let (after, asked) = (world.store.handle().summary(), world.times.load(Ordering::SeqCst) - asked);
    let calls = after.calls - before.calls;
    let used = (after.points - before.points) as f64 / (WINDOW.as_secs_f64() * RATE);
    assert_eq!(tasks.running(), 12);
    assert!(calls >= 10_000, "{calls} calls");
    assert!(after.throttled * 1000 < after.calls, "{} of {} calls were throttled", after.throttled, after.calls);
    assert!(used >= 0.95, "{:.1} % of what was restored was used", used * 100.0);
    // Each process, every quarter of a second, and once more now and then for a call that nothing was short for.
    let most = 2 * 600 * 5;
    assert!(asked <= most, "the ledger was asked {asked} times in ten minutes by two processes");
}

#[rstest]
#[tokio::test]
async fn a_person_at_the_one_process_overtakes_the_tasks_of_the_other(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let mut tasks = Scope::new();
    for _ in 0..12 {
        tasks.spawn(toil(world.processes[0].clone()));
    }
    world.pass(Duration::from_secs(40)).await;
    let (urgent, clock, began) = (world.processes[1].clone().urgent(), world.clock.clone(), world.clock.now());
    let (tell, told) = tokio::sync::oneshot::channel();
    tasks.spawn(async move {
        drop(settings(&urgent).await.unwrap());
        tell.send(clock.now()).unwrap();
    });
    world.pass(Duration::from_secs(2)).await;
    let waited = told.await.unwrap() - began;
    assert!(waited <= TimeDelta::milliseconds(150), "it waited {waited}, of which the store takes 120 milliseconds");
}

#[rstest]
#[tokio::test]
async fn a_process_that_is_killed_keeps_nobody_waiting_for_long(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let mut killed = Scope::new();
    for _ in 0..12 {
        killed.spawn(toil(world.processes[0].clone()));
    }
    world.pass(Duration::from_secs(40)).await;
    drop(killed);
    let before = world.store.handle().summary().calls;
    let mut tasks = Scope::new();
    for _ in 0..12 {
        tasks.spawn(toil(world.processes[1].clone()));
    }
    world.pass(Duration::from_secs(20)).await;
    let calls = world.store.handle().summary().calls - before;
    // Five seconds until the slice is taken back, then 20 calls a second.
    assert!(calls >= 12 * 20, "{calls} calls in 20 seconds");
}

#[rstest]
#[tokio::test]
async fn after_one_call_all_know_what_the_store_holds(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let mut tasks = Scope::new();
    let client = world.processes[0].clone();
    tasks.spawn(async move { drop(settings(&client).await.unwrap()) });
    world.pass(Duration::from_secs(1)).await;
    assert_eq!(world.store.handle().summary().calls, 1);
    let db = Db::open(world._test.location.clone(), world.clock.clone(), migrations).await.unwrap();
    let budget = db.read(|r| async move { budget::of_store(&r, DEFAULT_DOMAIN).await }).await.unwrap().unwrap();
    let standing = budget.standing(world.clock.now());
    assert_eq!((standing.known, standing.maximum, standing.rate), (true, 800.0, RATE));
    assert_eq!(world.times.load(Ordering::SeqCst), 2, "once for its points, once with what the store has said");
}
