use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::Method;
use axum::{Extension, Json};
use connector::setup_guide::recurring::{self, Recurring};
use connector::shops::Entity;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;

use crate::api::Api;
use crate::openapi::json;
use crate::records::{IfMatch, RecordId, found};
use crate::shops::TAG;
use crate::{App, Error};

const READ: (Area, Action) = (Area::JobQueue, Action::Read);
const CHANGE: (Area, Action) = (Area::JobQueue, Action::Change);

/// The jobs that should recur for a shop.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RecurringBody {
    /// The jobs.
    value: Vec<RecurringJob>,
}

/// A job that should recur.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecurringJob {
    /// Its object.
    object_id_to_run: i32,
    /// What the object is called.
    caption: String,
    /// Its category.
    job_queue_category_code: &'static str,
    /// Minutes from one run to the next; 0: once a day.
    number_of_minutes_between_runs: i32,
    /// The time of day of a daily run, as `02:00:00`.
    starting_time: Option<String>,
    /// How it stands: `Missing`, `Stopped` or `Ready`.
    state: &'static str,
    /// The job queue entry that does it.
    entry: Option<Uuid>,
}

impl From<Vec<Recurring>> for RecurringBody {
    fn from(jobs: Vec<Recurring>) -> Self {
        let job = |job: Recurring| RecurringJob {
            object_id_to_run: job.object,
            caption: job.caption,
            job_queue_category_code: job.category,
            number_of_minutes_between_runs: job.minutes,
            starting_time: job.starting_time.map(|time| time.to_string()),
            state: job.stands.caption(),
            entry: job.entry,
        };
        Self { value: jobs.into_iter().map(job).collect() }
    }
}

/// Adds the routes.
pub(super) fn serve(api: &mut Api) {
    let jobs = || json("The jobs.", Ref::from_schema_name(RecurringBody::name()));
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("The jobs that should recur for a shop"))
        .description(Some("As its card says what is synced, with the entries that do them."))
        .response("200", jobs());
    api.route(Method::GET, "/shopifyShops/{id}/Kobling.recurringJobs", READ, document, read);
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Make an entry for each job that should recur and does not"))
        .description(Some("What is there stays as it is."))
        .response("200", jobs());
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.createRecurringJobs", CHANGE, document, create);
}

async fn read(State(app): State<App>, RecordId(id): RecordId) -> Result<Json<RecurringBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    Ok(Json(recurring::preview(&app.connector, &app.queue, shop.code.as_str()).await?.into()))
}

async fn create(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Json<RecurringBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let zone = app.zone.get();
    let jobs = recurring::create(&app.connector, &app.queue, &caller, shop.code.as_str(), zone).await?;
    Ok(Json(jobs.into()))
}
