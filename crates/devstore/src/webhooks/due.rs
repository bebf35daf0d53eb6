use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use shopify_schema::API_VERSION;

use super::attempt::WebhookAttempt;
use super::deliver::{Deliver, Outgoing};
use crate::bulk::settle;
use crate::devstore::{Devstore, Store, lock};
use crate::signed::signature;
use crate::store::webhook::Delivery;

/// How long an address may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often a delivery is tried again.
const RETRIES: u32 = 8;

/// Makes every delivery that is due, in the order in which they are, and gives their number. An address that does not
/// answer is tried again; its subscription ends when the last try fails.
pub(crate) async fn deliver_due(devstore: &Devstore, courier: &dyn Deliver) -> usize {
    let mut made = 0;
    for store in &devstore.0.stores {
        settle(devstore, store);
        let now = devstore.now();
        let mut due: Vec<Arc<Delivery>> = store.read().deliveries.values().filter(|d| d.due <= now).cloned().collect();
        due.sort_by_key(|delivery| (delivery.due, delivery.id));
        for delivery in due {
            // It may have gone with its subscription, or been made by someone else, since.
            let waits = store.read().deliveries.get(&delivery.id).is_some_and(|d| d.tries == delivery.tries);
            if waits {
                deliver(devstore, store, &delivery, courier).await;
                made += 1;
            }
        }
    }
    made
}

/// When the next delivery is due.
pub(crate) fn next_due(devstore: &Devstore) -> Option<DateTime<Utc>> {
    let first = |store: &Store| store.read().deliveries.values().map(|delivery| delivery.due).min();
    devstore.0.stores.iter().filter_map(first).min()
}

async fn deliver(devstore: &Devstore, store: &Store, delivery: &Delivery, courier: &dyn Deliver) {
    let sent = devstore.0.clock.timeout(PATIENCE, courier.deliver(outgoing(store, delivery))).await;
    let answer = match sent {
        Ok(answer) => answer,
        Err(elapsed) => Err(elapsed.to_string()),
    };
    let done = matches!(&answer, Ok(200..=299));
    tracing::debug!(topic = delivery.topic, uri = delivery.uri, tries = delivery.tries, ?answer, "webhook sent");
    lock(&devstore.0.attempts).add(WebhookAttempt {
        time: devstore.now(),
        store: store.domain.clone(),
        topic: delivery.topic.clone(),
        uri: delivery.uri.clone(),
        webhook_id: delivery.webhook_id.clone(),
        event_id: delivery.event_id.clone(),
        attempt: delivery.tries + 1,
        status: answer.as_ref().ok().copied(),
        error: answer.err(),
    });
    let now = devstore.now();
    store.change(|mut state| {
        let kept = Arc::make_mut(&mut state);
        if done {
            kept.deliveries.remove(&delivery.id);
        } else if delivery.tries >= RETRIES {
            kept.end_webhook(delivery);
        } else if let Some(failed) = kept.deliveries.get_mut(&delivery.id) {
            let failed = Arc::make_mut(failed);
            failed.due = now + wait(delivery.tries);
            failed.tries += 1;
        }
        (state, ())
    });
}

/// The wait after this many failed retries: each is twice the one before it, and all eight are four hours.
fn wait(failed: u32) -> TimeDelta {
    TimeDelta::milliseconds((4 * 60 * 60 * 1_000 / 255) << failed.min(RETRIES - 1))
}

fn outgoing(store: &Store, delivery: &Delivery) -> Outgoing {
    let mut headers = vec![
        ("Content-Type", "application/json".to_owned()),
        ("User-Agent", "Shopify-Captain-Hook".to_owned()),
        ("X-Shopify-Topic", delivery.topic.clone()),
        ("X-Shopify-Hmac-Sha256", signature(&store.client_secret, delivery.body.as_bytes())),
        ("X-Shopify-Shop-Domain", store.domain.clone()),
        ("X-Shopify-API-Version", API_VERSION.to_owned()),
        ("X-Shopify-Webhook-Id", delivery.webhook_id.clone()),
        ("X-Shopify-Event-Id", delivery.event_id.clone()),
        ("X-Shopify-Triggered-At", delivery.triggered_at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true)),
    ];
    headers.extend(delivery.name.clone().map(|name| ("X-Shopify-Name", name)));
    Outgoing { url: delivery.uri.clone(), headers, body: delivery.body.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_retries_take_four_hours() {
        let waits: Vec<TimeDelta> = (0..RETRIES).map(wait).collect();
        let all: TimeDelta = waits.iter().sum();
        assert!((all - TimeDelta::hours(4)).abs() < TimeDelta::seconds(1), "{all}");
        assert!(waits.windows(2).all(|pair| pair[1] == pair[0] * 2));
    }
}
