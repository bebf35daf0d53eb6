//! Posting of sales documents: at once, in the background, several together, and taken out of the job queue again.

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use back_office::posting::{Posted, Setup};
use back_office::posting_jobs::{self, MOST_SELECTED, OrderOptions, Selected, Started};
use back_office::sales::DocumentType;
use chrono::NaiveDate;
use database::Tx;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;

use crate::api::Api;
use crate::body::{Body, OptionalBody};
use crate::openapi::{body, empty, error, json, may_say_version, optional_body};
use crate::parentheses::Foreign;
use crate::records::{IfMatch, RecordId};
use crate::sales_documents::{KINDS, Kind};
use crate::shops::StartedBody;
use crate::{App, Error};

const RUN: (Area, Action) = (Area::BackOffice, Action::Run);

/// What of a document is posted, and on which day.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[schema(as = PostDocument)]
pub(crate) struct PostBody {
    /// Whether an order is shipped; invoices and credit memos always are. It is, when nothing is said.
    ship: bool,
    /// Whether an order is invoiced; invoices and credit memos always are. It is, when nothing is said.
    invoice: bool,
    /// The day to which it is posted; its own posting date, when nothing is said.
    #[schema(value_type = Option<String>, format = Date)]
    posting_date: Option<NaiveDate>,
    /// Whether that day becomes its document date, too, if it is another than its own posting date.
    replace_document_date: bool,
    /// The day to which its VAT belongs, if it is posted to another than its own posting date; its own VAT date, or the
    /// posting date where they are the same, when nothing is said.
    #[schema(value_type = Option<String>, format = Date)]
    vat_date: Option<NaiveDate>,
}

impl Default for PostBody {
    fn default() -> Self {
        Self { ship: true, invoice: true, posting_date: None, replace_document_date: false, vat_date: None }
    }
}

impl PostBody {
    /// What is asked for. A VAT date goes with another posting date only.
    fn options(self) -> Result<OrderOptions, Error> {
        if self.vat_date.is_some() && self.posting_date.is_none() {
            let message = "it goes with another posting date: give postingDate too, or change VAT Date on the document";
            return Err(Error::invalid("vatDate", message));
        }
        Ok(OrderOptions {
            ship: self.ship,
            invoice: self.invoice,
            posting_date: self.posting_date,
            replace_posting_date: self.posting_date.is_some(),
            replace_document_date: self.replace_document_date,
            vat_date: self.vat_date,
            replace_vat_date: self.vat_date.is_some(),
            ..OrderOptions::default()
        })
    }
}

/// What posting has made.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = PostedDocument)]
pub(crate) struct PostedBody {
    /// The transaction in the general ledger.
    transaction_number: i64,
    /// The posted shipment.
    shipment_id: Option<Uuid>,
    /// Its number.
    shipment_number: Option<String>,
    /// The posted invoice or credit memo.
    invoice_id: Option<Uuid>,
    /// Its number.
    invoice_number: Option<String>,
    /// Whether nothing of the document is left.
    completed: bool,
}

impl From<Posted> for PostedBody {
    fn from(posted: Posted) -> Self {
        let (shipment, invoice) = (posted.shipment, posted.invoice);
        Self {
            transaction_number: posted.transaction_number,
            shipment_id: shipment.as_ref().map(|(id, _)| *id),
            shipment_number: shipment.map(|(_, number)| number.to_string()),
            invoice_id: invoice.as_ref().map(|(id, _)| *id),
            invoice_number: invoice.map(|(_, number)| number.to_string()),
            completed: posted.completed,
        }
    }
}

/// The documents that are posted together.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = PostSelectedDocuments)]
pub(crate) struct PostSelectedBody {
    /// Their ids.
    ids: Vec<Uuid>,
    /// What of them is posted, and on which day.
    #[serde(default)]
    options: PostBody,
}

/// What became of them.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = SelectedDocuments)]
pub(crate) struct SelectedBody {
    /// The job queue entry that posts them; nothing when all were left out.
    entry: Option<Uuid>,
    /// How many it posts.
    scheduled: usize,
    /// Those that were left out.
    skipped: Vec<SkippedBody>,
}

/// A document that was left out.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SkippedDocument)]
pub(crate) struct SkippedBody {
    /// Its id.
    id: Uuid,
    /// Its number; blank when there is no such document.
    number: String,
    /// Why, and what to do about it.
    reason: String,
}

impl From<Selected> for SelectedBody {
    fn from(selected: Selected) -> Self {
        let skipped = selected.skipped.into_iter().map(|skipped| SkippedBody {
            id: skipped.id,
            number: skipped.number.to_string(),
            reason: skipped.reason,
        });
        Self { entry: selected.entry, scheduled: selected.scheduled, skipped: skipped.collect() }
    }
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    for kind in &KINDS {
        let set = kind.set;
        let document = OperationBuilder::new()
            .tag(set)
            .summary(Some("Post it"))
            .description(Some(
                "At once, whole or what is planned of it; nothing is posted when anything is wrong with it. Where *Post \
                 with Job Queue* of the sales set-up is on, it is given to the job queue instead.",
            ))
            .request_body(Some(optional_body::<PostBody>("What of it is posted.")))
            .response("200", json("It is posted.", Ref::from_schema_name(PostedBody::name())))
            .response("202", json("The job queue posts it.", Ref::from_schema_name(StartedBody::name())))
            .response("400", error("It can't be posted: all that is wrong with it."))
            .response("409", error("The job queue is to post it."));
        let handler =
            move |app, caller, id, version, foreign, body| post(app, caller, id, (version, foreign), body, kind);
        let path = format!("/{set}/{{id}}/Kobling.post");
        api.route(Method::POST, &path, RUN, may_say_version(document), handler);
        if kind.document_type == DocumentType::Order {
            ship_and_invoice(api, kind);
        }

        let document = OperationBuilder::new()
            .tag(set)
            .summary(Some("Post it in the background"))
            .description(Some(
                "It is released, and a job queue entry posts it; `jobQueueStatus` says how far that is. Until then it can't \
                 be changed.",
            ))
            .request_body(Some(optional_body::<PostBody>("What of it is posted.")))
            .response("202", json("The job queue posts it.", Ref::from_schema_name(StartedBody::name())))
            .response("400", error("It can't be released."))
            .response("409", error("The job queue is to post it already."));
        let handler = move |app, caller, id, version, body| post_in_background(app, caller, id, version, body, kind);
        let path = format!("/{set}/{{id}}/Kobling.postInBackground");
        api.route(Method::POST, &path, RUN, may_say_version(document), handler);

        let document = OperationBuilder::new()
            .tag(set)
            .summary(Some("Take it out of the job queue"))
            .description(Some("Nothing posts it by itself any more, and it may be changed again."))
            .response("204", empty("It is out."))
            .response("409", error("It is being posted."));
        let handler = move |app, id, version| cancel(app, id, version, kind);
        let path = format!("/{set}/{{id}}/Kobling.cancelPosting");
        api.route(Method::POST, &path, RUN, may_say_version(document), handler);

        let about = format!(
            "One job queue entry posts them, at most {MOST_SELECTED}, one after the other. Those that can't be released, or \
             that the job queue has already, are left out and named."
        );
        let document = OperationBuilder::new()
            .tag(set)
            .summary(Some("Post several in the background"))
            .description(Some(about))
            .request_body(Some(body::<PostSelectedBody>("The documents.")))
            .response("202", json("What became of them.", Ref::from_schema_name(SelectedBody::name())))
            .response("400", error("None is chosen, or too many are."));
        let handler = move |app, caller, body| post_selected(app, caller, body, kind);
        api.route(Method::POST, &format!("/{set}/Kobling.postSelected"), RUN, document, handler);
    }
}

/// Adds what posting an order is called in Business Central.
fn ship_and_invoice(api: &mut Api, kind: &'static Kind) {
    let document = OperationBuilder::new()
        .tag(kind.set)
        .summary(Some("Ship and invoice all that is planned of it"))
        .response("200", json("It is posted.", Ref::from_schema_name(PostedBody::name())))
        .response("202", json("The job queue posts it.", Ref::from_schema_name(StartedBody::name())))
        .response("400", error("It can't be posted: all that is wrong with it."))
        .response("409", error("The job queue is to post it."));
    let handler = move |app, caller, id, version, foreign| {
        post(app, caller, id, (version, foreign), OptionalBody(PostBody::default()), kind)
    };
    let path = format!("/{}/{{id}}/Kobling.shipAndInvoice", kind.set);
    api.route(Method::POST, &path, RUN, may_say_version(document), handler);
}

async fn post(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    (version, foreign): (IfMatch, Option<Extension<Foreign>>),
    OptionalBody(body): OptionalBody<PostBody>,
    kind: &'static Kind,
) -> Result<Response, Error> {
    let setup = app.db.read(|r| async move { Setup::read(&r).await }).await?;
    let (app, version, cx, options, setup) = (&app, &version, &app.context(&caller), &body.options()?, &setup);
    let write = |tx: Tx| async move {
        kind.hold(&tx, id, version).await?;
        Ok::<_, Error>(posting_jobs::start(&app.queue, &tx, setup, id, options, cx).await?)
    };
    Ok(match (app.db.write(write).await?, foreign) {
        // Whoever asks as Business Central is asked is answered as it answers.
        (_, Some(_)) => StatusCode::NO_CONTENT.into_response(),
        (Started::Posted(posted), None) => Json(PostedBody::from(posted)).into_response(),
        (Started::InBackground(entry), None) => in_background(entry).into_response(),
    })
}

async fn post_in_background(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
    OptionalBody(body): OptionalBody<PostBody>,
    kind: &'static Kind,
) -> Result<(StatusCode, Json<StartedBody>), Error> {
    let (app, version, cx, options) = (&app, &version, &app.context(&caller), &body.options()?);
    let write = |tx: Tx| async move {
        kind.hold(&tx, id, version).await?;
        Ok::<_, Error>(posting_jobs::post_in_background(&app.queue, &tx, id, options, cx).await?)
    };
    Ok(in_background(app.db.write(write).await?))
}

async fn cancel(
    State(app): State<App>,
    RecordId(id): RecordId,
    version: IfMatch,
    kind: &'static Kind,
) -> Result<StatusCode, Error> {
    let (app, version, now) = (&app, &version, app.clock.now());
    let write = |tx: Tx| async move {
        kind.hold(&tx, id, version).await?;
        Ok::<_, Error>(posting_jobs::cancel_posting(&app.queue, &tx, id, now).await?)
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn post_selected(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<PostSelectedBody>,
    kind: &'static Kind,
) -> Result<(StatusCode, Json<SelectedBody>), Error> {
    let (queue, cx, ids, options) = (&app.queue, &app.context(&caller), &chosen.ids, &chosen.options.options()?);
    let write =
        |tx: Tx| async move { posting_jobs::post_selected(queue, &tx, kind.document_type, ids, options, cx).await };
    Ok((StatusCode::ACCEPTED, Json(app.db.write(write).await?.into())))
}

fn in_background(entry: Uuid) -> (StatusCode, Json<StartedBody>) {
    (StatusCode::ACCEPTED, Json(StartedBody::in_background(entry)))
}
