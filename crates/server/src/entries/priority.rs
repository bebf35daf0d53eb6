//! Which of the waiting entries of its category an entry is.

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use job_queue::entry::{Entity, Priority};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;

use super::{CHANGE, TAG};
use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, error, may_say_version, record, refused};
use crate::records::{IfMatch, RecordId, hold, shown};
use crate::{App, Error};

/// A place in line.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PriorityBody {
    /// `High`, `Normal` or `Low`.
    #[schema(value_type = String)]
    priority_within_category: Priority,
}

/// Adds the route.
pub(super) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Set its priority within its category"))
        .request_body(Some(body::<PriorityBody>("The priority.")))
        .response("200", record("The entry as it is now.", TAG))
        .response("400", refused("BadRequest"))
        .response("409", error("It runs."));
    let path = "/jobQueueEntries/{id}/Kobling.setPriority";
    api.route(Method::POST, path, CHANGE, may_say_version(document), set);
}

async fn set(
    State(app): State<App>,
    RecordId(id): RecordId,
    version: IfMatch,
    Body(PriorityBody { priority_within_category }): Body<PriorityBody>,
) -> Result<Response, Error> {
    let (queue, version) = (&app.queue, &version);
    let write = |tx| async move {
        version.check::<Entity>(&hold::<Entity>(&tx, id).await?)?;
        Ok::<_, Error>(queue.set_priority(&tx, id, priority_within_category).await?)
    };
    app.db.write(write).await?;
    shown::<Entity>(&app, StatusCode::OK, id).await
}
