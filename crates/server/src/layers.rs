//! What happens to every request and every answer, whatever the route.

use std::time::Duration;

use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::header::{HeaderName, HeaderValue};
use axum::http::{Response, StatusCode};
use axum::middleware::Next;
use axum::middleware::from_fn;
use axum::response::IntoResponse;
use axum::{Json, Router};
use runtime::{Clock, Random};
use tower_http::compression::CompressionLayer;
use tower_http::request_id::{MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use tracing::Span;

use crate::headers;
use crate::refusal::{Refusal, code};

/// The largest body of a request.
const LARGEST_BODY: usize = 1024 * 1024;
/// The longest time until an answer begins.
const LONGEST_ANSWER: Duration = Duration::from_secs(30);
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Puts the layers around the routes. A failure is logged where it is answered, so the trace does not log it again.
pub(crate) fn around(routes: Router, clock: Clock, random: Random) -> Router {
    routes
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST_ANSWER))
        .layer(from_fn(in_the_form_of_the_api))
        .layer(CompressionLayer::new())
        .layer(TraceLayer::new_for_http().make_span_with(span).on_failure(()))
        .layer(PropagateRequestIdLayer::new(REQUEST_ID))
        .layer(SetRequestIdLayer::new(REQUEST_ID, Ids { clock, random }))
        .layer(from_fn(headers::guard))
}

#[derive(Clone)]
struct Ids {
    clock: Clock,
    random: Random,
}

impl MakeRequestId for Ids {
    fn make_request_id<B>(&mut self, _: &axum::http::Request<B>) -> Option<RequestId> {
        let id = self.random.id(self.clock.now()).to_string();
        HeaderValue::from_str(&id).ok().map(RequestId::new)
    }
}

/// What the log says of a request: neither its query nor its headers, which may hold what is nobody's business.
fn span(request: &axum::http::Request<Body>) -> Span {
    let id = request.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or_default();
    let (method, path) = (request.method(), request.uri().path());
    tracing::info_span!("request", %method, path, id, user = tracing::field::Empty)
}

/// Every error is in one form where programs read it, also one that a layer or the router makes, and names the request
/// that the log knows it by.
async fn in_the_form_of_the_api(request: Request, next: Next) -> Response<Body> {
    let api = request.uri().path().starts_with("/api/");
    let id = request.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or_default().to_owned();
    let mut response = next.run(request).await;
    let status = response.status();
    let refusal = match response.extensions_mut().remove::<Refusal>() {
        Some(refusal) => refusal,
        None if api && (status.is_client_error() || status.is_server_error()) => {
            Refusal::new(code(status), reason(status), None)
        }
        None => return response,
    };
    let mut shaped = (status, Json(refusal.of_request(id))).into_response();
    for (name, value) in response.headers() {
        if !shaped.headers().contains_key(name) {
            shaped.headers_mut().append(name.clone(), value.clone());
        }
    }
    shaped
}

fn reason(status: StatusCode) -> &'static str {
    match status {
        StatusCode::METHOD_NOT_ALLOWED => "this address does not take this method: see /api/docs",
        StatusCode::SERVICE_UNAVAILABLE => "the answer took too long: ask for less, or try again",
        StatusCode::PAYLOAD_TOO_LARGE => "the body is too large: it may have 1 MiB",
        _ => "the request can't be answered: see /api/docs",
    }
}
