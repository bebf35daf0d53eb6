//! Outbound webhooks: what happens is told once it is committed, signed, and again until it is taken.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use back_office::{posting, sales};
use connector::outbound_webhooks::{
    self, Change, Delivery, DeliveryColumn, DeliveryModel, Entity, Messenger, Model, Secret, State as Told,
};
use database::Engine;
use job_queue::Filters;
use outbound::{Http, WebhookSecret};
use rstest::rstest;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder, Set};
use serde_json::{Value, json};

use crate::store::{line, order, place};
use crate::world::{World, kari};

/// What was sent: the head and the body.
type Sent = (HeaderMap, String);

/// The other side: what it was sent, and what it answers.
#[derive(Clone, Default)]
struct Receiver(Arc<Mutex<(Vec<Sent>, u16)>>);

impl Receiver {
    fn answering(status: u16) -> Self {
        let receiver = Self::default();
        receiver.answers(status);
        receiver
    }

    fn answers(&self, status: u16) {
        self.0.lock().unwrap().1 = status;
    }

    fn http(&self) -> Http {
        let take = |State(receiver): State<Self>, headers: HeaderMap, body: Bytes| async move {
            let mut taken = receiver.0.lock().unwrap();
            taken.0.push((headers, String::from_utf8(body.to_vec()).unwrap()));
            (StatusCode::from_u16(taken.1).unwrap(), "so it is")
        };
        Http::in_process(Router::new().route("/hook", post(take)).with_state(self.clone()))
    }

    fn taken(&self) -> Vec<(HeaderMap, String)> {
        self.0.lock().unwrap().0.clone()
    }

    /// What was sent, in order: type and data.
    fn events(&self) -> Vec<(String, Value)> {
        let read = |(_, body): &(HeaderMap, String)| {
            let event: Value = serde_json::from_str(body).unwrap();
            (event["type"].as_str().unwrap().to_owned(), event["data"].clone())
        };
        self.taken().iter().map(read).collect()
    }
}

/// A webhook that is told of everything.
fn everything() -> Change {
    Change {
        description: Some("ERP".into()),
        url: Some("https://erp.example/hook".into()),
        order_staged: Some(true),
        document_created: Some(true),
        document_posted: Some(true),
        job_failed: Some(true),
        record_skipped: Some(true),
        ..Change::default()
    }
}

async fn subscribe(world: &World, said: Change) -> outbound_webhooks::Kept {
    let (connector, by, said) = (&world.connector, &kari(), &said);
    let write = |tx| async move { outbound_webhooks::make(connector, &tx, by, said).await };
    world.test.db.write(write).await.unwrap()
}

async fn deliveries(world: &World) -> Vec<DeliveryModel> {
    let query = Delivery::find().order_by_asc(DeliveryColumn::EntryNumber);
    world.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
}

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

#[rstest]
#[tokio::test]
async fn what_is_not_taken_is_sent_again_later_and_given_up_in_the_end(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let receiver = Receiver::answering(500);
    let messenger = Messenger::new(world.connector.clone(), receiver.http());
    let kept = subscribe(&world, everything()).await;
    let (connector, by, webhook) = (&world.connector, &kari(), &kept.webhook);
    let test = |tx| async move { outbound_webhooks::test(connector, &tx, by, webhook).await };
    world.test.db.write(test).await.unwrap();

    assert_eq!(messenger.send_waiting().await.unwrap(), 0);
    let first = deliveries(&world).await.remove(0);
    assert_eq!((first.state, first.attempts, first.status_code), (Told::Waiting, 1, 500));
    assert!(first.error_message.contains("status 500: so it is"), "{}", first.error_message);
    // Not at once.
    messenger.send_waiting().await.unwrap();
    assert_eq!(receiver.taken().len(), 1);
    let mut waits = Vec::new();
    loop {
        let one = deliveries(&world).await.remove(0);
        let Some(next) = one.next_attempt_at else { break };
        let wait = (next - world.connector.clock().now()).to_std().unwrap();
        waits.push(wait);
        world.clock.advance(wait);
        messenger.send_waiting().await.unwrap();
    }
    assert!(waits.is_sorted() && waits.iter().sum::<Duration>() > Duration::from_secs(24 * 60 * 60), "{waits:?}");
    let dead = deliveries(&world).await.remove(0);
    assert_eq!((dead.state, dead.attempts), (Told::Failed, 10));
    // It is the same event each time, signed anew.
    let taken = receiver.taken();
    let header = |at: usize, name: &str| taken[at].0[name].to_str().unwrap().to_owned();
    assert_eq!((header(0, "webhook-id"), &taken[0].1), (header(9, "webhook-id"), &taken[9].1));
    assert_ne!(header(0, "webhook-signature"), header(9, "webhook-signature"));

    // A person has it sent again, once the other side works; not to a webhook that is off.
    receiver.answers(200);
    let again = |tx| {
        let dead = dead.clone();
        async move { outbound_webhooks::resend(connector, &tx, by, &dead).await }
    };
    for (enabled, before) in [(false, webhook.clone()), (true, Model { enabled: false, ..webhook.clone() })] {
        let (said, before) = (&Change { enabled: Some(enabled), ..Change::default() }, &before);
        let turn = |tx| async move { outbound_webhooks::change(connector, &tx, by, before, said).await };
        world.test.db.write(turn).await.unwrap();
        let refused = world.test.db.write(again).await.err().map(|error| error.to_string());
        assert_eq!(refused.is_some_and(|error| error.contains("not enabled")), !enabled);
    }
    assert_eq!(messenger.send_waiting().await.unwrap(), 1);
    let sent = deliveries(&world).await.remove(0);
    assert_eq!((sent.state, sent.error_message.as_str()), (Told::Delivered, ""));
    let done = |tx| {
        let sent = sent.clone();
        async move { outbound_webhooks::resend(connector, &tx, by, &sent).await }
    };
    assert!(world.test.db.write(done).await.unwrap_err().to_string().contains("has taken this event"));
}

#[rstest]
#[tokio::test]
async fn one_who_is_gone_or_whose_secret_is_lost_holds_up_nobody(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let receiver = Receiver::answering(200);
    let messenger = Messenger::new(world.connector.clone(), receiver.http());
    let gone = subscribe(&world, Change { url: Some("https://erp.example/gone".into()), ..everything() }).await;
    let lost = subscribe(&world, everything()).await;
    let there = subscribe(&world, everything()).await;
    let lost_id = lost.webhook.id;
    let spoil = |tx: database::Tx| async move {
        let mut secret = Secret::find_by_id(lost_id).one(&tx).await?.unwrap().into_active_model();
        secret.sealed_secret = Set("spoiled".into());
        secret.update(&tx).await?;
        database::Result::<_>::Ok(())
    };
    let (connector, by) = (&world.connector, &kari());
    world.test.db.write(spoil).await.unwrap();
    for webhook in std::iter::repeat_n(&gone.webhook, 10).chain([&lost.webhook, &there.webhook]) {
        let test = |tx| async move { outbound_webhooks::test(connector, &tx, by, webhook).await };
        world.test.db.write(test).await.unwrap();
    }
    assert_eq!(messenger.send_waiting().await.unwrap(), 1);
    assert_eq!(receiver.taken().len(), 1);
    let deliveries = deliveries(&world).await;
    let is_tried = |one: &&DeliveryModel, of: &Model| one.outbound_webhook_id == of.id && one.attempts == 1;
    let tried = |of: &Model| deliveries.iter().filter(|one| is_tried(one, of)).count();
    // Of what waits for the one who is gone, the rest waits for the next time.
    assert_eq!((tried(&gone.webhook), tried(&lost.webhook), tried(&there.webhook)), (8, 1, 1));
    let unsigned = deliveries.iter().find(|one| one.outbound_webhook_id == lost_id).unwrap();
    assert!(unsigned.error_message.contains("renew it"), "{}", unsigned.error_message);
}

#[rstest]
#[tokio::test]
async fn an_event_is_signed_with_the_secret_that_was_shown_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let receiver = Receiver::answering(200);
    let messenger = Messenger::new(world.connector.clone(), receiver.http());
    let kept = subscribe(&world, everything()).await;
    let (connector, by, webhook) = (&world.connector, &kari(), &kept.webhook);
    let test = |tx| async move { outbound_webhooks::test(connector, &tx, by, webhook).await };
    world.test.db.write(test).await.unwrap();
    messenger.send_waiting().await.unwrap();
    let is_signed = |secret: &WebhookSecret, (headers, body): &(HeaderMap, String)| {
        let header = |name: &str| headers[name].to_str().unwrap();
        let at = header("webhook-timestamp").parse().unwrap();
        secret.sign(header("webhook-id"), at, body).unwrap() == header("webhook-signature")
    };
    assert!(is_signed(&kept.secret, &receiver.taken()[0]));
    assert!(kept.secret.expose().starts_with("whsec_"));

    let renew = |tx| async move { outbound_webhooks::renew_secret(connector, &tx, by, webhook).await };
    let renewed = world.test.db.write(renew).await.unwrap();
    world.test.db.write(test).await.unwrap();
    messenger.send_waiting().await.unwrap();
    let second = receiver.taken().remove(1);
    assert!(is_signed(&renewed, &second) && !is_signed(&kept.secret, &second));

    // A change of the vault's key leaves it as it is.
    world
        .test
        .db
        .write(|tx| async move { connector::shops::credential::seal_anew(connector, &tx).await })
        .await
        .unwrap();
    world.test.db.write(test).await.unwrap();
    messenger.send_waiting().await.unwrap();
    assert!(is_signed(&renewed, &receiver.taken()[2]));
}

#[rstest]
#[tokio::test]
async fn who_is_turned_off_is_told_nothing_and_a_wrong_address_is_refused(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let kept = subscribe(&world, everything()).await;
    world.test.db.write(|tx| async move { outbound_webhooks::turn_all_off(&tx).await }).await.unwrap();
    place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.sync_orders().await;
    assert!(deliveries(&world).await.is_empty());
    assert!(!world.all::<Entity>().await[0].enabled);

    let (connector, by, webhook) = (&world.connector, &kari(), &kept.webhook);
    for (url, why) in [
        ("http://erp.example", "https://"),
        ("https://192.168.0.1/hook", "private network"),
        ("http://127.0.0.1:1", "this machine"),
        ("", "no address"),
    ] {
        let said = Change { url: Some(url.into()), ..Change::default() };
        let said = &said;
        let write = |tx| async move { outbound_webhooks::change(connector, &tx, by, webhook, said).await };
        let error = world.test.db.write(write).await.unwrap_err().to_string();
        assert!(error.contains(why), "{url}: {error}");
    }
    let nothing = Change {
        order_staged: Some(false),
        document_created: Some(false),
        document_posted: Some(false),
        job_failed: Some(false),
        record_skipped: Some(false),
        ..Change::default()
    };
    let nothing = &nothing;
    let write = |tx| async move { outbound_webhooks::change(connector, &tx, by, webhook, nothing).await };
    assert!(world.test.db.write(write).await.unwrap_err().to_string().contains("at least one event"));
}
