//! How it is sent: again until it is taken, each webhook for itself.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::routing::post;
use connector::outbound_webhooks::{self, Change, DeliveryModel, Kept, Messenger, Model, Secret, State as Told};
use database::Engine;
use outbound::Http;
use rstest::rstest;
use runtime::Shutdown;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use tokio::sync::Notify;

use super::{Receiver, deliveries, everything, subscribe, turn};
use crate::world::{World, kari};

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
    let off = turn(&world, webhook, false).await;
    assert!(world.test.db.write(again).await.unwrap_err().to_string().contains("not enabled"));
    turn(&world, &off, true).await;
    world.test.db.write(again).await.unwrap();
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
async fn what_waits_for_one_who_is_turned_off_loses_no_attempt_and_is_sent_when_it_is_on_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let receiver = Receiver::answering(200);
    let messenger = Messenger::new(world.connector.clone(), receiver.http());
    let kept = subscribe(&world, everything()).await;
    let (connector, by, webhook) = (&world.connector, &kari(), &kept.webhook);
    let test = |tx| async move { outbound_webhooks::test(connector, &tx, by, webhook).await };
    world.test.db.write(test).await.unwrap();
    let off = turn(&world, webhook, false).await;
    for _ in 0..3 {
        assert_eq!(messenger.send_waiting().await.unwrap(), 0);
        world.clock.advance(Duration::from_secs(24 * 60 * 60));
    }
    let waiting = deliveries(&world).await.remove(0);
    assert_eq!((waiting.state, waiting.attempts), (Told::Waiting, 0));
    turn(&world, &off, true).await;
    assert_eq!(messenger.send_waiting().await.unwrap(), 1);
    assert_eq!(receiver.taken().len(), 1);
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
async fn one_who_answers_slowly_keeps_nobody_waiting(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let [asked, answers, took] = [(); 3].map(|()| Arc::new(Notify::new()));
    let slow = {
        let (asked, answers) = (Arc::clone(&asked), Arc::clone(&answers));
        move || async move {
            asked.notify_one();
            answers.notified().await;
        }
    };
    let quick = {
        let took = Arc::clone(&took);
        move || async move { took.notify_one() }
    };
    let http = Http::in_process(Router::new().route("/slow", post(slow)).route("/hook", post(quick)));
    let messenger = Messenger::new(world.connector.clone(), http);
    let slow = subscribe(&world, Change { url: Some("https://erp.example/slow".into()), ..everything() }).await;
    let quick = subscribe(&world, everything()).await;
    let (connector, by) = (&world.connector, &kari());
    let tell = async |kept: &Kept| {
        let webhook = &kept.webhook;
        let test = |tx| async move { outbound_webhooks::test(connector, &tx, by, webhook).await };
        world.test.db.write(test).await.unwrap();
    };
    tell(&slow).await;
    let shutdown = Shutdown::new();
    let people = async {
        asked.notified().await;
        // While the one has not answered, what happens next is told to the other, and again.
        for _ in 0..2 {
            tell(&quick).await;
            took.notified().await;
        }
        answers.notify_one();
        shutdown.request();
    };
    tokio::join!(messenger.run(shutdown.clone()), people);
    let states: Vec<Told> = deliveries(&world).await.into_iter().map(|one| one.state).collect();
    assert_eq!(states, [Told::Delivered; 3], "what was under way is brought to its end");
}
