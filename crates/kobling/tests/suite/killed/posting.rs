//! `kill -9` in the middle of a batch that posts: afterwards each order is posted whole or is as it was, and the next run
//! posts the rest.

use std::time::Duration;

use database::Engine;
use rstest::rstest;
use runtime::{Clock, Random};
use tokio::task::JoinSet;

use super::kills::{of, until_it_has_begun_a_job};
use crate::store::Store;
use crate::world::World;

/// How often a serving process is killed, unless `KOBLING_TEST_KILLS` says.
const KILLS: u32 = 6;
/// Companies that are killed side by side: most of the time is spent waiting for leases to end.
const COMPANIES: u32 = 3;
/// Orders in a batch.
const BATCH: u32 = 200;
/// Within which time of the beginning of a run the process is killed, in milliseconds.
const WITHIN: u64 = 1_500;

/// What the doctor looks at in the ledgers.
const LEDGER_CHECKS: usize = 7;

const LEFT: &str = "SELECT COUNT(*) AS n FROM sales_header";
const POSTED: &str = "SELECT COUNT(*) AS n FROM posted_sales_header WHERE number LIKE 'PI-%'";
const SHIPPED: &str = "SELECT COUNT(*) AS n FROM posted_sales_header WHERE number LIKE 'PS-%'";
const IN_PARTS: &str = "SELECT COUNT(*) AS n FROM sales_line WHERE quantity_shipped <> 0 OR quantity_invoiced <> 0";
const POSTING: &str = "SELECT COUNT(*) AS n FROM job_queue_entry WHERE object_id_to_run = 296";
/// Each order by its id in the store, once, whether it is posted or not.
const EACH_ONCE: &str = "SELECT COUNT(DISTINCT source_id) AS n FROM (SELECT source_id FROM sales_header UNION ALL \
                         SELECT source_id FROM posted_sales_header WHERE number LIKE 'PI-%') AS orders";
const POST: [&str; 7] = ["task", "run", "296", "--option", "ship=true", "--option", "invoice=true"];

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 6)]
async fn each_order_of_a_batch_is_posted_whole_or_not_at_all_whenever_the_process_is_killed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let kills: u32 = std::env::var("KOBLING_TEST_KILLS").map_or(KILLS, |text| text.parse().unwrap());
    let mut companies = JoinSet::new();
    for number in 0..COMPANIES {
        companies.spawn(survives(engine, (kills + number) / COMPANIES));
    }
    let survived = companies.join_all().await;
    let sum = |of: fn(&Survived) -> i64| survived.iter().map(of).sum::<i64>();
    let (running, amid, orders) = (sum(|one| one.running), sum(|one| one.amid), sum(|one| one.orders));
    assert!(running > 0, "no batch ran when its process was killed: nothing was tried");
    println!(
        "kills: {kills} on {engine:?} while {BATCH} orders are posted, {running} of them while the batch ran, {amid} with \
         some posted and some not; {orders} orders, each posted once"
    );
}

/// How a company was killed: how often a batch ran at that moment, how often with some orders posted and some not, and
/// how many orders there are.
struct Survived {
    running: i64,
    amid: i64,
    orders: i64,
}

async fn survives(engine: Engine, kills: u32) -> Survived {
    let world = World::new(engine).await;
    let store = Store::with(world.home(), BATCH).await;
    world.connect(&store);
    import(&world);
    let random = Random::os();
    let mut survived = Survived { running: 0, amid: 0, orders: i64::from(BATCH) };
    for _ in 0..kills {
        if world.number(LEFT).await == 0 && world.number(POSTING).await == 0 {
            store.place(BATCH).await;
            import(&world);
            survived.orders += i64::from(BATCH);
        }
        if world.number(POSTING).await == 0 {
            assert_eq!(world.run(&POST).code, 0);
        }
        let (serving, _) = world.serve();
        until_it_has_begun_a_job(&world, &serving).await;
        Clock::system().sleep(Duration::from_millis(random.below(WITHIN))).await;
        survived.running += i64::from(world.number(&of("job_queue_run", &serving)).await > 0);
        serving.kill();
        whole_or_not_at_all(&world, survived.orders).await;
        let left = world.number(LEFT).await;
        survived.amid += i64::from(0 < left && left < i64::from(BATCH));
    }

    let (serving, _) = world.serve();
    let rest = world.run(&[&POST[..], &["--wait"]].concat());
    assert_eq!(rest.code, 0, "{rest:?}");
    assert_eq!(serving.stop(), 0);
    whole_or_not_at_all(&world, survived.orders).await;
    assert_eq!(world.number(POSTED).await, survived.orders);
    assert_eq!(world.number("SELECT COUNT(*) AS n FROM job_queue_run").await, 0);
    let books = world.run(&["doctor", "--ledger"]);
    assert_eq!(books.stdout.lines().filter(|line| line.ends_with(": agrees")).count(), LEDGER_CHECKS, "{books:?}");
    survived
}

/// Takes over what the store has, and makes sales orders of it.
fn import(world: &World) {
    for task in ["30104", "30103"] {
        let ended = world.run(&["task", "run", task, "--shop", "SHOP", "--wait"]);
        assert_eq!(ended.code, 0, "{ended:?}");
    }
}

async fn whole_or_not_at_all(world: &World, orders: i64) {
    let (left, posted) = (world.number(LEFT).await, world.number(POSTED).await);
    assert_eq!((left + posted, world.number(EACH_ONCE).await), (orders, orders));
    assert_eq!((world.number(SHIPPED).await, world.number(IN_PARTS).await), (posted, 0));
}
