use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use shopify_schema::API_VERSION;

use super::base::base;
use super::broken::{broken, html};
use crate::access::SCOPES;
use crate::bulk::settle;
use crate::devstore::{Devstore, Store, lock};
use crate::execute::{Answer, Around, Request, Setting, run};
use crate::faults::{Fault, FaultKind};
use crate::journal::{JournalEntry, Outcome};

const TOKEN: &str = "x-shopify-access-token";
const REQUEST_ID: &str = "x-request-id";
const SERVED_VERSION: &str = "x-shopify-api-version";
const SEARCH_DEBUG: &str = "shopify-search-query-debug";

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
    let mut response = match authorised(&devstore, &headers) {
        None => unauthorised(),
        Some(_) if !is_version(&version) => not_found().await,
        Some(store) => {
            settle(&devstore, store);
            let around = Around::of(&devstore, store, base(&uri, &headers));
            answer(&devstore, store, around, &headers, &body, &request_id)
        }
    };
    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::from_str(&request_id) {
        headers.insert(REQUEST_ID, value);
    }
    // A version that is no longer or not yet there is answered with the one that is.
    headers
        .insert(SERVED_VERSION, HeaderValue::from_static(if version == "unstable" { "unstable" } else { API_VERSION }));
    response
}

/// `GET /admin/oauth/access_scopes.json`.
pub(super) async fn access_scopes(State(devstore): State<Devstore>, headers: HeaderMap) -> Response {
    match authorised(&devstore, &headers) {
        None => unauthorised(),
        Some(_) => {
            let scopes: Vec<_> = SCOPES.iter().map(|scope| json!({ "handle": scope })).collect();
            axum::Json(json!({ "access_scopes": scopes })).into_response()
        }
    }
}

/// What is not there.
pub(super) async fn not_found() -> Response {
    (StatusCode::NOT_FOUND, axum::Json(json!({ "errors": "Not Found" }))).into_response()
}

fn authorised<'d>(devstore: &'d Devstore, headers: &HeaderMap) -> Option<&'d Store> {
    headers.get(TOKEN).and_then(|token| devstore.store_of(token.as_bytes()))
}

fn unauthorised() -> Response {
    let text = "[API] Invalid API key or access token (unrecognized login or wrong password)";
    (StatusCode::UNAUTHORIZED, axum::Json(json!({ "errors": text }))).into_response()
}

fn is_version(text: &str) -> bool {
    let dated = |(year, month): (&str, &str)| {
        year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) && matches!(month, "01" | "04" | "07" | "10")
    };
    text == "unstable" || text.split_once('-').is_some_and(dated)
}

fn answer(
    devstore: &Devstore,
    store: &Store,
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
        store,
        limits: devstore.limits(),
        now,
        request_id,
        debug_searches: headers.contains_key(SEARCH_DEBUG),
        free: false,
    };
    let mut struck: Option<Fault> = None;
    let (answer, _) = run(&setting, &request, |names| {
        struck = lock(&devstore.0.faults).strike(names);
        struck.as_ref().map(|fault| fault.kind)
    });
    let (response, status) = respond(&answer, struck.as_ref());
    let outcome = match &struck {
        Some(fault) if fault.kind != FaultKind::Throttled => Outcome::Fault,
        _ => answer.outcome,
    };
    tracing::debug!(operation = answer.operation, requested = answer.requested, ?outcome, "answered");
    lock(&devstore.0.journal).add(JournalEntry {
        time: now,
        store: store.domain.clone(),
        operation: answer.operation,
        kind: answer.kind,
        requested_query_cost: answer.requested,
        actual_query_cost: answer.actual,
        status,
        outcome,
    });
    response
}

fn respond(answer: &Answer, fault: Option<&Fault>) -> (Response, u16) {
    let status = fault.and_then(|fault| fault.status).and_then(|status| StatusCode::from_u16(status).ok());
    match fault.map(|fault| fault.kind) {
        Some(FaultKind::Status) => {
            let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (html(status), status.as_u16())
        }
        Some(FaultKind::Reset | FaultKind::LostResponse) => (broken(), 0),
        Some(FaultKind::Truncated) => {
            let mut text = serde_json::to_vec(&answer.body).unwrap_or_default();
            text.truncate(text.len() / 2);
            (json_body(text), 200)
        }
        _ => match serde_json::to_vec(&answer.body) {
            Ok(text) => (json_body(text), 200),
            Err(_) => (html(StatusCode::INTERNAL_SERVER_ERROR), 500),
        },
    }
}

fn json_body(text: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, "application/json; charset=utf-8")], Body::from(text)).into_response()
}
