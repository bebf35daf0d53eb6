use access::Principal;
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use back_office::sales::{self, Setup};
use database::Tx;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;
use values::money::Amount;

use super::CHANGE;
use super::kind::Kind;
use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, error, may_say_version, record, refused};
use crate::records::{IfMatch, RecordId, shown_in};
use crate::{App, Error};

/// A discount on the whole of a document.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GivenDiscount {
    /// How much, in the currency of the document; 0 takes it away.
    #[schema(value_type = f64)]
    amount: Amount,
}

/// Adds the routes that give a discount on the whole, and calculate it by the customer's code.
pub(super) fn serve(api: &mut Api, kind: &'static Kind) {
    let operation = |summary: &str, about: &str| {
        let document = OperationBuilder::new()
            .tag(kind.set)
            .summary(Some(summary))
            .description(Some(about))
            .response("200", record("The document as it is now.", kind.set))
            .response("400", refused("BadRequest"))
            .response("409", error("It is released, posted, or in the job queue."));
        may_say_version(document)
    };
    let document = operation(
        "Calculate its invoice discount",
        "By the customer's invoice discount code, with its service charge. One that was given by hand gives way.",
    );
    let handler = move |app, caller, RecordId(id), version: IfMatch| discount(app, caller, id, version, None, kind);
    let path = format!("/{}/{{id}}/Kobling.calculateInvoiceDiscount", kind.set);
    api.route(Method::POST, &path, CHANGE, document, handler);

    let document =
        operation("Give it an invoice discount", "Spread over the lines that allow one; it stays while lines change.")
            .request_body(Some(body::<GivenDiscount>("The discount.")));
    let handler = move |app, caller, RecordId(id), version: IfMatch, Body(given): Body<GivenDiscount>| {
        discount(app, caller, id, version, Some(given.amount), kind)
    };
    let path = format!("/{}/{{id}}/Kobling.giveInvoiceDiscount", kind.set);
    api.route(Method::POST, &path, CHANGE, document, handler);
}

/// Gives a discount by hand, or calculates it.
async fn discount(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    id: Uuid,
    version: IfMatch,
    given: Option<Amount>,
    kind: &'static Kind,
) -> Result<Response, Error> {
    let (cx, version) = (&app.context(&caller), &version);
    let write = |tx: Tx| async move {
        kind.hold(&tx, id, version).await?;
        let setup = &Setup::read(&tx).await?;
        let changed = match given {
            Some(amount) => sales::give_invoice_discount(&tx, setup, id, None, amount, cx).await,
            None => sales::calculate_invoice_discount(&tx, setup, id, None, cx).await,
        };
        Ok::<_, Error>(changed?)
    };
    app.db.write(write).await?;
    shown_in(&app, StatusCode::OK, kind.set, id).await
}
