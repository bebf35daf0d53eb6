//! Posted invoices and credit memos as PDF, under the names that Business Central has for it.

use access::{Action, Area};
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::Method;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use back_office::sales::document::{Status, header};
use back_office::sales::posted::Kind;
use papers::{Language, Sheet};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::path::{OperationBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{ContentBuilder, Ref, ResponseBuilder};
use uuid::Uuid;

use crate::api::Api;
use crate::openapi::{BASE, error, json, parameter, refused};
use crate::records::{RecordId, load};
use crate::{App, Error};

const READ: (Area, Action) = (Area::BackOffice, Action::Read);
/// What is printed: the kind, its set, and what people call one.
const DOCUMENTS: [(Kind, &str, &str); 2] =
    [(Kind::Invoice, "salesInvoices", "Sales Invoice"), (Kind::CreditMemo, "salesCreditMemos", "Sales Credit Memo")];
const PDF: &str = "application/pdf";
/// What the browser's own viewer of PDF needs, and no more.
const VIEWER: &str = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'";

/// In which language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    language: Option<String>,
}

/// A document as a file.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PdfDocument {
    /// The id of the document.
    id: Uuid,
    /// The same: what it is printed from.
    parent_id: Uuid,
    /// What kind of document that is.
    parent_type: &'static str,
    /// Where the file is.
    #[serde(rename = "pdfDocumentContent@odata.mediaReadLink")]
    content: String,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    for of in DOCUMENTS {
        let (_, set, caption) = of;
        let document = OperationBuilder::new()
            .tag(set)
            .summary(Some("Where the document is as PDF"))
            .response("200", json("Its file.", Ref::from_schema_name(PdfDocument::name())))
            .response("409", error("It is not posted."))
            .response("501", error("This build of the server makes no PDF."));
        let about = move |State(app): State<App>, RecordId(id): RecordId| async move { about(&app, id, of).await };
        api.route(Method::GET, &format!("/{set}/{{id}}/pdfDocument"), READ, document, about);

        let file = ContentBuilder::new().schema(Some(ObjectBuilder::new().schema_type(Type::String).build())).build();
        let language = "`en` or `nb`; the language of the customer, when nothing is said.";
        let document = OperationBuilder::new()
            .tag(set)
            .summary(Some("The document as PDF"))
            .description(Some(format!(
                "The posted {} as it is sent to the customer. The same document is the same file each time.",
                caption.to_lowercase()
            )))
            .parameter(parameter("language", ParameterIn::Query, Type::String, language))
            .response("200", ResponseBuilder::new().description("The file.").content(PDF, file))
            .response("400", refused("BadRequest"))
            .response("409", error("It is not posted."))
            .response("501", error("This build of the server makes no PDF."));
        let content = move |State(app): State<App>, RecordId(id): RecordId, wanted| async move {
            content(&app, id, wanted, of).await
        };
        api.route(Method::GET, &format!("/{set}/{{id}}/pdfDocument/pdfDocumentContent"), READ, document, content);
    }
}

type Of = (Kind, &'static str, &'static str);

async fn about(app: &App, id: Uuid, of: Of) -> Result<Json<PdfDocument>, Error> {
    if !papers::PRINTS {
        return Err(papers::Error::NotBuilt.into());
    }
    check(app, id, of).await?;
    let content = format!("{BASE}/{}/{id}/pdfDocument/pdfDocumentContent", of.1);
    let content = format!("{}{content}", app.public_url.as_deref().unwrap_or_default());
    Ok(Json(PdfDocument { id, parent_id: id, parent_type: of.2, content }))
}

async fn content(
    app: &App,
    id: Uuid,
    wanted: Result<Query<Wanted>, QueryRejection>,
    of: Of,
) -> Result<Response, Error> {
    let unreadable = |rejection: QueryRejection| Error::invalid("language", rejection.body_text());
    let Query(wanted) = wanted.map_err(unreadable)?;
    let language = wanted.language.as_deref().map(str::parse::<Language>).transpose()?;
    check(app, id, of).await?;
    let sheet = app.db.read(|read| async move { papers::invoice(&read, id, language).await }).await?;
    let name = format!("inline; filename=\"{}.pdf\"", file_name(&sheet));
    // It takes a processor for a while, which others wait for meanwhile.
    let bytes = tokio::task::spawn_blocking(move || papers::pdf(&sheet)).await;
    let bytes = bytes.map_err(|error| papers::Error::Setting(error.to_string()))??;
    let headers =
        [(CONTENT_TYPE, PDF.to_owned()), (CONTENT_DISPOSITION, name), (CONTENT_SECURITY_POLICY, VIEWER.to_owned())];
    Ok((headers, bytes).into_response())
}

/// Refuses an id that names no document of that kind, and one that is not posted yet.
async fn check(app: &App, id: Uuid, (kind, _, caption): Of) -> Result<(), Error> {
    let document = app.db.read(|read| async move { load::<header::Entity>(&read, id).await }).await?;
    if document.document_type != kind {
        return Err(Error::NoSuchRecord { caption, id: id.to_string() });
    }
    match document.status {
        Status::Draft | Status::Released => {
            let kind = kind.in_words();
            Err(Error::Conflict(format!("the {kind} {} is not posted: post it, then print it", document.number)))
        }
        Status::Blank | Status::Open | Status::Paid | Status::Canceled | Status::Corrective => Ok(()),
    }
}

/// What it is and its number, in characters that every system takes in the name of a file.
fn file_name(sheet: &Sheet) -> String {
    let name = format!("{}-{}", sheet.title, sheet.number);
    name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect()
}
