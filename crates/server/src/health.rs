//! What operators and their tools ask: is it alive, is it ready, how much waits.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use sea_orm::ConnectionTrait;

use crate::metrics::metrics;
use crate::{App, Error};

/// The routes, which need no token: they tell no more than numbers.
pub(crate) fn routes() -> Router<App> {
    Router::new().route("/healthz", get(alive)).route("/readyz", get(ready)).route("/metrics", get(metrics))
}

async fn alive() -> &'static str {
    "alive\n"
}

async fn ready(State(app): State<App>) -> (StatusCode, &'static str) {
    let asked = app.db.read(|read| async move {
        read.execute_unprepared("SELECT 1").await?;
        Ok::<_, Error>(())
    });
    match asked.await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready: the database can't be reached\n")
        }
    }
}
