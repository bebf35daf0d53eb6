use axum::Json;
use axum::extract::{Path, State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;

use super::super::control::Controlled;
use crate::bulk::settle;
use crate::cost::ThrottleStatus;
use crate::devstore::{Devstore, lock};
use crate::faults::Fault;
use crate::limits::Limits;
use crate::webhooks::WebhookFaults;

/// What can change from one second to the next: small, so that a page may ask for it that often, and asks for the rest
/// when one of the two numbers has become another.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Pulse {
    now: DateTime<Utc>,
    /// Another number whenever the store may hold something else.
    revision: u64,
    /// How many requests the journal has of all stores.
    calls: u64,
    budget: ThrottleStatus,
    limits: Limits,
    faults: Vec<Fault>,
    webhook_faults: WebhookFaults,
    /// The deliveries of the store that wait, and when the next one is due.
    waiting: usize,
    next_due: Option<DateTime<Utc>>,
}

/// `GET /_devstore/stores/{store}/pulse`.
pub(super) async fn pulse(State(devstore): State<Devstore>, Path(store): Path<String>) -> Controlled {
    let store = devstore.store_called(&store)?;
    settle(&devstore, store);
    // Read before the state, so that a change in between is seen next time.
    let revision = store.revision();
    let (now, limits, state) = (devstore.now(), devstore.limits(), store.read());
    let calls = lock(&devstore.0.journal).calls();
    let webhook_faults = lock(&devstore.0.unreliable).plan;
    Ok(Json(json!(Pulse {
        now,
        revision,
        calls,
        budget: store.bucket().status(&limits, now),
        limits,
        faults: devstore.handle().faults(),
        webhook_faults,
        waiting: state.deliveries.len(),
        next_due: state.deliveries.values().map(|delivery| delivery.due).min(),
    })))
}
