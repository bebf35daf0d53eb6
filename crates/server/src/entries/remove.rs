//! Entries are deleted: one, or those that have failed.

use access::Principal;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use job_queue::entry::Entity;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;

use super::{CHANGE, RUN, TAG};
use crate::api::Api;
use crate::audited::audited;
use crate::body::OptionalBody;
use crate::openapi::{empty, json, optional_body, refused, versioned};
use crate::records::{MustMatch, RecordId};
use crate::{App, Error};

/// Whose failed entries are deleted.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RemoveFailedBody {
    /// Only the caller's; otherwise everybody's.
    #[serde(default)]
    mine_only: bool,
}

/// What was deleted.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RemovedBody {
    /// How many entries.
    removed: usize,
}

/// Adds the routes.
pub(super) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Delete a job queue entry"))
        .description(Some("A run that is under way ends at its next step and leaves its log."))
        .response("204", empty("It is gone."));
    api.route(Method::DELETE, "/jobQueueEntries/{id}", CHANGE, versioned(document), delete);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Delete the entries that have failed"))
        .description(Some(
            "Those that do not recur and failed more than half a minute ago. Their log stays. To delete everybody's takes \
             the permission to change the job queue.",
        ))
        .request_body(Some(optional_body::<RemoveFailedBody>("Whose.")))
        .response("200", json("How many there were.", Ref::from_schema_name(RemovedBody::name())))
        .response("400", refused("BadRequest"));
    api.route(Method::POST, "/jobQueueEntries/Kobling.removeFailed", RUN, document, remove_failed);
}

async fn delete(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
) -> Result<StatusCode, Error> {
    let (here, caller, queue, version) = (&app, &caller, &app.queue, &version);
    let write = |tx| async move {
        let entry = version.hold::<Entity>(&tx, id).await?;
        audited::<Entity>(here, &tx, caller, Some(&entry), None).await?;
        Ok::<_, Error>(queue.delete(&tx, id).await?)
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn remove_failed(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    OptionalBody(RemoveFailedBody { mine_only }): OptionalBody<RemoveFailedBody>,
) -> Result<Json<RemovedBody>, Error> {
    if !mine_only {
        caller.require(CHANGE.0, CHANGE.1)?;
    }
    let (queue, user) = (&app.queue, mine_only.then_some(caller.user_name.as_str()));
    let removed = app.db.write(|tx| async move { queue.remove_failed(&tx, user).await }).await?;
    Ok(Json(RemovedBody { removed }))
}
