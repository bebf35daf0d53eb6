//! What operators and their tools ask: is it alive, is it ready, how much waits.

use std::fmt::Write as _;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};

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

async fn metrics(State(app): State<App>) -> Result<impl IntoResponse, Error> {
    let counts = app.db.read(|read| async move {
        let counts: Vec<(job_queue::entry::Status, i64)> = job_queue::entry::Entity::find()
            .select_only()
            .column(job_queue::entry::Column::Status)
            .column_as(sea_orm::sea_query::Expr::cust("COUNT(*)"), "count")
            .group_by(job_queue::entry::Column::Status)
            .into_tuple()
            .all(&read)
            .await?;
        Ok::<_, Error>(counts)
    });
    let mut text = String::from(
        "# HELP kobling_job_queue_entries Job queue entries by status.\n# TYPE kobling_job_queue_entries gauge\n",
    );
    for (status, count) in counts.await? {
        let _infallible = writeln!(text, "kobling_job_queue_entries{{status=\"{status}\"}} {count}");
    }
    Ok(([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text))
}
