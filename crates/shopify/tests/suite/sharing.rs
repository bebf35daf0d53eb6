//! Ten minutes of a store on the Standard plan with twelve tasks at once, by the manual clock: what is promised of the
//! budget, in figures.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use chrono::{DateTime, TimeDelta};
use devstore::{DEFAULT_DOMAIN, DEFAULT_TOKEN, Devstore, Limits, Options};
use outbound::Http;
use rstest::rstest;
use runtime::{Clock, ManualClock, Random, Scope};
use shopify::budget::Local;
use shopify::documents::orders::{OrderLineItems, Part, Reach, by_ids};
use shopify::documents::shop::settings;
use shopify::{Budget, Client, Ledger, Store};
use shopify_schema::gid::OrderId;

/// The window, without the seconds in which the bucket that was full is used up.
const WINDOW: Duration = Duration::from_secs(600);
const RATE: f64 = 100.0;

struct World {
    devstore: Devstore,
    clock: Clock,
    manual: ManualClock,
    order: OrderId,
}

impl World {
    fn new() -> Self {
        let (clock, manual) = Clock::manual(DateTime::UNIX_EPOCH + TimeDelta::days(20_000));
        let devstore = Devstore::new(Options::new(clock.clone(), Random::seeded(1))).unwrap();
        devstore.seed(3, 1).unwrap();
        let placed = devstore.handle().place_orders(1, None).unwrap().remove(0);
        devstore
            .handle()
            .set_limits(Limits { bucket: 2000.0, restore_rate: RATE, latency_ms: 120, ..Limits::default() })
            .unwrap();
        Self { devstore, clock, manual, order: placed.id.parse().unwrap() }
    }

    /// Clients of as many processes, each with a budget of its own on one ledger.
    fn clients(&self, processes: u64) -> Vec<Client> {
        let ledger: Arc<dyn Ledger> = Arc::new(Local::new(self.clock.clone()));
        let client = |process| {
            let random = Random::seeded(process);
            let store = Store::new(DEFAULT_DOMAIN, &format!("https://{DEFAULT_DOMAIN}"), DEFAULT_TOKEN.into());
            let budget = Arc::new(Budget::shared(ledger.clone(), &random));
            Client::new(Http::in_process(self.devstore.router()), store, budget, self.clock.clone(), random)
        };
        (1..=processes).map(client).collect()
    }

    /// Lets everything run for `time`, in steps of five milliseconds.
    async fn pass(&self, time: Duration) {
        const STEP: Duration = Duration::from_millis(5);
        for _ in 0..time.as_millis() / STEP.as_millis() {
            for _ in 0..12 {
                tokio::task::yield_now().await;
            }
            self.manual.advance(STEP);
        }
    }

    /// The points that were charged from `since` on.
    fn charged(&self, since: DateTime<chrono::Utc>) -> f64 {
        let journal = self.devstore.handle().journal();
        journal.iter().filter(|entry| entry.time >= since).filter_map(|entry| entry.actual_query_cost).sum::<u64>()
            as f64
    }
}

/// What a task does, for ever: calls of all sizes, most of them small.
async fn toil(client: Client, order: OrderId, done: Arc<AtomicUsize>) {
    loop {
        for turn in 0..20 {
            match turn {
                0 => drop(by_ids(&client, Reach::ALL, &[order]).await.unwrap()),
                1..=3 => {
                    let part = Part { id: order.to_string().into(), first: 250, after: None };
                    drop(client.run::<OrderLineItems>(part).await.unwrap());
                }
                _ => drop(settings(&client).await.unwrap()),
            }
            done.fetch_add(1, Ordering::Relaxed);
        }
    }
}

#[rstest]
#[case::one_process(1)]
#[case::two_processes(2)]
#[case::five_processes(5)]
#[tokio::test]
async fn twelve_tasks_use_what_the_store_restores_and_are_not_refused(#[case] processes: u64) {
    let world = World::new();
    let (clients, done, mut tasks) = (world.clients(processes), Arc::new(AtomicUsize::new(0)), Scope::new());
    for client in clients.iter().cycle().take(12) {
        tasks.spawn(toil(client.clone(), world.order, done.clone()));
    }
    world.pass(Duration::from_secs(60)).await;
    let began = world.clock.now();
    world.pass(WINDOW).await;
    assert_eq!(tasks.running(), 12);
    let used = world.charged(began) / (WINDOW.as_secs_f64() * RATE);
    let (calls, throttled) = (world.devstore.handle().summary().calls, world.devstore.handle().summary().throttled);
    assert!(calls >= 10_000, "{calls} calls");
    assert!(throttled * 1000 < calls, "{throttled} of {calls} calls were throttled");
    assert!(used >= 0.95, "{:.1} % of what was restored in ten minutes was used", used * 100.0);
    eprintln!("{processes} processes: {calls} calls, {throttled} throttled, {:.2} % used", used * 100.0);
}

#[rstest]
#[case::in_the_same_process(0)]
#[case::in_another_process(1)]
#[tokio::test]
async fn a_person_overtakes_twelve_tasks(#[case] process: usize) {
    let world = World::new();
    let (clients, done, mut tasks) = (world.clients(2), Arc::new(AtomicUsize::new(0)), Scope::new());
    for _ in 0..12 {
        tasks.spawn(toil(clients[0].clone(), world.order, done.clone()));
    }
    world.pass(Duration::from_secs(60)).await;
    let (urgent, began, clock) = (clients[process].clone().urgent(), world.clock.now(), world.clock.clone());
    let (tell, told) = tokio::sync::oneshot::channel();
    tasks.spawn(async move {
        drop(settings(&urgent).await.unwrap());
        tell.send(clock.now()).unwrap();
    });
    world.pass(Duration::from_secs(2)).await;
    let waited = told.await.unwrap() - began;
    assert!(waited <= TimeDelta::milliseconds(150), "it waited {waited}, of which the store takes 120 milliseconds");
}

#[tokio::test]
async fn another_program_that_uses_up_the_points_is_given_way() {
    let world = World::new();
    let (clients, done, mut tasks) = (world.clients(1), Arc::new(AtomicUsize::new(0)), Scope::new());
    for client in clients.iter().cycle().take(6) {
        tasks.spawn(toil(client.clone(), world.order, done.clone()));
    }
    let foreign = world.clients(1).remove(0);
    tasks.spawn(toil(foreign, world.order, Arc::default()));
    world.pass(Duration::from_secs(120)).await;
    let summary = world.devstore.handle().summary();
    assert!(done.load(Ordering::Relaxed) > 500, "it goes on: {} calls", done.load(Ordering::Relaxed));
    assert!(summary.throttled * 50 < summary.calls, "{} of {} calls were throttled", summary.throttled, summary.calls);
}

#[rstest]
#[case::a_development_store(40.0, 2.0)]
#[case::a_plus_store(20_000.0, 1000.0)]
#[tokio::test]
async fn buckets_of_every_size_are_used(#[case] bucket: f64, #[case] rate: f64) {
    let world = World::new();
    world
        .devstore
        .handle()
        .set_limits(Limits { bucket, restore_rate: rate, latency_ms: 20, ..Limits::default() })
        .unwrap();
    let (clients, mut tasks) = (world.clients(2), Scope::new());
    for client in clients.iter().cycle().take(12) {
        let client = client.clone();
        tasks.spawn(async move {
            loop {
                drop(settings(&client).await.unwrap());
            }
        });
    }
    world.pass(Duration::from_secs(60)).await;
    let summary = world.devstore.handle().summary();
    let most = (rate * 60.0 + bucket) / 2.0;
    // Six calls of 20 milliseconds at once are 300 a second.
    let goal = most.min(300.0 * 60.0) * 0.8;
    assert!(summary.calls as f64 >= goal, "{} of {goal} calls", summary.calls);
    assert!(summary.throttled * 1000 < summary.calls, "{} of {}", summary.throttled, summary.calls);
}
