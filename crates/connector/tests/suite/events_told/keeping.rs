//! Who is told: with which secret, and at which address.

use axum::http::HeaderMap;
use connector::outbound_webhooks::{self, Change, Entity, Messenger};
use database::Engine;
use outbound::WebhookSecret;
use rstest::rstest;

use super::{Receiver, deliveries, everything, subscribe};
use crate::store::{line, order, place};
use crate::world::{World, kari};

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
