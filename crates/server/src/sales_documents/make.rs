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
use crate::openapi::{body_like, error, record, refused};
use crate::records::shown_in;
use crate::{App, Error};

/// Adds the route that makes a document.
pub(super) fn serve(api: &mut Api, kind: &'static Kind) {
    let about = format!(
        "For a customer, from which follows what is not given. Its lines may stand in it, as `{}`; what they are not given \
         they get from items and price lists. All of it is made, or nothing.",
        kind.lines
    );
    let document = OperationBuilder::new()
        .tag(kind.set)
        .summary(Some(format!("Make a {}", kind.one())))
        .description(Some(about))
        .request_body(Some(body_like(&schema_name(kind), "The document.")))
        .response("201", record("The document.", kind.set))
        .response("400", refused("BadRequest"))
        .response("409", error("There is one of that number."));
    let handler = move |app, caller, body| make(app, caller, body, kind);
    api.route(Method::POST, &format!("/{}", kind.set), CHANGE, document, handler);
}

async fn make(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(given): Body<Map<String, Json>>,
    kind: &'static Kind,
) -> Result<Response, Error> {
    let form = document_form::read(kind, &given, true).map_err(Error::Entered)?;
    let customer = &form.customer.unwrap_or_default();
    let entry = &Entry { document: form.change, invoice_discount: form.invoice_discount, lines: form.lines };
    let (cx, number) = (&app.context(&caller), &form.number);
    let write = |tx: Tx| async move {
        let setup = &Setup::read(&tx).await?;
        let begun = sales::begin(&tx, setup, kind.document_type, (customer, number.clone()), cx).await?;
        sales::enter(&tx, setup, begun.id, None, entry, cx).await?;
        Ok::<_, Error>(begun.id)
    };
    let id = app.db.write(write).await?;
    shown_in(&app, StatusCode::CREATED, kind.set, id).await
}
