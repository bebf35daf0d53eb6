use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::body::payload;
use super::filter::passes;
use super::topic::{header, name_of};
use crate::devstore::{Devstore, lock};
use crate::store::bulk::BulkOperation;
use crate::store::webhook::{Delivery, Webhook};
use crate::store::{Happened, State};

/// Something to be told.
pub(crate) struct Event {
    pub topic: String,
    pub payload: Value,
    /// Shared by everything that one change has set off.
    pub id: String,
    pub at: DateTime<Utc>,
}

/// Tells what a change has set off.
pub(crate) fn happened(devstore: &Devstore, state: &mut State, happened: &[Happened], at: DateTime<Utc>) {
    if happened.is_empty() || state.webhooks.is_empty() {
        return;
    }
    let id = devstore.0.random.id(at).to_string();
    for one in happened {
        let Some(payload) = payload(state, one) else { continue };
        announce(devstore, state, &Event { topic: name_of(one.topic), payload, id: id.clone(), at });
    }
}

/// Tells that a bulk operation has ended.
pub(crate) fn bulk_finished(devstore: &Devstore, state: &mut State, bulk: &BulkOperation, at: DateTime<Utc>) {
    let lower = |text: &str| Value::from(text.to_lowercase());
    let time = |at: DateTime<Utc>| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let payload = json!({
        "admin_graphql_api_id": bulk.gid(),
        "completed_at": bulk.completed_at().map(time),
        "created_at": time(bulk.created_at),
        "error_code": bulk.error_code().map(lower),
        "status": lower(bulk.status(at)),
        "type": lower(bulk.type_name()),
    });
    let id = devstore.0.random.id(at).to_string();
    announce(devstore, state, &Event { topic: "BULK_OPERATIONS_FINISH".to_owned(), payload, id, at });
}

/// Tells it to everyone who has subscribed to its topic.
pub(crate) fn announce(devstore: &Devstore, state: &mut State, event: &Event) {
    let wanted = |webhook: &Webhook| {
        webhook.topic == event.topic
            && webhook.uri.starts_with("http")
            && webhook.filter.as_deref().is_none_or(|filter| passes(filter, &event.payload))
    };
    let webhooks: Vec<Arc<Webhook>> = state.webhooks.values().filter(|webhook| wanted(webhook)).cloned().collect();
    for webhook in webhooks {
        let body = included(&event.payload, &webhook.include_fields).to_string();
        put(devstore, state, event, Some(webhook.id), (&webhook.uri, webhook.name.clone()), &body);
    }
}

/// Makes the deliveries of an event to an address: one, or as many as a plan says.
pub(super) fn put(
    devstore: &Devstore,
    state: &mut State,
    event: &Event,
    subscription: Option<u64>,
    (uri, name): (&str, Option<String>),
    body: &str,
) {
    let webhook_id = devstore.0.random.id(event.at).to_string();
    for wait in lock(&devstore.0.unreliable).waits() {
        let id = state.ids.next();
        let delivery = Delivery {
            id,
            subscription,
            topic: header(&event.topic),
            uri: uri.to_owned(),
            name: name.clone(),
            webhook_id: webhook_id.clone(),
            event_id: event.id.clone(),
            triggered_at: event.at,
            body: body.to_owned(),
            due: event.at + wait,
            tries: 0,
        };
        state.deliveries.insert(id, Arc::new(delivery));
    }
}

/// The payload with these fields only; a field may be a path into it.
fn included(payload: &Value, fields: &[String]) -> Value {
    if fields.is_empty() {
        return payload.clone();
    }
    let paths: Vec<Vec<&str>> = fields.iter().map(|field| field.split('.').collect()).collect();
    cut(payload, &paths.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

fn cut(value: &Value, paths: &[&[&str]]) -> Value {
    match value {
        _ if paths.iter().any(|path| path.is_empty()) => value.clone(),
        Value::Array(items) => items.iter().map(|item| cut(item, paths)).collect(),
        Value::Object(object) => {
            let kept = object.iter().filter_map(|(key, value)| {
                let below: Vec<&[&str]> = paths
                    .iter()
                    .filter_map(|path| path.split_first().filter(|(first, _)| **first == key).map(|(_, rest)| rest))
                    .collect();
                (!below.is_empty()).then(|| (key.clone(), cut(value, &below)))
            });
            Value::Object(kept.collect())
        }
        _ => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_wanted_fields_are_sent() {
        let payload = json!({ "id": 1, "name": "#1", "lines": [{ "sku": "A", "price": "1" }], "note": "x" });
        let fields = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(included(&payload, &[]), payload);
        let wanted = json!({ "id": 1, "lines": [{ "sku": "A" }] });
        assert_eq!(included(&payload, &fields(&["id", "lines.sku"])), wanted);
    }
}
