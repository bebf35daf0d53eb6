//! A worker that is stopped, as by a laptop that sleeps, and goes on after another has taken its job over.

use std::time::Duration;

use database::Engine;
use runtime::Clock;

use crate::store::Store;
use crate::world::World;

const ORDERS: u32 = 300;
const STAGED: &str = "SELECT COUNT(*) AS n FROM shopify_order";
const LOOK: Duration = Duration::from_millis(20);
/// Far longer than anything that is waited for takes.
const LOOKS: u32 = 3_000;

#[tokio::test]
async fn a_worker_that_goes_on_after_its_lease_changes_nothing_and_is_as_good_as_killed() {
    let world = World::new(Engine::Postgres).await;
    let store = Store::with(world.home(), ORDERS).await;
    world.connect(&store);
    // Slow enough that the first worker is stopped with pages before it.
    store.answer_after(400).await;
    let first = world.start(&["work", "--json"]);
    let asked = world.run(&["task", "run", "30104", "--shop", "SHOP", "--json"]).json();
    until(&world, STAGED, 1).await;
    first.signal("STOP");
    assert!(world.number(STAGED).await < i64::from(ORDERS), "it was too quick");

    store.answer_after(0).await;
    let second = world.start(&["work", "--json"]);
    let ended = format!(
        "SELECT COUNT(*) AS n FROM job_queue_log_entry WHERE worker LIKE '{}-%' AND end_date_time IS NOT NULL",
        second.pid()
    );
    until(&world, &ended, 1).await;
    assert_eq!(world.number(STAGED).await, i64::from(ORDERS));

    let before = everything(&world).await;
    assert!(before.len() > 20, "there are tables to compare");
    first.signal("CONT");
    // It stops when its job has ended, so whatever the job still did is done then.
    first.stop();
    for (now, then) in everything(&world).await.iter().zip(&before) {
        assert_eq!(now, then, "{} was changed", then.0);
    }
    assert_eq!(second.stop(), 0);
    let log = world.run(&["job-queue", "log", asked["id"].as_str().unwrap(), "--json"]).json();
    assert!(log.to_string().contains("\"Success\""), "{log}");
}

async fn until(world: &World, sql: &str, least: i64) {
    for _ in 0..LOOKS {
        if world.number(sql).await >= least {
            return;
        }
        Clock::system().sleep(LOOK).await;
    }
    panic!("it was not reached: {sql}");
}

/// Who works and who keeps house, and what was used of the budget: a worker that comes back says that it is there, and what
/// it had asked the store before it was stopped, which are no effects of its job.
const NO_EFFECTS: [&str; 3] = ["job_queue_worker", "job_queue_duty", "shopify_api_usage"];

/// Every row of every table but those, as text.
async fn everything(world: &World) -> Vec<(String, Vec<String>)> {
    let names = "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1";
    let mut tables = Vec::new();
    for name in world.rows(names).await {
        let name: String = name.try_get("", "name").unwrap();
        if NO_EFFECTS.contains(&name.as_str()) {
            continue;
        }
        let rows = world.rows(&format!("SELECT CAST(t AS text) AS line FROM \"{name}\" AS t ORDER BY 1")).await;
        let lines = rows.iter().map(|row| row.try_get("", "line").unwrap()).collect();
        tables.push((name, lines));
    }
    tables
}
