use axum::Json;
use axum::extract::State;
use serde_json::json;

use super::super::control::Controlled;
use crate::devstore::Devstore;

/// `GET /_devstore/stores`: their domains, the first one first.
pub(super) async fn stores(State(devstore): State<Devstore>) -> Controlled {
    let domains: Vec<&str> = devstore.0.stores.iter().map(|store| store.domain.as_str()).collect();
    Ok(Json(json!({ "value": domains })))
}
