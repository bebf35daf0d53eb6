use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::devstore::{Authorised, Devstore};

const TOKEN: &str = "x-shopify-access-token";

/// The store that the token of a request opens, and what it may do there. The host it was sent to says nothing.
pub(super) fn authorised<'d>(devstore: &'d Devstore, headers: &HeaderMap) -> Option<Authorised<'d>> {
    headers.get(TOKEN).and_then(|token| devstore.opened_by(token.as_bytes()))
}

/// The answer to a token that is missing, wrong, expired or revoked.
pub(super) fn unauthorised() -> Response {
    let text = "[API] Invalid API key or access token (unrecognized login or wrong password)";
    (StatusCode::UNAUTHORIZED, Json(json!({ "errors": text }))).into_response()
}
