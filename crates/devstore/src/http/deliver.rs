use std::io;
use std::time::Duration;

use axum::Json;
use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use serde_json::json;

use crate::devstore::Devstore;
use crate::faults::{Fault, FaultBody, FaultKind};

/// Sends `body`, which is JSON, as a fault lets it through.
pub(super) async fn deliver(devstore: &Devstore, mut body: Vec<u8>, fault: Option<&Fault>) -> Response {
    let Some(fault) = fault else { return whole(body) };
    match fault.kind {
        FaultKind::Status => refused(fault),
        FaultKind::Timeout | FaultKind::Unanswered => {
            devstore.0.clock.sleep(Duration::from_secs(fault.seconds().into())).await;
            broken(Vec::new())
        }
        FaultKind::Reset | FaultKind::LostResponse | FaultKind::StillRunning => broken(Vec::new()),
        FaultKind::CutOff => {
            body.truncate(body.len() / 2);
            broken(body)
        }
        FaultKind::Truncated => {
            body.truncate(body.len() / 2);
            whole(body)
        }
        // A request for a token has no such errors of its own.
        FaultKind::Throttled | FaultKind::InternalError if body.is_empty() => refused(fault),
        FaultKind::Throttled
        | FaultKind::InternalError
        | FaultKind::Partial
        | FaultKind::Denied
        | FaultKind::Nulled
        | FaultKind::UnknownEnum
        | FaultKind::FailedAttempt
        | FaultKind::BulkInternalError
        | FaultKind::BulkTimeout
        | FaultKind::BulkAccessDenied
        | FaultKind::BulkCanceled
        | FaultKind::BulkExpired
        | FaultKind::BulkLineError
        | FaultKind::Purchase => whole(body),
    }
}

fn whole(body: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, "application/json; charset=utf-8")], Body::from(body)).into_response()
}

/// The end of a connection.
pub(super) fn cut() -> io::Error {
    io::Error::new(io::ErrorKind::ConnectionReset, "the connection was reset, as a fault asked for")
}

/// An answer whose connection breaks after these bytes.
pub(super) fn broken(begin: Vec<u8>) -> Response {
    let begin = (!begin.is_empty()).then(|| Ok(Bytes::from(begin)));
    let body = Body::from_stream(futures::stream::iter(begin.into_iter().chain([Err(cut())])));
    ([(header::CONTENT_TYPE, "application/json; charset=utf-8")], body).into_response()
}

/// A request that is refused with a status.
pub(super) fn refused(fault: &Fault) -> Response {
    let status = fault.status.and_then(|status| StatusCode::from_u16(status).ok());
    let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let title = status.canonical_reason().unwrap_or("Error");
    let mut response = match fault.body {
        FaultBody::Html => (status, page(status, title)).into_response(),
        FaultBody::Text => (status, Json(json!({ "errors": title }))).into_response(),
        FaultBody::List => (status, Json(json!({ "errors": [{ "message": title }] }))).into_response(),
        FaultBody::Empty => status.into_response(),
    };
    let wait = fault.retry_after.and_then(|seconds| HeaderValue::from_str(&seconds.to_string()).ok());
    if let Some(wait) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, wait);
    }
    response
}

/// The page that a proxy shows when a store is in trouble.
fn page(status: StatusCode, title: &str) -> Html<String> {
    Html(format!(
        "<!DOCTYPE html>\n<html><head><title>{title}</title></head><body><h1>{}</h1><p>{title}</p></body></html>\n",
        status.as_u16()
    ))
}
