//! Job queue entries, changed: what is given takes the place of what is there, and all of it is checked as if the entry
//! were made anew.

use access::Principal;
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use database::{Record, Tx};
use job_queue::entry::{Entity, Model};
use job_queue::{NewEntry, Queue};
use serde_json::{Map, Value};
use utoipa::PartialSchema;
use utoipa::openapi::path::OperationBuilder;
use utoipa::openapi::{RefOr, Schema};
use uuid::Uuid;

use super::{CHANGE, NewJobQueueEntry, TAG};
use crate::api::Api;
use crate::audited::audited;
use crate::body::Body;
use crate::openapi::{body_like, error, record, versioned};
use crate::records::{IfMatch, MustMatch, RecordId, load, shown};
use crate::{App, Error};

/// The name of the body in the description of the API.
const BODY: &str = "JobQueueEntryChange";

const OPTIONS: &str = "options";
const FILTERS: &str = "filters";
/// What can be changed, by the names that the record has for it.
pub(crate) const CHANGEABLE: &[&str] = &[
    "description",
    "scope",
    "jobQueueCategoryCode",
    "priorityWithinCategory",
    "earliestStartDateTime",
    "expirationDateTime",
    "runOnMonday",
    "runOnTuesday",
    "runOnWednesday",
    "runOnThursday",
    "runOnFridays",
    "runOnSaturdays",
    "runOnSundays",
    "startingTime",
    "endingTime",
    "numberOfMinutesBetweenRuns",
    "nextRunDateFormula",
    "scheduleMode",
    "timeZone",
    "maxNumberAttemptsToRun",
    "rerunDelay",
    "stopOnError",
    "jobTimeOut",
    "inactivityTimeoutPeriod",
    "manualRecurrence",
    "catchUp",
    "recordIdToProcess",
];

/// Whether the field of an entry can be changed.
fn is_changeable(field: &str) -> bool {
    CHANGEABLE.contains(&field)
}

/// The body: that of a new entry, without what stays.
pub(crate) fn shape() -> (String, RefOr<Schema>) {
    let mut schema = NewJobQueueEntry::schema();
    if let RefOr::T(Schema::Object(object)) = &mut schema {
        object.properties.retain(|name, _| is_changeable(name) || [OPTIONS, FILTERS].contains(&name.as_str()));
        object.required.clear();
        object.description = Some("What is to be changed of a job queue entry; what is left out stays.".to_owned());
    }
    (BODY.to_owned(), schema)
}

/// Adds the route.
pub(crate) fn serve(api: &mut Api) {
    let about = "While it does not run. One that is ready is put in line anew, with all its attempts before it. \
                 `options` and `filters` are replaced as a whole; whoever changes them is from then on the one in whose \
                 name it runs.";
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Change a job queue entry"))
        .description(Some(about))
        .request_body(Some(body_like(BODY, "What is to be changed.")))
        .response("200", record("The entry.", TAG))
        .response("400", error("A field can't be changed, or not to that."))
        .response("409", error("It runs."));
    api.route(Method::PATCH, "/jobQueueEntries/{id}", CHANGE, versioned(document), change);
}

async fn change(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    Body(given): Body<Map<String, Value>>,
) -> Result<Response, Error> {
    if let Some(name) = given.keys().find(|name| !is_changeable(name) && ![OPTIONS, FILTERS].contains(&name.as_str())) {
        let message = format!(
            "'{name}' of a job queue entry can't be changed; these can: {}, {OPTIONS}, {FILTERS}",
            CHANGEABLE.join(", ")
        );
        return Err(Error::invalid(name, message));
    }
    let (app, caller, version, given) = (&app, &caller, &version, &given);
    let write = |tx| async move { write(&tx, app, caller, id, version, given).await };
    app.db.write(write).await?;
    shown::<Entity>(app, StatusCode::OK, id).await
}

async fn write(
    tx: &Tx,
    app: &App,
    caller: &Principal,
    id: Uuid,
    version: &IfMatch,
    given: &Map<String, Value>,
) -> Result<(), Error> {
    let entry = version.hold::<Entity>(tx, id).await?;
    let new = changed(&app.queue, &entry, given)?.entry(app, caller)?;
    app.queue.change(tx, id, &NewEntry { object: entry.object_id_to_run, ..new }).await?;
    audited::<Entity>(app, tx, caller, Some(&entry), Some(&load::<Entity>(tx, id).await?)).await
}

/// The entry with what was given in the place of what is there.
fn changed(queue: &Queue, entry: &Model, given: &Map<String, Value>) -> Result<NewJobQueueEntry, Error> {
    let mut all: Map<String, Value> = Entity::json(entry).into_iter().filter(|(name, _)| is_changeable(name)).collect();
    let parameters = queue.parameters(entry)?;
    all.insert(OPTIONS.to_owned(), parameters.options);
    all.insert(FILTERS.to_owned(), serde_json::to_value(parameters.filters).unwrap_or_default());
    all.insert("objectIdToRun".to_owned(), entry.object_id_to_run.into());
    all.extend(given.clone());
    NewJobQueueEntry::read(all)
}
