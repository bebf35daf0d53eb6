//! The subscriptions in a store are what this server needs, and never those of others; and what they bring.

use std::sync::Arc;

use connector::shops::Connection;
use connector::webhooks::subscription::{self, Compared, Status, register, register_all};
use connector::webhooks::{self, Refused, State, give_secret, receive};
use connector::{Connector, shops};
use database::Engine;
use devstore::{Announcement, DEFAULT_CLIENT_SECRET, DEFAULT_DOMAIN, Fault, FaultKind, Outgoing, WebhookFaults};
use futures::FutureExt;
use outbound::Http;
use rstest::rstest;
use runtime::Random;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};
use shopify::webhook::{Delivery, SIGNATURE};

use crate::store::{self, line, order};
use crate::world::{INSTALLATION, SHOP, World, kari, vault};

const PUBLIC: &str = "https://kobling.example";
const HERE: &str = "https://kobling.example/webhooks/shopify";

impl World {
    /// A server that stores can reach, and the secret that the devstore signs with.
    async fn reachable(engine: Engine) -> Self {
        let world = Self::new(engine).await;
        world.connector.serve_at(PUBLIC);
        give_secret(&world.connector, &kari(), SHOP, &DEFAULT_CLIENT_SECRET.into()).await.unwrap();
        let (connector, queue) = (world.connector.clone(), world.queue.clone());
        world.store.handle().deliver_with(Arc::new(move |sent: Outgoing| {
            let (connector, queue) = (connector.clone(), queue.clone());
            async move {
                let delivery = Delivery::read(|name| sent.header(name)).map_err(|error| error.to_string())?;
                let signature = sent.header(SIGNATURE).unwrap_or_default();
                match receive(&connector, &queue, &delivery, signature, sent.body.as_bytes()).await {
                    Ok(_) => Ok(200),
                    Err(Refused::Signature(_)) => Ok(401),
                    Err(error) => Err(error.to_string()),
                }
            }
            .boxed()
        }));
        world
    }

    /// The same program with another public address.
    fn connector_at(&self, public_url: &str) -> Connector {
        let (db, http) = (self.test.db.clone(), Http::in_process(self.store.router()));
        let (clock, random) = (self.connector.clock().clone(), Random::seeded(10));
        let connector = Connector::new(db, vault(), http, clock, random, INSTALLATION);
        connector.serve_at(public_url);
        connector
    }

    async fn kept(&self) -> Vec<subscription::Model> {
        let all = subscription::Entity::find().order_by_asc(subscription::Column::Topic);
        self.test.db.read(|r| async move { database::Result::<_>::Ok(all.all(&r).await?) }).await.unwrap()
    }

    async fn told(&self) -> Vec<webhooks::Model> {
        let all = webhooks::Entity::find().order_by_asc(webhooks::Column::ReceivedAt);
        self.test.db.read(|r| async move { database::Result::<_>::Ok(all.all(&r).await?) }).await.unwrap()
    }

    /// The topics and addresses of the subscriptions in the store, in order.
    async fn subscribed(&self) -> Vec<(String, String)> {
        let document = "{ webhookSubscriptions(first: 100) { nodes { topic uri } } }";
        let data = store::graphql(&self.store, document, json!({})).await;
        let nodes = data["webhookSubscriptions"]["nodes"].as_array().unwrap().clone();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let mut all: Vec<_> = nodes.iter().map(|node| (text(&node["topic"]), text(&node["uri"]))).collect();
        all.sort();
        all
    }

    async fn subscribe(&self, topic: &str, uri: &str) -> String {
        let document = "mutation($topic: WebhookSubscriptionTopic!, $uri: String!) {
            webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri }) {
                webhookSubscription { id } userErrors { message } } }";
        let data = store::graphql(&self.store, document, json!({ "topic": topic, "uri": uri })).await;
        data["webhookSubscriptionCreate"]["webhookSubscription"]["id"].as_str().unwrap().to_owned()
    }

    async fn unsubscribe(&self, id: &str) {
        let document = "mutation($id: ID!) { webhookSubscriptionDelete(id: $id) { userErrors { message } } }";
        store::graphql(&self.store, document, json!({ "id": id })).await;
    }
}

#[rstest]
#[tokio::test]
async fn an_order_in_the_store_is_staged_without_anybody_asking(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::reachable(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    assert!(world.store.handle().deliver_due().await > 0);
    let attempts = world.store.handle().webhook_attempts();
    assert!(attempts.iter().all(|attempt| attempt.status == Some(200)), "{attempts:?}");
    world.advance(1);
    world.work().await;
    assert_eq!((world.staged().await.len(), world.runs().await.len()), (1, 1));
    assert!(world.told().await.iter().all(|webhook| webhook.state == State::Done));
    let created = world.kept().await.into_iter().find(|one| one.topic.caption() == "orders/create").unwrap();
    assert!(created.last_delivery_at.is_some() && created.registered_at.is_some());
}

#[rstest]
#[tokio::test]
async fn webhooks_that_come_twice_late_or_in_another_order_lead_to_the_same_orders(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::reachable(engine).await;
    let faults = WebhookFaults { duplicated: 1.0, reordered: 0.5, ..WebhookFaults::default() };
    world.store.handle().set_webhook_faults(faults, 3).unwrap();
    for _ in 0..3 {
        let id = store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
        store::pay(&world.store, &id).await;
    }
    while world.store.handle().waiting_deliveries() > 0 {
        world.store.handle().deliver_due().await;
        world.work().await;
        world.clock.advance(std::time::Duration::from_secs(10));
    }
    let staged = world.staged().await;
    assert_eq!((staged.len(), staged.iter().filter(|order| order.fully_paid).count()), (3, 3));
    let told = world.told().await;
    let mut ids: Vec<_> = told.iter().map(|webhook| &webhook.webhook_id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), told.len());
    assert!(world.store.handle().webhook_attempts().len() >= 2 * told.len());
}

#[rstest]
#[tokio::test]
async fn a_webhook_that_gets_lost_is_made_good_by_the_next_run(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::reachable(engine).await;
    world.store.handle().set_webhook_faults(WebhookFaults { lost: 1.0, ..WebhookFaults::default() }, 1).unwrap();
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    assert_eq!(world.store.handle().deliver_due().await, 0);
    world.work().await;
    assert_eq!(world.staged().await.len(), 0);
    world.sync_orders().await;
    assert_eq!(world.staged().await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn each_topic_is_registered_once_and_looking_again_changes_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::reachable(engine).await;
    let before = world.subscribed().await;
    assert_eq!(before.len(), 8);
    assert!(before.iter().all(|(_, uri)| uri == HERE));
    assert!(world.kept().await.iter().all(|one| one.status == Status::Registered && one.address == HERE));
    world.forget_calls();
    register(&world.connector, DEFAULT_DOMAIN).await.unwrap();
    assert_eq!((world.subscribed().await, world.calls().0), (before, 2), "one call to look, one of this test");
}

#[rstest]
#[tokio::test]
async fn what_was_deleted_is_made_again_and_what_others_made_stays(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::reachable(engine).await;
    let theirs = ("ORDERS_CREATE".to_owned(), "https://other.example/hook".to_owned());
    world.subscribe(&theirs.0, &theirs.1).await;
    let paid = world.kept().await.into_iter().find(|one| one.topic.caption() == "orders/paid").unwrap();
    world.unsubscribe(&paid.subscription_id).await;
    register_all(&world.connector).await.unwrap();
    let subscribed = world.subscribed().await;
    assert_eq!(subscribed.len(), 9);
    assert!(subscribed.contains(&theirs) && subscribed.contains(&("ORDERS_PAID".to_owned(), HERE.to_owned())));
    connector::shops::disable(&world.connector, &kari(), SHOP).await.unwrap();
    register_all(&world.connector).await.unwrap();
    assert_eq!((world.subscribed().await, world.kept().await.len()), (vec![theirs], 0));
}

#[rstest]
#[tokio::test]
async fn a_test_of_the_connection_mends_what_was_deleted_and_disabling_ends_all(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::reachable(engine).await;
    let before = world.subscribed().await;
    let created = world.kept().await.into_iter().find(|one| one.topic.caption() == "orders/create").unwrap();
    world.unsubscribe(&created.subscription_id).await;
    assert_eq!(world.subscribed().await.len(), before.len() - 1);
    connector::shops::test(&world.connector, SHOP).await.unwrap();
    assert_eq!(world.subscribed().await, before);
    let mended = world.kept().await.into_iter().find(|one| one.topic == created.topic).unwrap();
    assert_ne!(mended.subscription_id, created.subscription_id, "it is known by its new id");

    connector::shops::disable(&world.connector, &kari(), SHOP).await.unwrap();
    assert_eq!((world.subscribed().await, world.kept().await.len()), (Vec::new(), 0));
    connector::shops::test(&world.connector, SHOP).await.unwrap();
    assert_eq!(world.subscribed().await, [], "a shop that is disabled is told nothing");
}

#[rstest]
#[tokio::test]
async fn a_command_beside_the_server_takes_nothing_away(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::reachable(engine).await;
    let before = world.subscribed().await;
    let (db, http) = (world.test.db.clone(), Http::in_process(world.store.router()));
    let (clock, random) = (world.connector.clock().clone(), Random::seeded(11));
    let command = Connector::new(db, vault(), http, clock, random, INSTALLATION);
    let by = kari();
    let enabled = connector::shops::enable(&command, &by, SHOP);
    world.while_time_passes(enabled, None).await.unwrap().unwrap();
    give_secret(&command, &by, SHOP, &"another".into()).await.unwrap();
    assert_eq!((world.subscribed().await, world.kept().await.len()), (before, 8));
}

#[rstest]
#[tokio::test]
async fn an_address_that_has_changed_is_corrected(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::reachable(engine).await;
    let moved = world.connector_at("https://new.example");
    world.while_time_passes(register(&moved, DEFAULT_DOMAIN), None).await.unwrap().unwrap();
    let subscribed = world.subscribed().await;
    assert_eq!(subscribed.len(), 8);
    assert!(subscribed.iter().all(|(_, uri)| uri == "https://new.example/webhooks/shopify"), "{subscribed:?}");
}

#[rstest]
#[tokio::test]
async fn without_an_address_nothing_is_asked_and_without_a_secret_nothing_is_registered(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    register_all(&world.connector).await.unwrap();
    assert_eq!((world.calls().0, world.kept().await.len()), (0, 0));
    world.connector.serve_at(PUBLIC);
    register_all(&world.connector).await.unwrap();
    let kept = world.kept().await;
    assert_eq!((world.calls().0, kept.len()), (0, 8));
    assert!(kept.iter().all(|one| one.status == Status::NotRegistered && one.message.contains("API secret key")));
}

#[rstest]
#[tokio::test]
async fn an_address_that_the_store_refuses_is_said_with_its_words(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.connector.serve_at("http://kobling.example");
    give_secret(&world.connector, &kari(), SHOP, &DEFAULT_CLIENT_SECRET.into()).await.unwrap();
    let kept = world.kept().await;
    assert_eq!(kept.len(), 8);
    for one in kept {
        assert_eq!(one.status, Status::NotRegistered);
        assert!(one.message.contains("http:// is not supported"), "{}", one.message);
    }
}

#[rstest]
#[tokio::test]
async fn an_app_that_was_removed_is_told(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::reachable(engine).await;
    world.advance(1);
    let removed = Announcement { topic: "APP_UNINSTALLED".into(), ..Announcement::default() };
    world.store.handle().announce(removed).unwrap();
    assert_eq!(world.store.handle().deliver_due().await, 1);
    assert_eq!(world.told().await[0].state, State::Done);
    assert_eq!(world.kept().await, [], "the store has deleted them with the app");
}

#[rstest]
#[tokio::test]
async fn a_test_of_the_connection_finds_webhooks_that_the_store_has_lost_and_has_them_registered_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::reachable(engine).await;
    let lose = async |topic: &str| {
        let kept = world.kept().await;
        world.unsubscribe(&kept.iter().find(|one| one.topic.caption() == topic).unwrap().subscription_id).await;
    };
    let tested = async |connector: &Connector| {
        let webhooks = shops::test(connector, SHOP).await.unwrap().webhooks;
        let topics: Vec<String> = webhooks.untold.iter().map(|topic| topic.caption().to_owned()).collect();
        (topics, webhooks.is_mended)
    };
    assert_eq!(tested(&world.connector).await, (Vec::new(), false));
    lose("orders/create").await;
    // A command beside the server has no address to which stores could tell anything.
    let (db, http) = (world.test.db.clone(), Http::in_process(world.store.router()));
    let (clock, random) = (world.connector.clock().clone(), Random::seeded(11));
    let beside = Connector::new(db, vault(), http, clock, random, INSTALLATION);
    assert_eq!(tested(&beside).await, (vec!["orders/create".to_owned()], false));
    assert_eq!(world.subscribed().await.len(), 7);
    assert_eq!(tested(&world.connector).await, (vec!["orders/create".to_owned()], true));
    assert_eq!(world.subscribed().await.len(), 8);
    assert_eq!(tested(&world.connector).await, (Vec::new(), false), "nothing is missing any more");
}

#[rstest]
#[tokio::test]
async fn a_test_of_the_connection_registers_webhooks_that_the_store_has_never_had(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    // No store takes this address.
    world.connector.serve_at("http://kobling.example");
    give_secret(&world.connector, &kari(), SHOP, &DEFAULT_CLIENT_SECRET.into()).await.unwrap();
    assert_eq!((world.subscribed().await, world.kept().await.len()), (Vec::new(), 8));
    let moved = world.connector_at(PUBLIC);
    let tested = world.while_time_passes(shops::test(&moved, SHOP), None).await.unwrap().unwrap();
    assert_eq!(tested.webhooks, Compared::default(), "the store has lost none");
    let subscribed = world.subscribed().await;
    assert_eq!(subscribed.len(), 8);
    assert!(subscribed.iter().all(|(_, uri)| uri == HERE), "{subscribed:?}");
    assert!(world.kept().await.iter().all(|one| one.status == Status::Registered && one.address == HERE));
}

#[rstest]
#[tokio::test]
async fn a_test_of_the_connection_is_good_where_the_store_does_not_say_which_webhooks_it_has(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::reachable(engine).await;
    let paid = world.kept().await.into_iter().find(|one| one.topic.caption() == "orders/paid").unwrap();
    world.unsubscribe(&paid.subscription_id).await;
    let (operation, status) = (Some("WebhookList".to_owned()), Some(430));
    world.store.handle().set_faults(vec![Fault { operation, status, ..Fault::of(FaultKind::Status) }], 1);
    let tested = shops::test(&world.connector, SHOP).await.unwrap();
    assert_eq!(tested.webhooks, Compared::default());
    assert_eq!(world.shop().await.connection, Connection::Connected);
    let again = shops::test(&world.connector, SHOP).await.unwrap().webhooks;
    assert!(again.untold == [paid.topic] && again.is_mended, "the next test looks again: {again:?}");
}
