//! Where the stores tell what has happened. No session and no token: a webhook is known by its signature alone, which a
//! browser can't make, so no page of another site can do anything here.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use connector::webhooks::{Receipt, Refused, receive};
use shopify::webhook::{Delivery, SIGNATURE};

use crate::App;
use crate::seldom::Seldom;

/// The address below the public one.
const PATH: &str = connector::webhooks::PATH;
/// The largest body. Those that were asked for by this program have a few lines; an app may be set up to send whole orders.
const LARGEST_BODY: usize = 4 * 1024 * 1024;

/// The route.
pub(crate) fn routes(app: &App) -> Router<App> {
    let refusals = Arc::new(Seldom::new(app.clock.clone()));
    let route = post(move |state, headers, body| take(state, headers, body, refusals.clone()));
    Router::new().route(PATH, route.layer(DefaultBodyLimit::max(LARGEST_BODY)))
}

async fn take(
    State(app): State<App>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
    refusals: Arc<Seldom>,
) -> StatusCode {
    let (status, reason) = match taken(&app, &headers, body).await {
        Ok(receipt) => {
            tracing::debug!(?receipt, "a webhook was taken");
            return StatusCode::OK;
        }
        Err(refused) => refused,
    };
    // Anybody may send here: what they send must not fill the log.
    if let Some(unsaid) = refusals.say() {
        tracing::warn!(status = status.as_u16(), reason, unsaid, "a webhook was not taken");
    }
    status
}

/// The answer says no more than it must; the reason is for the log.
async fn taken(
    app: &App,
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Receipt, (StatusCode, String)> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let is_json = text(CONTENT_TYPE.as_str()).and_then(|kind| kind.split(';').next()).map(str::trim);
    if !is_json.is_some_and(|kind| kind.eq_ignore_ascii_case("application/json")) {
        return Err((StatusCode::UNSUPPORTED_MEDIA_TYPE, "its content is not JSON".to_owned()));
    }
    let body = body.map_err(|rejection| (rejection.status(), rejection.body_text()))?;
    let delivery = Delivery::read(text).map_err(|missing| (StatusCode::BAD_REQUEST, missing.to_string()))?;
    let signature = text(SIGNATURE).unwrap_or_default();
    let received = receive(&app.connector, &app.queue, &delivery, signature, &body).await;
    received.map_err(|refused| (status(&refused), refused.to_string()))
}

const fn status(refused: &Refused) -> StatusCode {
    match refused {
        Refused::UnknownStore(_) => StatusCode::NOT_FOUND,
        Refused::Signature(_) => StatusCode::UNAUTHORIZED,
        Refused::Body(_) => StatusCode::BAD_REQUEST,
        Refused::Failed(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}
