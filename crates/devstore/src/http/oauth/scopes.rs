use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::super::authorised::{authorised, unauthorised};
use crate::devstore::Devstore;

/// `GET /admin/oauth/access_scopes.json`: what the token of the request may do.
pub(in super::super) async fn scopes(State(devstore): State<Devstore>, headers: HeaderMap) -> Response {
    let Some(app) = authorised(&devstore, &headers) else { return unauthorised() };
    let scopes: Vec<Value> = app.scopes.names().map(|scope| json!({ "handle": scope })).collect();
    Json(json!({ "access_scopes": scopes })).into_response()
}
