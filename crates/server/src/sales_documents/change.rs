use access::Principal;
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use back_office::sales::{self, Entry, Setup};
use database::Tx;
use serde_json::{Map, Value as Json};
use utoipa::openapi::path::OperationBuilder;

use super::CHANGE;
use super::document_form::{self, schema_name};
use super::kind::Kind;
use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body_like, error, record, refused, versioned};
use crate::records::{MustMatch, RecordId, shown_in};
use crate::{App, Error};

/// Adds the route that changes a document.
pub(super) fn serve(api: &mut Api, kind: &'static Kind) {
    let document = OperationBuilder::new()
        .tag(kind.set)
        .summary(Some(format!("Change a {}", kind.one())))
        .description(Some(
            "Another customer, currency or group finds the prices of its lines anew. A released one changes only its \
             posting, document and due date, payment, tracking number, the buyer's number, contact and words.",
        ))
        .request_body(Some(body_like(&schema_name(kind), "What is to be changed.")))
        .response("200", record("The document.", kind.set))
        .response("400", refused("BadRequest"))
        .response("409", error("It is released, posted, or in the job queue."));
    let handler = move |app, caller, id, version, body| change(app, caller, id, version, body, kind);
    api.route(Method::PATCH, &format!("/{}/{{id}}", kind.set), CHANGE, versioned(document), handler);
}

async fn change(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    Body(given): Body<Map<String, Json>>,
    kind: &'static Kind,
) -> Result<Response, Error> {
    let form = document_form::read(kind, &given, false).map_err(Error::Entered)?;
    let entry = &Entry { document: form.change, invoice_discount: form.invoice_discount, lines: Vec::new() };
    let (cx, version) = (&app.context(&caller), &version);
    let write = |tx: Tx| async move {
        kind.hold(&tx, id, version).await?;
        Ok::<_, Error>(sales::enter(&tx, &Setup::read(&tx).await?, id, None, entry, cx).await?)
    };
    app.db.write(write).await?;
    shown_in(&app, StatusCode::OK, kind.set, id).await
}
