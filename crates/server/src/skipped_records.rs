//! Skipped records: taken up again, once their cause is mended.

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use connector::skipped::{self, Entity};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;

use crate::api::Api;
use crate::openapi::{error, json, may_say_version};
use crate::records::{IfMatch, RecordId, found};
use crate::shops::StartedBody;
use crate::{App, Error};

const TAG: &str = "skippedRecords";
const RUN: (Area, Action) = (Area::Synchronization, Action::Run);

/// Adds the route that takes one up again.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Take a skipped record up again"))
        .description(Some("The object that skipped it runs for that record alone, in the background or at once."))
        .response("202", json("It was started.", Ref::from_schema_name(StartedBody::name())))
        .response("409", error("The shop is not enabled, or another task of its category and shop runs."));
    api.route(Method::POST, "/skippedRecords/{id}/Kobling.retry", RUN, may_say_version(document), retry);
}

async fn retry(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
) -> Result<(StatusCode, Json<StartedBody>), Error> {
    let record = found::<Entity>(&app, id, &version).await?;
    let started = skipped::retry(&app.connector, &app.queue, &caller, &record, app.zone.get()).await?;
    Ok((StatusCode::ACCEPTED, Json(started.into())))
}
