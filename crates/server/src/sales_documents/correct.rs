use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use back_office::posting;
use back_office::sales::{self, Setup, document, posted};
use database::Tx;
use sea_orm::{EntityTrait, QuerySelect};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;

use super::CHANGE;
use crate::api::Api;
use crate::openapi::{error, json, may_say_version, record};
use crate::parentheses::Foreign;
use crate::posting_actions::PostedBody;
use crate::records::{IfMatch, RecordId, load, shown_in};
use crate::{App, Error};

/// The set of what is taken back.
const INVOICES: &str = "salesInvoices";
/// The set of what takes it back.
const CREDIT_MEMOS: &str = "salesCreditMemos";

/// Adds the routes that take a posted invoice back.
pub(super) fn serve(api: &mut Api) {
    let operation = |summary: &str, about: &str| {
        let document = OperationBuilder::new()
            .tag(INVOICES)
            .summary(Some(summary))
            .description(Some(about))
            .response("400", error("It can't be taken back: the message says why."))
            .response("409", error("It is not posted."));
        may_say_version(document)
    };
    let document = operation(
        "Make a corrective credit memo",
        "A credit memo that takes the posted invoice back, line for line and to the cent. It is open, and may be changed; \
         when it is posted it settles the invoice.",
    )
    .response("201", record("The credit memo.", CREDIT_MEMOS));
    let path = format!("/{INVOICES}/{{id}}/Kobling.makeCorrectiveCreditMemo");
    api.route(Method::POST, &path, CHANGE, document, make);

    let document = operation(
        "Cancel a posted invoice",
        "Of which nothing is paid: a credit memo over all of it is posted at once, and settles it.",
    )
    .response("200", json("What was posted.", Ref::from_schema_name(PostedBody::name())));
    let guard = (Area::BackOffice, Action::Run);
    api.route(Method::POST, &format!("/{INVOICES}/{{id}}/Kobling.cancel"), guard, document, cancel);
}

async fn make(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
    foreign: Option<Extension<Foreign>>,
) -> Result<Response, Error> {
    let (cx, version) = (&app.context(&caller), &version);
    let write = |tx: Tx| async move {
        hold(&tx, id, version).await?;
        Ok::<_, Error>(sales::make_corrective_credit_memo(&tx, &Setup::read(&tx).await?, id, cx).await?.id)
    };
    let made = app.db.write(write).await?;
    match foreign {
        Some(_) => Ok(StatusCode::NO_CONTENT.into_response()),
        None => shown_in(&app, StatusCode::CREATED, CREDIT_MEMOS, made).await,
    }
}

async fn cancel(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
    foreign: Option<Extension<Foreign>>,
) -> Result<Response, Error> {
    let posting = &app.db.read(|r| async move { posting::Setup::read(&r).await }).await?;
    let (cx, version) = (&app.context(&caller), &version);
    let write = |tx: Tx| async move {
        hold(&tx, id, version).await?;
        Ok::<_, Error>(sales::cancel(&tx, (&Setup::read(&tx).await?, posting), id, cx).await?)
    };
    let posted = app.db.write(write).await?;
    Ok(match foreign {
        Some(_) => StatusCode::NO_CONTENT.into_response(),
        None => Json(PostedBody::from(posted)).into_response(),
    })
}

/// A posted invoice, in a version that was said; whoever takes it back at the same time waits.
async fn hold(tx: &Tx, id: Uuid, version: &IfMatch) -> Result<(), Error> {
    let found = posted::header::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    let no_such = || Error::NoSuchRecord { caption: "Sales Invoice", id: id.to_string() };
    let shown = load::<document::header::Entity>(tx, id).await.map_err(|error| match error {
        Error::NoSuchRecord { .. } => no_such(),
        other => other,
    })?;
    if shown.document_type != posted::Kind::Invoice {
        return Err(no_such());
    }
    if found.is_none() {
        return Err(Error::Conflict("the invoice is not posted: change it, or delete it".to_owned()));
    }
    version.check::<document::header::Entity>(&shown)
}
