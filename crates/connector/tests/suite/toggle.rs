use connector::orders::SYNC_ORDERS;
use connector::{Started, Sync};
use database::Engine;
use job_queue::{Enqueued, Filters, Worker, WorkerOptions, entry};
use rstest::rstest;
use sea_orm::EntityTrait;

use crate::store::{self, line, order};
use crate::world::{World, kari};

async fn entries(world: &World) -> Vec<entry::Model> {
    let query = entry::Entity::find();
    world.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
}

#[rstest]
#[tokio::test]
async fn with_the_toggle_on_a_sync_becomes_one_entry_that_waits(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let sync = world.sync(SYNC_ORDERS, Filters::new());
    let start = async |sync: &Sync| connector::sync(&world.connector, &world.queue, &kari(), sync).await.unwrap();
    let first = start(&sync).await;
    assert!(matches!(first, Started::Background(Enqueued::Enqueued(_))));
    assert_eq!(start(&sync).await, Started::Background(Enqueued::AlreadyQueued(first.id())));
    let chosen = Sync { options: serde_json::json!({}), ..sync.clone() };
    assert_eq!(start(&chosen).await.id(), first.id(), "nothing was chosen on its page");
    let other = world.sync(SYNC_ORDERS, Filters::new().with("OrdersToImport.fullyPaid", "true"));
    assert_ne!(start(&other).await.id(), first.id());
    let entries = entries(&world).await;
    let made = entries.iter().find(|entry| entry.id == first.id()).unwrap();
    assert_eq!(made.description, "Shopify Sync of Orders for shop(s) DEMO");
    assert_eq!((made.scope.as_str(), made.job_queue_category_code.as_str()), ("DEMO", "SHPFY"));
    assert_eq!(made.max_attempts, 3);
}

#[rstest]
#[tokio::test]
async fn with_the_toggle_off_a_sync_runs_in_the_foreground(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.set(&[("allowBackgroundSyncs", "false")]).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    let mut worker = Worker::new(world.queue.clone(), WorkerOptions { name: "w".into(), ..Default::default() });
    let sync = world.sync(SYNC_ORDERS, Filters::new());
    let started = connector::sync(&world.connector, &world.queue, &kari(), &sync).await.unwrap();
    assert!(matches!(started, Started::Foreground(_)));
    let busy = connector::sync(&world.connector, &world.queue, &kari(), &sync).await.unwrap_err().to_string();
    assert!(busy.contains("Shopify Sync of Orders for shop(s) DEMO"), "{busy}");
    worker.work_until_idle().await.unwrap();
    assert_eq!(world.staged().await.len(), 1);
}
