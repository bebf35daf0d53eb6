//! Job queue entries, made, and run once beside their schedule.

use access::Principal;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use axum::{Extension, Json};
use connector::Started;
use job_queue::entry::Entity;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;

use super::{CHANGE, NewJobQueueEntry, RUN, TAG};
use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, error, json, may_say_version, record, refused};
use crate::records::{IfMatch, RecordId, found, shown};
use crate::shops::StartedBody;
use crate::{App, Error};

/// Adds the routes.
pub(super) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Make a job queue entry"))
        .request_body(Some(body::<NewJobQueueEntry>("The entry.")))
        .response("201", record("The entry.", TAG))
        .response("400", refused("BadRequest"));
    api.route(Method::POST, "/jobQueueEntries", CHANGE, document, create);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Run once what it does, at once"))
        .description(Some("The run has an entry of its own; the schedule of this one does not move."))
        .response("202", json("It was started.", Ref::from_schema_name(StartedBody::name())))
        .response("409", error("It runs, or another entry of its category and scope does."));
    let path = "/jobQueueEntries/{id}/Kobling.runOnceInForeground";
    api.route(Method::POST, path, RUN, may_say_version(document), run_once);
}

async fn create(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(given): Body<Map<String, Value>>,
) -> Result<Response, Error> {
    let (queue, new) = (&app.queue, &NewJobQueueEntry::read(given)?.entry(&app, &caller)?);
    let write = |tx| async move { Ok::<_, Error>(queue.enqueue(&tx, new).await?.id()) };
    let id = app.db.write(write).await.map_err(of_entry)?;
    shown::<Entity>(&app, StatusCode::CREATED, id).await
}

/// What runs is a field of an entry, and named as such.
fn of_entry(error: Error) -> Error {
    match error {
        Error::JobQueue(unknown @ job_queue::Error::UnknownObject { .. }) => {
            Error::invalid("objectIdToRun", unknown.to_string())
        }
        other => other,
    }
}

async fn run_once(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
) -> Result<(StatusCode, Json<StartedBody>), Error> {
    found::<Entity>(&app, id, &version).await?;
    let started = Started::Foreground(app.queue.run_once(id, &caller.user_name).await?);
    Ok((StatusCode::ACCEPTED, Json(started.into())))
}
