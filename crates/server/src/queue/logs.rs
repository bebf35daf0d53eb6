//! The log of the job queue: cleaned, looked into, and runs that are given up.

use access::Principal;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use chrono::{DateTime, Utc};
use job_queue::housekeeping;
use job_queue::log::Entity;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{ContentBuilder, Ref, ResponseBuilder};

use super::{CHANGE, READ};
use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, empty, error, json, refused};
use crate::records::{RecordId, load};
use crate::{App, Error};

const TAG: &str = "jobQueueLogEntries";
/// Ten years.
const LONGEST: i64 = 3_650;

/// Which log entries are deleted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = DeleteOlderLogEntries)]
pub(crate) struct DeleteOlderBody {
    /// Those of what ended at least so many days ago, 0 to 3,650; 0: of all that has ended.
    days: i64,
}

/// What was deleted.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeletedLogEntries)]
pub(crate) struct DeletedBody {
    /// How many log entries.
    deleted: u64,
}

impl DeletedBody {
    pub(crate) fn of(deleted: u64) -> Self {
        Self { deleted }
    }
}

/// Adds the routes.
pub(super) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Mark a run that is under way as an error"))
        .description(Some("It is ended where it is; what it had written stays. Its entry then needs a person."))
        .response("204", empty("It is told to end."))
        .response("409", error("It has ended."));
    api.route(Method::POST, "/jobQueueLogEntries/{id}/Kobling.setStatusToError", CHANGE, document, set_to_error);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Delete old log entries"))
        .description(Some("Those of runs that are under way stay."))
        .request_body(Some(body::<DeleteOlderBody>("How old.")))
        .response("200", json("How many there were.", Ref::from_schema_name(DeletedBody::name())))
        .response("400", refused("BadRequest"));
    api.route(Method::POST, "/jobQueueLogEntries/Kobling.deleteOlderThan", CHANGE, document, delete_older);

    let text = ContentBuilder::new().schema(Some(ObjectBuilder::new().schema_type(Type::String).build())).build();
    let text =
        ResponseBuilder::new().description("A line each; blank when there is no more.").content("text/plain", text);
    let document =
        OperationBuilder::new().tag(TAG).summary(Some("Read more on why a run failed")).response("200", text.build());
    api.route(Method::GET, "/jobQueueLogEntries/{id}/errorCallStack", READ, document, call_stack);
}

async fn set_to_error(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<StatusCode, Error> {
    let (queue, user) = (&app.queue, caller.user_name.as_str());
    let write = |tx| async move {
        load::<Entity>(&tx, id).await?;
        Ok::<_, Error>(queue.mark_as_error(&tx, id, user).await?)
    };
    app.db.write(write).await.map_err(|error| match error {
        Error::JobQueue(job_queue::Error::NotRunning(_)) => {
            Error::Conflict("this run has ended: only one that is under way can be marked as an error".to_owned())
        }
        other => other,
    })?;
    Ok(StatusCode::NO_CONTENT)
}

async fn delete_older(State(app): State<App>, Body(body): Body<DeleteOlderBody>) -> Result<Json<DeletedBody>, Error> {
    let end = end_of(&app, &body)?;
    Ok(Json(DeletedBody::of(housekeeping::delete_older_than(&app.db, end).await?)))
}

/// What is deleted ended then or before.
///
/// # Errors
/// When the number of days is out of bounds.
pub(crate) fn end_of(app: &App, DeleteOlderBody { days }: &DeleteOlderBody) -> Result<DateTime<Utc>, Error> {
    if !(0..=LONGEST).contains(days) {
        return Err(Error::invalid("days", format!("days is a number from 0 to {LONGEST}, not {days}")));
    }
    Ok(app.clock.now() - chrono::Duration::days(*days))
}

async fn call_stack(State(app): State<App>, RecordId(id): RecordId) -> Result<String, Error> {
    Ok(app.db.read(|read| async move { load::<Entity>(&read, id).await }).await?.error_call_stack)
}
