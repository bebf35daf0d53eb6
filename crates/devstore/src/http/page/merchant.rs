use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use serde_json::json;

use super::super::base::base;
use super::super::control::{Controlled, read};
use crate::bulk::settle;
use crate::devstore::Devstore;
use crate::execute::{Around, Request, Setting, run};

/// `POST /_devstore/stores/{store}/graphql.json`: what the merchant does in the store's own admin. The same documents as
/// an app's, with the same rules, and webhooks that tell of it; but no token, no cost, no faults, no delay, and no line in
/// the journal, which is of the calls of apps.
pub(super) async fn graphql(
    State(devstore): State<Devstore>,
    Path(store): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Controlled {
    let store = devstore.store_called(&store)?;
    let request: Request = read(&body)?;
    settle(&devstore, store);
    let now = devstore.now();
    let request_id = devstore.0.random.id(now).to_string();
    let setting = Setting {
        around: Arc::new(Around::of(&devstore, store, base(&uri, &headers))),
        app: &store.merchant(),
        limits: devstore.limits(),
        versions: devstore.versions(),
        retention: devstore.retention(),
        now,
        request_id: &request_id,
        debug_searches: false,
        debug_costs: false,
        free: true,
    };
    let (mut answer, _) = run(&setting, &request, |_| None);
    answer.body.extensions.clear();
    Ok(Json(json!(answer.body)))
}
