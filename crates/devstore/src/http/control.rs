use std::time::Duration;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, SecondsFormat, Utc};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::devstore::{Devstore, lock};
use crate::faults::Fault;
use crate::handle::Part;
use crate::{Error, SpecialOrder};

/// An error of a control endpoint: a status and one sentence.
pub(super) struct Refusal(StatusCode, String);

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": self.1 }))).into_response()
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        let status = match error {
            Error::UnknownStore(_) | Error::UnknownSnapshot(_) => StatusCode::NOT_FOUND,
            _ => StatusCode::BAD_REQUEST,
        };
        Self(status, error.to_string())
    }
}

pub(super) type Controlled = Result<Json<Value>, Refusal>;

/// The body, which may be left out.
pub(super) fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Refusal> {
    let text: &[u8] = if body.iter().all(u8::is_ascii_whitespace) { b"{}" } else { body };
    serde_json::from_slice(text)
        .map_err(|error| Refusal(StatusCode::BAD_REQUEST, format!("the body can't be read: {error}")))
}

/// Which part of a long list is told.
#[derive(Deserialize)]
pub(super) struct Latest {
    /// The store, if not of all.
    pub store: Option<String>,
    /// How many, if not all; those that came last.
    pub last: Option<usize>,
}

/// `GET /_devstore/journal?store=…&last=…`.
pub(super) async fn journal(State(devstore): State<Devstore>, Query(latest): Query<Latest>) -> Controlled {
    let journal = lock(&devstore.0.journal);
    let entries = journal.latest(latest.store.as_deref(), latest.last.unwrap_or(usize::MAX));
    Ok(Json(json!({ "value": entries })))
}

/// `GET /_devstore/journal/summary`.
pub(super) async fn summary(State(devstore): State<Devstore>) -> Controlled {
    Ok(Json(json!(devstore.handle().summary())))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reset {
    only: Option<Vec<Part>>,
}

/// `POST /_devstore/reset`: everything, or `{"only": ["data", "journal", "faults", "limits"]}`.
pub(super) async fn reset(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let Reset { only } = read(&body)?;
    let parts = only.unwrap_or_else(|| Part::ALL.to_vec());
    devstore.handle().reset(&parts);
    Ok(Json(json!({ "reset": parts })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    #[serde(default = "default_name")]
    name: String,
}

fn default_name() -> String {
    "default".to_owned()
}

/// `POST /_devstore/snapshot`: remembers what the stores hold, `{"name"}`.
pub(super) async fn snapshot(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let Named { name } = read(&body)?;
    devstore.handle().snapshot(&name);
    Ok(Json(json!({ "snapshot": name })))
}

/// `POST /_devstore/restore`: brings it back, `{"name"}`.
pub(super) async fn restore(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let Named { name } = read(&body)?;
    devstore.handle().restore(&name)?;
    Ok(Json(json!({ "restored": name })))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ClockChange {
    advance_seconds: Option<u64>,
    at: Option<DateTime<Utc>>,
}

/// `GET` and `POST /_devstore/clock`: the time, moved on by `{"advanceSeconds"}` or to `{"at"}`.
pub(super) async fn clock(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let ClockChange { advance_seconds, at } = read(&body)?;
    if let Some(seconds) = advance_seconds {
        devstore.handle().advance(Duration::from_secs(seconds));
    }
    if let Some(at) = at {
        let by = (at - devstore.now()).to_std().map_err(|_| {
            Refusal(StatusCode::BAD_REQUEST, format!("{at} has passed: a store's time does not go backwards"))
        })?;
        devstore.handle().advance(by);
    }
    Ok(Json(json!({ "now": devstore.now().to_rfc3339_opts(SecondsFormat::Secs, true) })))
}

/// `GET /_devstore/limits`.
pub(super) async fn limits(State(devstore): State<Devstore>) -> Controlled {
    Ok(Json(json!(devstore.limits())))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct LimitsChange {
    bucket: Option<f64>,
    restore_rate: Option<f64>,
    latency_ms: Option<u64>,
    bulk_start_ms: Option<u64>,
    bulk_object_us: Option<u64>,
    media_ms: Option<u64>,
    many_variants: Option<usize>,
    new_variants_per_day: Option<usize>,
    loopback_webhooks: Option<bool>,
}

/// `POST /_devstore/limits`: `{"bucket", "restoreRate", "latencyMs", "bulkStartMs", "bulkObjectUs", "mediaMs",
/// "manyVariants", "newVariantsPerDay", "loopbackWebhooks"}`; what is left out stays.
pub(super) async fn set_limits(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let change: LimitsChange = read(&body)?;
    let mut limits = devstore.limits();
    limits.bucket = change.bucket.unwrap_or(limits.bucket);
    limits.restore_rate = change.restore_rate.unwrap_or(limits.restore_rate);
    limits.latency_ms = change.latency_ms.unwrap_or(limits.latency_ms);
    limits.bulk_start_ms = change.bulk_start_ms.unwrap_or(limits.bulk_start_ms);
    limits.loopback_webhooks = change.loopback_webhooks.unwrap_or(limits.loopback_webhooks);
    limits.bulk_object_us = change.bulk_object_us.unwrap_or(limits.bulk_object_us);
    limits.media_ms = change.media_ms.unwrap_or(limits.media_ms);
    limits.many_variants = change.many_variants.unwrap_or(limits.many_variants);
    limits.new_variants_per_day = change.new_variants_per_day.unwrap_or(limits.new_variants_per_day);
    devstore.handle().set_limits(limits)?;
    Ok(Json(json!(limits)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FaultPlan {
    faults: Vec<Fault>,
    #[serde(default)]
    seed: u64,
}

/// `GET /_devstore/faults`: those still to come.
pub(super) async fn faults(State(devstore): State<Devstore>) -> Controlled {
    Ok(Json(json!({ "faults": devstore.handle().faults() })))
}

/// `POST /_devstore/faults`: `{"faults": [{"operation", "kind", "status", "body", "retryAfter", "seconds", "path", "after",
/// "times", "objects", "probability"}], "seed"}`.
pub(super) async fn set_faults(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let FaultPlan { faults, seed } = read(&body)?;
    for fault in &faults {
        if !(0.0..=1.0).contains(&fault.probability) {
            let text = format!("a probability is between 0 and 1, and {} is not", fault.probability);
            return Err(Refusal(StatusCode::BAD_REQUEST, text));
        }
        if fault.status.is_some_and(|status| !(400..=599).contains(&status)) {
            let text = "the status of a fault is one of an error, from 400 to 599".to_owned();
            return Err(Refusal(StatusCode::BAD_REQUEST, text));
        }
    }
    devstore.handle().set_faults(faults, seed);
    Ok(Json(json!({ "faults": devstore.handle().faults() })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewOrders {
    #[serde(default = "one")]
    count: usize,
    store: Option<String>,
}

const fn one() -> usize {
    1
}

/// The most orders that one request places.
const MOST_ORDERS: usize = 10_000;

/// `POST /_devstore/orders`: places believable orders, `{"count", "store"}`.
pub(super) async fn orders(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let NewOrders { count, store } = read(&body)?;
    if count > MOST_ORDERS {
        let text = format!("{count} orders are too many at once: the limit is {MOST_ORDERS}");
        return Err(Refusal(StatusCode::BAD_REQUEST, text));
    }
    let placed = devstore.handle().place_orders(count, store.as_deref())?;
    Ok(Json(json!({ "orders": placed })))
}

/// `POST /_devstore/orders/special`: gives an order what only a channel of the store gives, `{"order", "store", "tip",
/// "duties", "additionalFees", "cashRounding", "retailLocation", "staffMember", "channel", "company", "paymentTerms", "card",
/// "redacted"}`.
pub(super) async fn make_special(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let change: SpecialOrder = read(&body)?;
    devstore.handle().make_special(&change)?;
    Ok(Json(json!({ "order": change.order })))
}
