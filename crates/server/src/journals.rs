//! Journals: their lines are entered, changed and taken out, and the journal is posted.

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use axum::{Extension, Json};
use back_office::general_journal::{self, AccountType, NewLine, line};
use back_office::general_ledger::DocumentType;
use back_office::posting::Setup;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, empty, json, record, refused, versioned};
use crate::records::{MustMatch, RecordId, load, shown};
use crate::{App, Error};

const CHANGE: (Area, Action) = (Area::BackOffice, Action::Change);
const LINES: &str = "journalLines";

/// A line of a journal.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct JournalLineBody {
    /// The journal of a new line, from `journals`.
    journal_id: Option<Uuid>,
    /// The day to which it is posted.
    posting_date: NaiveDate,
    /// `Payment`, `Invoice`, `Credit Memo`, `Refund`, or blank.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    document_type: DocumentType,
    /// Its number; left out: the next of the journal's number series, when it is posted.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    document_number: Code<20>,
    /// The other party's number for it.
    #[serde(default)]
    external_document_number: String,
    /// `G/L Account`, `Customer` or `Bank Account`.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    account_type: AccountType,
    /// To which account it is posted.
    #[schema(value_type = String)]
    account_number: Code<20>,
    /// What for; left out: the name of the account.
    #[serde(default)]
    description: String,
    /// The currency of its amount; left out: the company's own.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    currency_code: Code<10>,
    /// How much: debit when it is positive.
    #[schema(value_type = f64)]
    amount: Amount,
    /// What kind of account it comes from.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    balancing_account_type: AccountType,
    /// Which one; left out: the journal's, blank: none, so that other lines balance it.
    #[schema(value_type = Option<String>)]
    balancing_account_number: Option<Code<20>>,
    /// The kind of the document that it settles.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    applies_to_document_type: DocumentType,
    /// The number of the document that it settles.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    applies_to_document_number: Code<20>,
    /// How it was paid.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    payment_method_code: Code<10>,
}

impl From<JournalLineBody> for NewLine {
    fn from(body: JournalLineBody) -> Self {
        let settles = !body.applies_to_document_number.is_blank();
        Self {
            posting_date: body.posting_date,
            document_type: body.document_type,
            document_number: body.document_number,
            external_document_number: body.external_document_number,
            account_type: body.account_type,
            account_number: body.account_number,
            description: body.description,
            currency_code: body.currency_code,
            amount: body.amount,
            balancing_account: body.balancing_account_number.map(|number| (body.balancing_account_type, number)),
            applies_to: settles.then_some((body.applies_to_document_type, body.applies_to_document_number)),
            payment_method_code: body.payment_method_code,
            source: None,
        }
    }
}

/// A journal that was posted.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PostedJournalBody {
    /// The number of the transaction, as in `generalLedgerRegisters`.
    transaction_number: i64,
    /// How many lines it had.
    lines: usize,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let operation = |tag: &str, summary: &str| OperationBuilder::new().tag(tag).summary(Some(summary));
    let document = operation(LINES, "Enter a line at the end of a journal")
        .request_body(Some(body::<JournalLineBody>("The line.")))
        .response("201", record("The line.", LINES))
        .response("400", refused("BadRequest"));
    api.route(Method::POST, &format!("/{LINES}"), CHANGE, document, enter);
    let document = operation(LINES, "Put something else on a line")
        .request_body(Some(body::<JournalLineBody>("The whole line.")))
        .response("200", record("The line.", LINES))
        .response("400", refused("BadRequest"));
    api.route(Method::PUT, &format!("/{LINES}/{{id}}"), CHANGE, versioned(document), change);
    let document = operation(LINES, "Take a line out of its journal").response("204", empty("It is gone."));
    api.route(Method::DELETE, &format!("/{LINES}/{{id}}"), CHANGE, versioned(document), delete);
    let document = operation("journals", "Post all lines of a journal, or none")
        .response("200", json("What was posted.", Ref::from_schema_name(PostedJournalBody::name())))
        .response("400", refused("BadRequest"));
    api.route(Method::POST, "/journals/{id}/Kobling.post", CHANGE, document, post);
}

async fn enter(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(body): Body<JournalLineBody>,
) -> Result<Response, Error> {
    let Some(journal) = body.journal_id else {
        return Err(Error::invalid("journalId", "a new line needs journalId: choose one of /api/v1/journals"));
    };
    let (cx, new) = (&app.context(&caller), &[NewLine::from(body)]);
    let write = |tx| async move { Ok::<_, Error>(general_journal::enter(&tx, journal, new, cx).await?) };
    let lines = app.db.write(write).await?;
    shown::<line::Entity>(&app, StatusCode::CREATED, lines.first().map(|line| line.id).unwrap_or_default()).await
}

async fn change(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    Body(body): Body<JournalLineBody>,
) -> Result<Response, Error> {
    let (cx, new, version) = (&app.context(&caller), &NewLine::from(body), &version);
    let write = |tx| async move {
        load::<line::Entity>(&tx, id).await?;
        version.check::<line::Entity>(&general_journal::held(&tx, id).await?.1)?;
        Ok::<_, Error>(general_journal::change(&tx, id, new, cx).await?)
    };
    app.db.write(write).await?;
    shown::<line::Entity>(&app, StatusCode::OK, id).await
}

async fn delete(
    State(app): State<App>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
) -> Result<StatusCode, Error> {
    let version = &version;
    let write = |tx| async move {
        load::<line::Entity>(&tx, id).await?;
        version.check::<line::Entity>(&general_journal::held(&tx, id).await?.1)?;
        Ok::<_, Error>(general_journal::delete(&tx, id).await?)
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn post(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Json<PostedJournalBody>, Error> {
    let cx = &app.context(&caller);
    let setup = &app.db.read(|read| async move { Setup::read(&read).await }).await?;
    let write = |tx| async move { Ok::<_, Error>(general_journal::post(&tx, setup, id, cx).await?) };
    let posted = app.db.write(write).await?;
    Ok(Json(PostedJournalBody { transaction_number: posted.transaction_number, lines: posted.lines }))
}
