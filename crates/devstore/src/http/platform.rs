//! Control of what is around the API: what apps may do, versions, idempotency keys.

use std::time::Duration;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Query, State};
use serde::Deserialize;
use serde_json::json;

use super::control::{Controlled, read};
use crate::CustomerData;
use crate::devstore::Devstore;

#[derive(Deserialize)]
pub(super) struct WhichStore {
    pub store: Option<String>,
}

/// `GET /_devstore/access?store=…`: the app in a store, and what it may do.
pub(super) async fn access(State(devstore): State<Devstore>, Query(which): Query<WhichStore>) -> Controlled {
    Ok(Json(json!(devstore.handle().app(which.store.as_deref())?)))
}

/// What becomes of an app.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum AccessChange {
    Expire,
    Install,
    Revoke,
    Uninstall,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct AccessChanges {
    store: Option<String>,
    customer_data: Option<CustomerData>,
    scopes: Option<Vec<String>>,
    #[serde(rename = "do")]
    change: Option<AccessChange>,
}

/// `POST /_devstore/access`: `{"store", "scopes": ["read_orders"], "customerData": "approved" | "withoutPersonalFields" |
/// "notApproved", "do": "expire" | "install" | "revoke" | "uninstall"}`.
pub(super) async fn set_access(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let AccessChanges { store, customer_data, scopes, change } = read(&body)?;
    let (handle, store) = (devstore.handle(), store.as_deref());
    if let Some(scopes) = scopes {
        let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
        handle.grant_scopes(store, &scopes)?;
    }
    if let Some(data) = customer_data {
        handle.approve_customer_data(store, data)?;
    }
    match change {
        Some(AccessChange::Expire) => handle.expire_tokens(store)?,
        Some(AccessChange::Install) => handle.install(store)?,
        Some(AccessChange::Revoke) => handle.revoke(store)?,
        Some(AccessChange::Uninstall) => handle.uninstall(store)?,
        None => {}
    }
    Ok(Json(json!(handle.app(store)?)))
}

/// `GET /_devstore/versions`.
pub(super) async fn versions(State(devstore): State<Devstore>) -> Controlled {
    Ok(Json(json!(devstore.versions())))
}

/// `POST /_devstore/versions`: `{"supported": ["2026-07", "2026-10"], "candidate": "2027-01"}`.
pub(super) async fn set_versions(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    devstore.handle().set_versions(read(&body)?)?;
    Ok(Json(json!(devstore.versions())))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Idempotency {
    seconds: u64,
}

/// `POST /_devstore/idempotency`: for how long keys are remembered, `{"seconds"}`.
pub(super) async fn set_idempotency(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let Idempotency { seconds } = read(&body)?;
    devstore.handle().remember_keys_for(Duration::from_secs(seconds));
    Ok(Json(json!({ "seconds": seconds })))
}
