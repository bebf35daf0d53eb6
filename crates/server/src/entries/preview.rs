//! When a job queue entry would run, before it is made.

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::Method;
use axum::{Extension, Json};
use chrono::{DateTime, Utc};
use job_queue::schedule::{Schedule, made_ready, series};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;

use super::{NewJobQueueEntry, TAG};
use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body_like, json, refused};
use crate::{App, Error};

/// How many runs are computed when nobody says how many, and how many at most.
const COUNT: u64 = 10;
const MOST: u64 = 100;

/// When an entry would run.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RunsBody {
    /// The instants, the first one first. An entry that does not recur has one.
    runs: Vec<DateTime<Utc>>,
}

/// Adds the route.
pub(crate) fn serve(api: &mut Api) {
    let about = format!(
        "Takes the schedule of an entry as it would be made, and in `count` how many runs to compute: {COUNT} if \
         nothing is said, at most {MOST}. A run is taken to end when it begins."
    );
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("When an entry would run"))
        .description(Some(about))
        .request_body(Some(body_like("NewJobQueueEntry", "The schedule.")))
        .response("200", json("The runs.", Ref::from_schema_name(RunsBody::name())))
        .response("400", refused("BadRequest"));
    let guard = (Area::JobQueue, Action::Read);
    api.route(Method::POST, "/jobQueueEntries/Kobling.preview", guard, document, preview);
}

async fn preview(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(mut given): Body<Map<String, Value>>,
) -> Result<Json<RunsBody>, Error> {
    let count = match given.remove("count") {
        None => COUNT,
        Some(count) => count.as_u64().filter(|count| (1..=MOST).contains(count)).ok_or_else(|| {
            let message = format!("count is how many runs to compute: write a number from 1 to {MOST}");
            Error::invalid("count", message)
        })?,
    };
    // Which object it is does not matter to a schedule.
    given.entry("objectIdToRun").or_insert(0.into());
    let entry = NewJobQueueEntry::read(given)?.entry(&app, &caller)?;
    let schedule = Schedule { earliest_start: entry.earliest_start, ..entry.schedule };
    schedule.check(entry.expiration).map_err(job_queue::Error::Schedule)?;
    let first = made_ready(&schedule, app.clock.now());
    let is_in_time = |run: &DateTime<Utc>| entry.expiration.is_none_or(|expiration| *run <= expiration);
    let count = usize::try_from(count).unwrap_or_default();
    Ok(Json(RunsBody { runs: series(&schedule, first).take_while(is_in_time).take(count).collect() }))
}
