//! Reservations: what of the goods on hand is kept for a line of a sales order.

use access::{Action, Area, Principal};
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use back_office::sales::{self, Context, line};
use database::Tx;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;
use values::money::Quantity;

use crate::api::Api;
use crate::body::OptionalBody;
use crate::openapi::{may_say_version, optional_body, record, refused};
use crate::records::{IfMatch, RecordId, shown_in};
use crate::sales_documents::ORDER;
use crate::{App, Error};

const CHANGE: (Area, Action) = (Area::BackOffice, Action::Change);
/// The lines for which goods are kept.
const LINES: &str = "salesOrderLines";

/// How many are kept.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[schema(as = Reserve)]
pub(crate) struct ReserveBody {
    /// In base units, in place of those that are kept now; left out: as many as the line still asks for, as far as they
    /// are there.
    #[schema(value_type = Option<f64>)]
    quantity: Option<Quantity>,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let operation = |summary: &str| {
        OperationBuilder::new()
            .tag(LINES)
            .summary(Some(summary))
            .response("200", record("The line as it is now.", LINES))
            .response("400", refused("BadRequest"))
    };
    let document =
        operation("Keep goods on hand for the line").request_body(Some(optional_body::<ReserveBody>("How many.")));
    let reserve = |State(app): State<App>,
                   Extension(caller): Extension<Principal>,
                   RecordId(id): RecordId,
                   version: IfMatch,
                   OptionalBody(body): OptionalBody<ReserveBody>| async move {
        keep((&app, &caller), id, &version, body.quantity).await
    };
    api.route(Method::POST, &format!("/{LINES}/{{id}}/Kobling.reserve"), CHANGE, may_say_version(document), reserve);
    let document = operation("Give the goods back that are kept for the line");
    let cancel = |State(app): State<App>,
                  Extension(caller): Extension<Principal>,
                  RecordId(id): RecordId,
                  version: IfMatch| async move {
        keep((&app, &caller), id, &version, Some(Quantity::ZERO)).await
    };
    let path = format!("/{LINES}/{{id}}/Kobling.cancelReservation");
    api.route(Method::POST, &path, CHANGE, may_say_version(document), cancel);
}

async fn keep(
    (app, caller): (&App, &Principal),
    id: uuid::Uuid,
    version: &IfMatch,
    wanted: Option<Quantity>,
) -> Result<Response, Error> {
    let cx = &app.context(caller);
    let write = |tx: Tx| async move {
        // What is seen of it is what is reserved for: others wait from here on.
        let line = ORDER.hold_line(&tx, id, version).await?;
        match wanted {
            Some(wanted) => sales::reserve(&tx, line.document_id, line.line_number, wanted, cx).await?,
            None => as_many_as_can_be(&tx, &line, cx).await?,
        };
        Ok::<_, Error>(())
    };
    app.db.write(write).await.map_err(of_quantity)?;
    shown_in(app, StatusCode::OK, LINES, id).await
}

async fn as_many_as_can_be(tx: &Tx, line: &line::Model, cx: &Context) -> back_office::Result<line::Model> {
    let (document, number) = (line.document_id, line.line_number);
    match sales::reserve(tx, document, number, line.outstanding_base(), cx).await {
        Err(back_office::Error::CannotReserve { most, .. }) if most > Quantity::ZERO => {
            sales::reserve(tx, document, number, most, cx).await
        }
        other => other,
    }
}

/// What can't be reserved is too much of it.
fn of_quantity(error: Error) -> Error {
    use back_office::Error as Refused;
    match &error {
        Error::BackOffice(Refused::CannotReserve { .. } | Refused::NotPositive { .. }) => {
            Error::invalid("quantity", error.to_string())
        }
        _ => error,
    }
}
