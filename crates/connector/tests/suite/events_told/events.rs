//! What is told: orders, documents, jobs and records, once what happened is committed.

use back_office::{posting, sales};
use connector::outbound_webhooks::{self, Change, Messenger, State as Told};
use database::Engine;
use job_queue::Filters;
use rstest::rstest;
use serde_json::{Value, json};

use super::{Receiver, deliveries, everything, subscribe};
use crate::store::{line, order, place};
use crate::world::{World, kari};

#[rstest]
#[tokio::test]
async fn an_order_is_told_from_staging_to_posting(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let receiver = Receiver::answering(204);
    let messenger = Messenger::new(world.connector.clone(), receiver.http());
    subscribe(&world, everything()).await;
    place(&world.store, order(vec![line("1000", 2, "125.00")])).await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    let document = world.sales_orders().await.remove(0);
    let cx = &sales::Context {
        now: world.connector.clock().now(),
        random: world.connector.random().clone(),
        user: "KARI".into(),
    };
    let (id, request) = (document.id, &posting::Request::SHIP_AND_INVOICE);
    let post = |tx| async move { posting::post(&tx, &posting::Setup::read(&tx).await?, id, request, cx).await };
    let posted = world.test.db.write(post).await.unwrap();

    assert_eq!(messenger.send_waiting().await.unwrap(), 3);
    let events = receiver.events();
    let types: Vec<&str> = events.iter().map(|(kind, _)| kind.as_str()).collect();
    let mut sorted = types.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, ["document.created", "document.posted", "order.staged"]);
    let data = |kind: &str| events.iter().find(|(of, _)| of == kind).unwrap().1.clone();
    let staged = world.staged().await.remove(0);
    let told = data("order.staged");
    assert_eq!((&told["id"], &told["isNew"]), (&json!(staged.id), &json!(true)));
    assert_eq!(told["shopifyOrderNumber"], staged.shopify_order_number.as_str());
    let told = data("document.created");
    assert_eq!((&told["number"], &told["entity"]), (&json!(document.number), &json!("salesOrders")));
    assert_eq!(told["shopifyOrderNumber"], staged.shopify_order_number.as_str());
    let told = data("document.posted");
    let (_, invoice) = posted.invoice.unwrap();
    assert_eq!((&told["invoice"]["number"], &told["creditMemo"]), (&json!(invoice), &Value::Null));
    assert_eq!((&told["completed"], &told["number"]), (&json!(true), &json!(document.number)));
    // What is delivered is not sent again.
    assert_eq!(messenger.send_waiting().await.unwrap(), 0);
    assert!(deliveries(&world).await.iter().all(|one| one.state == Told::Delivered && one.status_code == 204));
}

#[rstest]
#[tokio::test]
async fn a_job_that_fails_and_a_record_that_is_skipped_are_told_once_each(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let receiver = Receiver::answering(200);
    let messenger = Messenger::new(world.connector.clone(), receiver.http());
    let said = Change { order_staged: None, document_created: None, document_posted: None, ..everything() };
    subscribe(&world, said).await;
    place(&world.store, order(vec![line("UNKNOWN", 1, "10.00")])).await;
    world.sync_orders().await;
    // It stays skipped, for the same cause: that is no news.
    world.create_sales_orders().await;
    let new = job_queue::NewEntry {
        filters: Filters::new().with("Shop.code", "NOWHERE"),
        user: "KARI".into(),
        ..job_queue::NewEntry::now(connector::orders::SYNC_ORDERS)
    };
    let (queue, new) = (&world.queue, &new);
    world.test.db.write(|tx| async move { queue.enqueue(&tx, new).await }).await.unwrap();
    world.work().await;
    messenger.send_waiting().await.unwrap();
    let mut events = receiver.events();
    events.sort_by(|one, other| one.0.cmp(&other.0));
    let types: Vec<&str> = events.iter().map(|(kind, _)| kind.as_str()).collect();
    assert_eq!(types, ["job.failed", "record.skipped"]);
    assert_eq!(events[0].1["objectIdToRun"], 30104);
    assert!(events[0].1["errorMessage"].as_str().is_some_and(|message| !message.is_empty()), "{}", events[0].1);
    assert!(events[1].1["cause"].as_str().unwrap().contains("UNKNOWN"), "{}", events[1].1);
}

#[rstest]
#[tokio::test]
async fn what_is_not_committed_is_not_told(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let kept = subscribe(&world, everything()).await;
    let (connector, by, webhook) = (&world.connector, &kari(), &kept.webhook);
    let broken = |tx| async move {
        outbound_webhooks::test(connector, &tx, by, webhook).await?;
        Err::<(), _>(connector::Error::NoSecret)
    };
    world.test.db.write(broken).await.unwrap_err();
    assert!(deliveries(&world).await.is_empty());
}
