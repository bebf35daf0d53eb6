//! What becomes of a webhook: one job however often it comes, and none that the store did not sign.

use chrono::TimeDelta;
use connector::bulk::while_told;
use connector::orders::SYNC_ORDERS;
use connector::shops;
use connector::webhooks::{self, Receipt, Refused, State, give_secret, receive};
use database::Engine;
use database::testing::start;
use devstore::{DEFAULT_DOMAIN, Limits};
use job_queue::entry;
use rstest::rstest;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};
use shopify::bulk::{self, BulkQuery, Finish, Outcome};
use shopify::webhook::{Delivery, Topic, signature};

use crate::store::{self, line, order};
use crate::world::{World, kari};

pub const SECRET: &str = "hush";

/// What a store tells.
pub struct Told<'a> {
    pub topic: Topic,
    pub id: &'a str,
    pub secret: &'a str,
    pub body: Value,
}

fn order_placed(id: &str) -> Told<'_> {
    let body = json!({ "id": 1, "admin_graphql_api_id": "gid://shopify/Order/1" });
    Told { topic: Topic::OrdersCreate, id, secret: SECRET, body }
}

impl World {
    pub async fn with_secret(engine: Engine) -> Self {
        let world = Self::new(engine).await;
        give_secret(&world.connector, &kari(), crate::world::SHOP, &SECRET.into()).await.unwrap();
        world
    }

    pub async fn tell(&self, told: Told<'_>) -> Result<Receipt, Refused> {
        let delivery = Delivery {
            topic: told.topic,
            shop: shopify::Domain::parse(DEFAULT_DOMAIN).unwrap(),
            webhook_id: told.id.into(),
            event_id: "e".into(),
            api_version: "2026-10".into(),
            triggered_at: Some(start()),
        };
        let body = told.body.to_string();
        let signature = signature(&told.secret.into(), body.as_bytes());
        receive(&self.connector, &self.queue, &delivery, &signature, body.as_bytes()).await
    }

    async fn received(&self) -> Vec<webhooks::Model> {
        let all = webhooks::Entity::find().order_by_asc(webhooks::Column::WebhookId);
        self.test.db.read(|r| async move { database::Result::<_>::Ok(all.all(&r).await?) }).await.unwrap()
    }

    async fn entries(&self) -> Vec<entry::Model> {
        let all = entry::Entity::find();
        self.test.db.read(|r| async move { database::Result::<_>::Ok(all.all(&r).await?) }).await.unwrap()
    }
}

#[rstest]
#[tokio::test]
async fn an_order_that_the_store_tells_of_is_staged_and_the_webhook_is_done(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_secret(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    assert!(matches!(world.tell(order_placed("w1")).await.unwrap(), Receipt::Stored(_)));
    let entries = world.entries().await;
    let [entry] = entries.as_slice() else { panic!("{entries:?}") };
    assert_eq!(
        (entry.object_id_to_run, entry.scope.as_str(), entry.user_id.as_str()),
        (SYNC_ORDERS, "DEMO", "KOBLING")
    );
    let waiting = &world.received().await[0];
    assert_eq!((waiting.state, waiting.job_queue_entry_id), (State::Waiting, entry.id));
    assert_eq!((waiting.topic.clone(), waiting.subject.as_str()), (Topic::OrdersCreate, "gid://shopify/Order/1"));
    world.advance(1);
    world.work().await;
    assert_eq!(world.staged().await.len(), 1);
    let done = &world.received().await[0];
    assert_eq!((done.state, done.settled_at), (State::Done, Some(start() + TimeDelta::minutes(1))));
}

#[rstest]
#[tokio::test]
async fn what_the_app_has_not_signed_is_not_stored(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_secret(engine).await;
    let forged = Told { secret: "guessed", ..order_placed("w1") };
    assert!(matches!(world.tell(forged).await, Err(Refused::Signature(_))));
    let unreadable = Told { body: json!([1]), ..order_placed("w2") };
    assert!(matches!(world.tell(unreadable).await, Err(Refused::Body(_))));
    assert_eq!((world.received().await.len(), world.entries().await.len()), (0, 0));
}

#[rstest]
#[tokio::test]
async fn a_store_without_a_card_and_one_without_a_secret_tell_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    assert!(matches!(world.tell(order_placed("w1")).await, Err(Refused::Signature(_))));
    let delivery = Delivery {
        topic: Topic::OrdersCreate,
        shop: shopify::Domain::parse("other.myshopify.com").unwrap(),
        webhook_id: "w1".into(),
        event_id: String::new(),
        api_version: String::new(),
        triggered_at: None,
    };
    let signed = signature(&SECRET.into(), b"{}");
    let told = receive(&world.connector, &world.queue, &delivery, &signed, b"{}").await;
    assert!(matches!(told, Err(Refused::UnknownStore(_))), "{told:?}");
}

#[rstest]
#[tokio::test]
async fn a_replaced_secret_is_good_for_an_hour(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_secret(engine).await;
    give_secret(&world.connector, &kari(), crate::world::SHOP, &"new".into()).await.unwrap();
    world.tell(Told { secret: "new", ..order_placed("w1") }).await.unwrap();
    world.advance(60);
    world.tell(order_placed("w2")).await.unwrap();
    world.clock.advance(std::time::Duration::from_secs(1));
    assert!(matches!(world.tell(order_placed("w3")).await, Err(Refused::Signature(_))));
    world.tell(Told { secret: "new", ..order_placed("w4") }).await.unwrap();
    let blank = give_secret(&world.connector, &kari(), crate::world::SHOP, &" ".into()).await.unwrap_err().to_string();
    assert!(blank.contains("API secret key"), "{blank}");
}

#[rstest]
#[tokio::test]
async fn the_same_webhook_twice_at_once_has_one_effect(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_secret(engine).await;
    let (one, two) = tokio::join!(world.tell(order_placed("w1")), world.tell(order_placed("w1")));
    let mut receipts = [one.unwrap(), two.unwrap()];
    receipts.sort_by_key(|receipt| *receipt == Receipt::Duplicate);
    assert!(matches!(receipts, [Receipt::Stored(_), Receipt::Duplicate]), "{receipts:?}");
    world.work().await;
    assert_eq!((world.received().await.len(), world.runs().await.len()), (1, 1));
    assert_eq!(world.tell(order_placed("w1")).await.unwrap(), Receipt::Duplicate, "also when its job has run");
    assert_eq!(world.entries().await.len(), 0);
}

#[rstest]
#[tokio::test]
async fn a_thousand_webhooks_make_one_entry(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_secret(engine).await;
    let topics = [Topic::OrdersUpdated, Topic::OrdersEdited, Topic::OrdersCancelled, Topic::OrdersPaid];
    let ids: Vec<String> = (0..1_000).map(|id| format!("w{id}")).collect();
    for batch in ids.chunks(50) {
        let told = batch
            .iter()
            .enumerate()
            .map(|(place, id)| world.tell(Told { topic: topics[place % topics.len()].clone(), ..order_placed(id) }));
        for receipt in futures::future::join_all(told).await {
            assert!(matches!(receipt.unwrap(), Receipt::Stored(_)));
        }
    }
    assert_eq!(world.entries().await.len(), 1);
    world.work().await;
    let received = world.received().await;
    assert_eq!((received.len(), world.runs().await.len()), (1_000, 1));
    assert!(received.iter().all(|webhook| webhook.state == State::Done));
}

#[rstest]
#[tokio::test]
async fn a_run_that_goes_on_does_not_keep_a_new_entry_from_being_made(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_secret(engine).await;
    let handle = world.store.handle();
    handle.set_limits(devstore::Limits { latency_ms: 1_000, ..handle.limits() }).unwrap();
    world.tell(order_placed("w1")).await.unwrap();
    let meanwhile = async {
        while world.entries().await[0].status != entry::Status::InProcess {
            tokio::task::yield_now().await;
        }
        world.tell(order_placed("w2")).await.unwrap();
        world.tell(order_placed("w3")).await.unwrap();
        let entries = world.entries().await;
        let waiting = entries.iter().filter(|entry| entry.status == entry::Status::Ready).count();
        handle.set_limits(devstore::Limits { latency_ms: 0, ..handle.limits() }).unwrap();
        world.clock.advance(std::time::Duration::from_secs(1));
        (entries.len(), waiting)
    };
    let (made, ()) = tokio::join!(meanwhile, world.work());
    assert_eq!(made, (2, 1));
    assert_eq!(world.runs().await.len(), 2);
}

#[rstest]
#[tokio::test]
async fn webhooks_in_another_order_lead_to_the_same_orders(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_secret(engine).await;
    let id = store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    store::pay(&world.store, &id).await;
    world.tell(Told { topic: Topic::OrdersPaid, ..order_placed("w2") }).await.unwrap();
    world.work().await;
    let before = world.staged().await;
    world.tell(order_placed("w1")).await.unwrap();
    world.work().await;
    assert_eq!((world.staged().await, before.len()), (before, 1));
}

#[rstest]
#[tokio::test]
async fn a_lost_webhook_is_made_good_by_the_next_run(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_secret(engine).await;
    world.tell(order_placed("w1")).await.unwrap();
    world.work().await;
    world.advance(5);
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.work().await;
    assert_eq!(world.staged().await.len(), 0, "nobody has told of it");
    world.advance(5);
    world.sync_orders().await;
    assert_eq!(world.staged().await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn a_disabled_shop_ignores_what_its_store_tells_and_other_topics_are_ignored(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_secret(engine).await;
    world.tell(Told { topic: Topic::Other("carts/create".into()), ..order_placed("w0") }).await.unwrap();
    shops::disable(&world.connector, &kari(), crate::world::SHOP).await.unwrap();
    world.tell(order_placed("w1")).await.unwrap();
    let received = world.received().await;
    assert_eq!((received[0].state, received[1].state), (State::Ignored, State::Ignored));
    assert_eq!(received[0].reason, "Nothing is done for this topic.");
    assert_eq!(received[1].reason, "No shop of this store is enabled.");
    assert_eq!(world.entries().await.len(), 0);
}

#[rstest]
#[tokio::test]
async fn each_enabled_card_of_a_store_gets_its_entry(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_secret(engine).await;
    world.add_shop("POS").await;
    world.tell(order_placed("w1")).await.unwrap();
    let mut scopes: Vec<_> = world.entries().await.into_iter().map(|entry| entry.scope).collect();
    scopes.sort();
    assert_eq!(scopes, ["DEMO", "POS"]);
}

#[rstest]
#[tokio::test]
async fn a_card_without_auto_sync_orders_leaves_what_its_store_tells_to_the_others(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_secret(engine).await;
    world.add_shop("POS").await;
    world.set(&[("orderCreatedWebhooks", "false")]).await;
    world.tell(order_placed("w1")).await.unwrap();
    let scopes: Vec<_> = world.entries().await.into_iter().map(|entry| entry.scope).collect();
    assert_eq!(scopes, ["POS"]);
    shops::disable(&world.connector, &kari(), "POS").await.unwrap();
    world.tell(order_placed("w2")).await.unwrap();
    let told = world.received().await.remove(1);
    assert_eq!(
        (told.state, told.reason.as_str()),
        (State::Ignored, "No enabled shop of this store has Auto Sync Orders on.")
    );
}

#[rstest]
#[tokio::test]
async fn a_shop_without_its_app_holds_its_jobs_unless_it_was_connected_since(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_secret(engine).await;
    world.tell(order_placed("w1")).await.unwrap();
    world.advance(10);
    let removed = |id| Told { topic: Topic::AppUninstalled, ..order_placed(id) };
    world.tell(removed("w2")).await.unwrap();
    let received = world.received().await;
    assert_eq!(received[1].state, State::Done);
    assert!(received[1].reason.ends_with("Its jobs are on hold: DEMO."), "{}", received[1].reason);
    assert_eq!(world.entries().await[0].status, entry::Status::OnHold);
    let refused = world.connector_refuses().await;
    assert!(refused, "nothing can be started for it");
    shops::connect(&world.connector, &kari(), crate::world::SHOP, devstore::DEFAULT_TOKEN.into(), None).await.unwrap();
    shops::enable(&world.connector, &kari(), crate::world::SHOP).await.unwrap();
    world.tell(removed("w3")).await.unwrap();
    assert_eq!(world.received().await[2].state, State::Ignored);
    assert!(world.shop().await.enabled);
}

impl World {
    async fn connector_refuses(&self) -> bool {
        let sync = self.sync(SYNC_ORDERS, job_queue::Filters::new());
        connector::sync(&self.connector, &self.queue, &kari(), &sync).await.is_err()
    }
}

#[rstest]
#[tokio::test]
async fn received_webhooks_are_forgotten_after_a_month(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_secret(engine).await;
    world.tell(order_placed("w1")).await.unwrap();
    world.advance(60 * 24 * 30);
    world.tell(order_placed("w2")).await.unwrap();
    assert_eq!(webhooks::forget(&world.connector).await.unwrap(), 0);
    world.advance(1);
    assert_eq!(webhooks::forget(&world.connector).await.unwrap(), 1);
    assert_eq!(world.received().await[0].webhook_id, "w2");
}

#[rstest]
#[tokio::test]
async fn whoever_waits_for_a_bulk_operation_looks_when_another_process_is_told_of_its_end(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_secret(engine).await;
    let slow = Limits { bulk_start_ms: 100_000, ..Limits::default() };
    world.store.handle().set_limits(slow).unwrap();
    let (client, finish) = (world.connector.client(&world.shop().await).await.unwrap(), Finish::default());
    let began = world.connector.clock().now();
    let query = BulkQuery::text("{ orders { edges { node { id } } } }");
    let running = bulk::query(&client, &query, &finish);
    let running = while_told(&world.test.db, DEFAULT_DOMAIN, &finish, running);
    tokio::pin!(running);
    // It has looked seven times by then, and would look again after thirty seconds.
    assert!(world.while_time_passes(&mut running, Some(2_005)).await.is_none());
    let ended = Told { topic: Topic::BulkOperationsFinish, id: "w", secret: SECRET, body: json!({}) };
    assert!(world.tell(ended).await.is_ok());
    let outcome = world.while_time_passes(running, Some(40)).await.expect("it has looked at once");
    assert!(matches!(outcome.unwrap(), Outcome::Whole(_)));
    let took = (world.connector.clock().now() - began).num_milliseconds();
    assert!((100_000..103_000).contains(&took), "{took}");
}
