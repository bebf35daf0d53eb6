use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::authorised::{authorised, unauthorised};
use super::base::base;
use super::deliver::deliver;
use crate::bulk::settle;
use crate::devstore::{Authorised, Devstore, lock};
use crate::execute::{Around, Request, Setting, run};
use crate::faults::FaultKind;
use crate::journal::{JournalEntry, Outcome};
use crate::shopper;

const REQUEST_ID: &str = "x-request-id";
const SERVED_VERSION: &str = "x-shopify-api-version";
const DEPRECATED: &str = "x-shopify-api-deprecated-reason";
const SEARCH_DEBUG: &str = "shopify-search-query-debug";
const COST_DEBUG: [&str; 2] = ["shopify-graphql-cost-debug", "x-graphql-cost-include-fields"];

/// `POST /admin/api/{version}/graphql.json`.
pub(super) async fn graphql(
    State(devstore): State<Devstore>,
    Path(version): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let latency = devstore.limits().latency_ms;
    if latency > 0 {
        devstore.0.clock.sleep(Duration::from_millis(latency)).await;
    }
    let request_id = devstore.0.random.id(devstore.now()).to_string();
    let versions = devstore.versions();
    // A version that is no longer or not yet there is answered with the oldest that is.
    let served = versions.serve(&version);
    let mut response = match (authorised(&devstore, &headers), served) {
        (None, _) => unauthorised(),
        (Some(_), None) => not_found().await,
        (Some(app), Some(_)) => {
            settle(&devstore, app.store);
            let around = Around::of(&devstore, app.store, base(&uri, &headers));
            answer(&devstore, &app, around, &headers, &body, &request_id).await
        }
    };
    for (name, value) in [(REQUEST_ID, request_id.as_str()), (SERVED_VERSION, served.unwrap_or_default())] {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// What is not there.
pub(super) async fn not_found() -> Response {
    (StatusCode::NOT_FOUND, axum::Json(json!({ "errors": "Not Found" }))).into_response()
}

async fn answer(
    devstore: &Devstore,
    app: &Authorised<'_>,
    around: Around,
    headers: &HeaderMap,
    body: &Bytes,
    request_id: &str,
) -> Response {
    let request: Request = match serde_json::from_slice(body) {
        Ok(request) => request,
        Err(error) => {
            let text = format!("The request body is not a GraphQL request in JSON: {error}");
            return (StatusCode::BAD_REQUEST, axum::Json(json!({ "errors": text }))).into_response();
        }
    };
    let now = devstore.now();
    let setting = Setting {
        around: Arc::new(around),
        app,
        limits: devstore.limits(),
        versions: devstore.versions(),
        retention: devstore.retention(),
        now,
        request_id,
        debug_searches: headers.contains_key(SEARCH_DEBUG),
        free: false,
        debug_costs: COST_DEBUG.iter().any(|name| headers.contains_key(*name)),
    };
    let (answer, fault) = run(&setting, &request, |names| {
        // Nobody waits with buying until an app is done.
        shopper::before(devstore, app.store, names, request.variables.as_ref());
        lock(&devstore.0.faults).strike(names)
    });
    let body = serde_json::to_vec(&answer.body).unwrap_or_default();
    let mut response = deliver(devstore, body, fault.as_ref()).await;
    if fault.is_none() && answer.body.has_too_many_variants() {
        *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    }
    let silent = fault.as_ref().is_some_and(|fault| fault.kind.is_silent());
    let status = if silent { 0 } else { response.status().as_u16() };
    if let Ok(value) = HeaderValue::from_str(&answer.deprecated.join(", "))
        && !value.is_empty()
    {
        response.headers_mut().insert(DEPRECATED, value);
    }
    let outcome = match &fault {
        Some(fault) if fault.kind != FaultKind::Throttled => Outcome::Fault,
        _ => answer.outcome,
    };
    tracing::debug!(operation = answer.operation, requested = answer.requested, ?outcome, "answered");
    lock(&devstore.0.journal).add(JournalEntry {
        time: now,
        store: app.store.domain.clone(),
        operation: answer.operation,
        kind: answer.kind,
        requested_query_cost: answer.requested,
        actual_query_cost: answer.actual,
        status,
        outcome,
    });
    response
}
