//! `kill -9` at any moment: afterwards every order is there once, with one sales order.

use std::time::Duration;

use database::Engine;
use rstest::rstest;
use runtime::{Clock, Random};
use tokio::task::JoinSet;

use crate::process::Running;
use crate::store::Store;
use crate::world::World;

/// How often a serving process is killed, unless `KOBLING_TEST_KILLS` says.
const KILLS: u32 = 20;
/// Companies that are killed side by side: most of the time is spent waiting for leases to end.
const COMPANIES: u32 = 5;
/// Orders that the store has at first, and that are placed whenever all are imported.
const ORDERS: u32 = 150;
/// Within which time of the beginning of a run the process is killed, in milliseconds.
const WITHIN: u64 = 600;
const LOOK: Duration = Duration::from_millis(10);
/// Far longer than a process needs to take over what another left behind.
const LOOKS: u32 = 6_000;

const STAGED: &str = "SELECT COUNT(*) AS n FROM shopify_order";
const UNPROCESSED: &str = "SELECT COUNT(*) AS n FROM shopify_order WHERE NOT processed";

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 6)]
async fn every_order_is_there_once_with_one_sales_order_whenever_the_process_is_killed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let kills: u32 = std::env::var("KOBLING_TEST_KILLS").map_or(KILLS, |text| text.parse().unwrap());
    let mut companies = JoinSet::new();
    for number in 0..COMPANIES {
        companies.spawn(survives(engine, (kills + number) / COMPANIES));
    }
    let survived = companies.join_all().await;
    let (running, orders) = survived.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    assert!(running > 0, "no job ran when its process was killed: nothing was tried");
    println!("kills: {kills} on {engine:?}, {running} of them while a job ran; {orders} orders, each there once");
}

/// Kills the process that serves a company so often, and checks what is there afterwards. Gives how often a job ran at
/// that moment, and how many orders there are.
async fn survives(engine: Engine, kills: u32) -> (i64, i64) {
    let world = World::new(engine).await;
    let store = Store::with(world.home(), ORDERS).await;
    world.connect(&store);
    let random = Random::os();
    let (mut placed, mut while_running) = (ORDERS, 0);

    for _ in 0..kills {
        if world.number(UNPROCESSED).await == 0 && world.number(STAGED).await == i64::from(placed) {
            store.place(ORDERS).await;
            placed += ORDERS;
        }
        ask(&world);
        let (serving, _) = world.serve();
        until_it_has_begun_a_job(&world, &serving).await;
        Clock::system().sleep(Duration::from_millis(random.below(WITHIN))).await;
        while_running += i64::from(world.number(&of("job_queue_run", &serving)).await > 0);
        serving.kill();
    }

    let (serving, _) = world.serve();
    for task in ["30104", "30103"] {
        let ended = world.run(&["task", "run", task, "--shop", "SHOP", "--wait"]);
        assert_eq!(ended.code, 0, "{ended:?}");
    }
    assert_eq!(serving.stop(), 0);

    let placed = i64::from(placed);
    assert_eq!(world.number(STAGED).await, placed);
    assert_eq!(world.number("SELECT COUNT(DISTINCT shopify_order_id) AS n FROM shopify_order").await, placed);
    assert_eq!(world.number("SELECT COUNT(*) AS n FROM sales_header").await, placed);
    assert_eq!(world.number("SELECT COUNT(DISTINCT source_id) AS n FROM sales_header").await, placed);
    assert_eq!(world.number(UNPROCESSED).await, 0);
    let without_lines = "SELECT COUNT(*) AS n FROM sales_header WHERE id NOT IN (SELECT document_id FROM sales_line)";
    assert_eq!(world.number(without_lines).await, 0);
    assert_eq!(world.number("SELECT COUNT(*) AS n FROM job_queue_run").await, 0);
    (while_running, placed)
}

/// Asks for both tasks; one that waits already is not asked for twice.
fn ask(world: &World) {
    for task in ["30104", "30103"] {
        let ended = world.run(&["task", "run", task, "--shop", "SHOP"]);
        assert_eq!(ended.code, 0, "{ended:?}");
    }
}

/// Counts the rows that name the process.
pub fn of(table: &str, process: &Running) -> String {
    format!("SELECT COUNT(*) AS n FROM {table} WHERE worker LIKE '{}-%'", process.pid())
}

/// What the process before it left behind is taken over when its lease is over.
pub async fn until_it_has_begun_a_job(world: &World, process: &Running) {
    let begun = of("job_queue_log_entry", process);
    for _ in 0..LOOKS {
        if world.number(&begun).await > 0 {
            return;
        }
        Clock::system().sleep(LOOK).await;
    }
    panic!("the process takes no job over");
}
