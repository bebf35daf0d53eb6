//! The same orders asked for several times at once: each is imported once, whoever is refused and whoever waits.

use std::collections::BTreeSet;
use std::sync::Arc;

use connector::orders::SYNC_ORDERS;
use connector::{Connector, Started};
use database::{Db, Engine};
use job_queue::{Enqueued, Filters, Queue, Registry, Worker, WorkerOptions, entry};
use outbound::Http;
use rstest::rstest;
use runtime::Random;
use serde_json::json;
use shopify::webhook::Topic;

use crate::store::{self, line, order};
use crate::webhooks::{SECRET, Told};
use crate::world::{INSTALLATION, World, kari, migrations, vault};

const ORDERS: usize = 40;

/// When the foreground run is asked for.
#[derive(Clone, Copy, Debug)]
enum Asked {
    /// Before anyone works: the others wait for it.
    First,
    /// While others work: it is refused, or it comes in between.
    Meanwhile,
}

#[rstest]
#[tokio::test]
async fn forty_orders_are_imported_once_each_by_two_workers_a_foreground_run_and_doubled_webhooks(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(Asked::First, Asked::Meanwhile)] asked: Asked,
) {
    let world = World::with_secret(engine).await;
    world.set(&[("autoCreateOrders", "true")]).await;
    for _ in 0..ORDERS {
        store::place(&world.store, order(vec![line("1000", 1, "100.00"), line("2000", 2, "50.00")])).await;
    }
    let everything = world.sync(SYNC_ORDERS, Filters::new());
    let unpaid = world.sync(SYNC_ORDERS, Filters::new().with("OrdersToImport.fullyPaid", "false"));
    let start = async |sync| connector::sync(&world.connector, &world.queue, &kari(), sync).await;

    let (one, other) = tokio::join!(start(&everything), start(&unpaid));
    let entries = [one.unwrap(), other.unwrap()];
    assert!(entries.iter().all(|started| matches!(started, Started::Background(Enqueued::Enqueued(_)))));
    world.set(&[("allowBackgroundSyncs", "false")]).await;
    let second = second_process(&world).await;
    let mut workers = [worker(&world.queue, "one"), worker(&second, "two")];
    let [one, two] = &mut workers;
    let foreground = async {
        if matches!(asked, Asked::Meanwhile) {
            while world.staged().await.is_empty() {
                tokio::task::yield_now().await;
            }
        }
        match start(&everything).await {
            Ok(started) => assert!(matches!(started, Started::Foreground(_)), "{started:?}"),
            Err(busy) => assert!(busy.to_string().contains("Shopify Sync of Orders"), "{busy}"),
        }
    };
    if matches!(asked, Asked::First) {
        foreground.await;
        let (one, two, ()) = tokio::join!(one.work_until_idle(), two.work_until_idle(), tell_twice(&world));
        one.and(two).unwrap();
    } else {
        let all = (one.work_until_idle(), two.work_until_idle(), tell_twice(&world), foreground);
        let (one, two, (), ()) = tokio::join!(all.0, all.1, all.2, all.3);
        one.and(two).unwrap();
    }
    // What was told or asked for after both had nothing more to do.
    world.work().await;

    let staged: BTreeSet<i64> = world.staged().await.iter().map(|order| order.shopify_order_id).collect();
    assert_eq!((staged.len(), world.staged().await.len()), (ORDERS, ORDERS));
    let documents = world.sales_orders().await;
    let sources: BTreeSet<_> = documents.iter().filter_map(|document| document.source_id.clone()).collect();
    assert_eq!((sources.len(), documents.len()), (ORDERS, ORDERS));
    assert_eq!(world.skipped().await, []);
    let left = world.all::<entry::Entity>().await;
    assert!(left.is_empty(), "all was done: {left:?}");
    assert_eq!(world.all::<job_queue::run::Entity>().await.len(), 0);
    let logs = world.all::<job_queue::log::Entity>().await;
    assert!(logs.iter().all(|log| log.error_message.is_empty()), "{logs:?}");
    let made: u64 = logs.iter().filter_map(|log| log.summary()).map(|summary| summary.created).sum();
    assert_eq!(made, ORDERS as u64, "no run counts what another has made");
}

/// Every order is told of twice, at once.
async fn tell_twice(world: &World) {
    for at in 0..ORDERS {
        let id = format!("w{at}");
        let body = json!({ "id": at, "admin_graphql_api_id": format!("gid://shopify/Order/{at}") });
        let told = || Told { topic: Topic::OrdersCreate, id: &id, secret: SECRET, body: body.clone() };
        let (one, other) = tokio::join!(world.tell(told()), world.tell(told()));
        one.and(other).unwrap();
    }
}

fn worker(queue: &Queue, name: &str) -> Worker {
    Worker::new(queue.clone(), WorkerOptions { name: name.into(), ..WorkerOptions::default() })
}

/// The queue of another process on the same database; on SQLite, where one process runs jobs, of the same.
async fn second_process(world: &World) -> Queue {
    if world.test.db.engine() == Engine::Sqlite {
        return world.queue.clone();
    }
    let clock = world.connector.clock().clone();
    let db = Db::open(world.test.location.clone(), clock.clone(), migrations).await.unwrap();
    let (http, random) = (Http::in_process(world.store.router()), Random::seeded(9));
    let connector = Connector::new(db.clone(), vault(), http, clock.clone(), random.clone(), INSTALLATION);
    let registry = Arc::new(connector::register(Registry::new(), &connector));
    Queue::new(db, registry, clock, random)
}
