use axum::Json;
use axum::body::Bytes;
use axum::extract::{Query, State};
use serde::Deserialize;
use serde_json::json;

use super::control::{Controlled, Latest, read};
use crate::devstore::{Devstore, lock};
use crate::webhooks::{Announcement, WebhookFaults};

/// `GET /_devstore/webhooks?store=…&last=…`: how many deliveries wait, when the next one is due, and the tries that were made.
pub(super) async fn webhooks(State(devstore): State<Devstore>, Query(latest): Query<Latest>) -> Controlled {
    let handle = devstore.handle();
    let attempts = lock(&devstore.0.attempts).latest(latest.store.as_deref(), latest.last.unwrap_or(usize::MAX));
    Ok(Json(json!({
        "waiting": handle.waiting_deliveries(),
        "nextDue": handle.next_delivery(),
        "attempts": attempts,
    })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    faults: WebhookFaults,
    #[serde(default)]
    seed: u64,
}

/// `POST /_devstore/webhooks/faults`: `{"faults": {"delayMs", "lost", "duplicated", "reordered", "spreadMs"}, "seed"}`.
pub(super) async fn set_faults(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let Plan { faults, seed } = read(&body)?;
    devstore.handle().set_webhook_faults(faults, seed)?;
    Ok(Json(json!(faults)))
}

/// `POST /_devstore/webhooks/announce`: `{"topic", "uri", "payload", "store"}`.
pub(super) async fn announce(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let announcement: Announcement = read(&body)?;
    let handle = devstore.handle();
    handle.announce(announcement)?;
    Ok(Json(json!({ "waiting": handle.waiting_deliveries() })))
}

/// `POST /_devstore/webhooks/deliver`: makes the deliveries that are due, where no loop does.
pub(super) async fn deliver(State(devstore): State<Devstore>) -> Controlled {
    Ok(Json(json!({ "made": devstore.handle().deliver_due().await })))
}
