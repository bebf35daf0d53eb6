//! Who runs in which category and scope, and who waits for whom.

use axum::Json;
use axum::extract::State;
use axum::http::Method;
use chrono::{DateTime, Utc};
use job_queue::category::{self, Line};
use job_queue::entry::{self, Priority};
use job_queue::{log, run};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;

use super::READ;
use crate::api::Api;
use crate::openapi::json;
use crate::{App, Error};

/// The lines in which something runs or waits.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LinesBody {
    /// By category and scope.
    value: Vec<LineBody>,
}

/// Entries that must not run at the same time.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LineBody {
    /// Their category.
    category: String,
    /// Their scope; blank where the category excludes as a whole.
    scope: String,
    /// The one that runs.
    holder: Option<LineHolder>,
    /// The first twenty whose time has come, in the order in which they go.
    waiting: Vec<LineWaiting>,
    /// How many there are in all.
    waiting_count: u64,
}

/// What runs.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LineHolder {
    /// Its entry.
    entry_id: Uuid,
    /// What it does, in words.
    description: String,
    /// Who runs it.
    worker: String,
    /// Since when.
    started_at: DateTime<Utc>,
    /// What is being done, in words.
    progress_text: String,
    /// How many records are done.
    progress_done: i64,
    /// Of how many, as far as is known.
    progress_total: i64,
}

/// What waits.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LineWaiting {
    /// Its entry.
    entry_id: Uuid,
    /// What it does, in words.
    description: String,
    /// Its priority.
    #[schema(value_type = String)]
    priority_within_category: Priority,
    /// Since when it might have run.
    earliest_start_date_time: Option<DateTime<Utc>>,
    /// That time, put off by its priority: the earliest goes first.
    turn: DateTime<Utc>,
}

impl From<Line> for LineBody {
    fn from(line: Line) -> Self {
        Self {
            category: line.category.to_string(),
            scope: line.scope,
            holder: line.holder.map(LineHolder::from),
            waiting: line.waiting.into_iter().map(LineWaiting::from).collect(),
            waiting_count: line.waiting_count,
        }
    }
}

impl From<(run::Model, log::Model)> for LineHolder {
    fn from((run, log): (run::Model, log::Model)) -> Self {
        Self {
            entry_id: run.job_queue_entry_id,
            description: log.description,
            worker: run.worker,
            started_at: run.started_at,
            progress_text: run.progress_text,
            progress_done: run.progress_done,
            progress_total: run.progress_total,
        }
    }
}

impl From<entry::Model> for LineWaiting {
    fn from(entry: entry::Model) -> Self {
        Self {
            entry_id: entry.id,
            description: entry.description,
            priority_within_category: entry.priority_within_category,
            earliest_start_date_time: entry.earliest_start_date_time,
            turn: entry.turn,
        }
    }
}

/// Adds the route.
pub(super) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag("jobQueueCategories")
        .summary(Some("Who runs, and who waits for whom"))
        .response("200", json("The lines.", Ref::from_schema_name(LinesBody::name())));
    api.route(Method::GET, "/jobQueueCategories/Kobling.lines", READ, document, lines);
}

async fn lines(State(app): State<App>) -> Result<Json<LinesBody>, Error> {
    let now = app.clock.now();
    let lines = app.db.read(|read| async move { category::lines(&read, now).await }).await?;
    Ok(Json(LinesBody { value: lines.into_iter().map(LineBody::from).collect() }))
}
