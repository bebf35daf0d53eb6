use access::Principal;
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use back_office::sales;
use database::Tx;
use utoipa::openapi::path::OperationBuilder;

use super::CHANGE;
use super::kind::Kind;
use crate::api::Api;
use crate::openapi::{empty, error, refused, versioned};
use crate::records::{MustMatch, RecordId};
use crate::{App, Error};

/// Adds the route that deletes a document.
pub(super) fn serve(api: &mut Api, kind: &'static Kind) {
    let document = OperationBuilder::new()
        .tag(kind.set)
        .summary(Some(format!("Delete a {}", kind.one())))
        .description(Some(
            "A number of a posted document that was drawn for it stays given: an empty one, which says so, has it.",
        ))
        .response("204", empty("It is gone."))
        .response("400", refused("BadRequest"))
        .response("409", error("It is posted, or in the job queue."));
    let handler = move |app, caller, id, version| remove(app, caller, id, version, kind);
    api.route(Method::DELETE, &format!("/{}/{{id}}", kind.set), CHANGE, versioned(document), handler);
}

async fn remove(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    kind: &'static Kind,
) -> Result<StatusCode, Error> {
    let (cx, version) = (&app.context(&caller), &version);
    let write = |tx: Tx| async move {
        kind.hold(&tx, id, version).await?;
        Ok::<_, Error>(sales::delete(&tx, id, None, cx).await?)
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}
