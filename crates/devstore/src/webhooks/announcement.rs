use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::{Value, json};

use super::announce::{Event, announce, put};
use super::topic::topic_name;
use crate::devstore::{Devstore, Store};
use crate::store::State;

/// Something that no mutation makes: that the app was uninstalled, that the shop has changed, what the law asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Announcement {
    /// The topic in either form, as `APP_UNINSTALLED` or `customers/redact`.
    pub topic: String,
    /// An address beside those of the subscriptions: the topics of the law are no subject of a subscription, the app's
    /// settings say where they go.
    #[serde(default)]
    pub uri: Option<String>,
    /// The payload; a likely one when there is none.
    #[serde(default)]
    pub payload: Option<Value>,
    /// The domain of the store; the first one when there is none.
    #[serde(default)]
    pub store: Option<String>,
}

/// Makes the deliveries of an announcement. The subscriptions of an app that was uninstalled are gone afterwards.
pub(crate) fn make(devstore: &Devstore, store: &Store, announcement: Announcement) {
    let at = devstore.now();
    store.change(|mut state| {
        let kept = Arc::make_mut(&mut state);
        let topic = topic_name(&announcement.topic);
        let payload = announcement.payload.unwrap_or_else(|| likely(kept, &topic, at));
        let event = Event { topic, payload, id: devstore.0.random.id(at).to_string(), at };
        announce(devstore, kept, &event);
        if let Some(uri) = &announcement.uri {
            put(devstore, kept, &event, None, (uri, None), &event.payload.to_string());
        }
        if event.topic == "APP_UNINSTALLED" {
            kept.webhooks.clear();
        }
        (state, ())
    });
}

fn likely(state: &State, topic: &str, now: DateTime<Utc>) -> Value {
    let shop = &state.shop;
    let customer = || {
        let customer = state.customers.values().next();
        json!({
            "id": customer.map(|customer| customer.id),
            "email": customer.and_then(|customer| customer.email.clone()),
            "phone": customer.and_then(|customer| customer.phone.clone()),
        })
    };
    match topic {
        "SHOP_REDACT" => json!({ "shop_id": shop.id, "shop_domain": shop.domain }),
        "CUSTOMERS_REDACT" => json!({
            "shop_id": shop.id, "shop_domain": shop.domain, "customer": customer(), "orders_to_redact": [],
        }),
        "CUSTOMERS_DATA_REQUEST" => json!({
            "shop_id": shop.id, "shop_domain": shop.domain, "customer": customer(), "orders_requested": [],
            "data_request": { "id": now.timestamp() },
        }),
        _ => json!({
            "id": shop.id,
            "admin_graphql_api_id": format!("gid://shopify/Shop/{}", shop.id),
            "name": shop.name,
            "email": shop.email,
            "domain": shop.domain,
            "myshopify_domain": shop.domain,
            "currency": shop.currency,
            "iana_timezone": shop.time_zone.name(),
            "updated_at": now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        }),
    }
}
