use access::Principal;
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use back_office::sales::{self, Entry, LineEntry, Setup, line};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Map, Value as Json};
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;

use super::CHANGE;
use super::kind::Kind;
use super::line_form::{self, STEP, schema_name};
use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body_like, empty, error, record, refused, versioned};
use crate::records::{IfMatch, MustMatch, RecordId, shown_in};
use crate::{App, Error};

/// What is given of a line.
type Given = Body<Map<String, Json>>;

/// Adds the routes that add, change and take away the lines of documents.
pub(super) fn serve(api: &mut Api, kind: &'static Kind) {
    let operation = |summary: &str| {
        OperationBuilder::new()
            .tag(kind.lines)
            .summary(Some(summary))
            .response("400", refused("BadRequest"))
            .response("409", error("The document is released, posted, or in the job queue."))
    };
    let add = || {
        operation("Add a line to a document, after the others")
            .description(Some(
                "An item without a price or discount gets those that the price lists have for the customer.",
            ))
            .request_body(Some(body_like(&schema_name(kind), "The line.")))
            .response("201", record("The line.", kind.lines))
    };
    let handler = move |app, caller, RecordId(id), body| add_to(app, caller, id, body, kind);
    api.route(Method::POST, &format!("/{}/{{id}}/{}", kind.set, kind.lines), CHANGE, add(), handler);
    let handler = move |app, caller, body| add_to_named(app, caller, body, kind);
    api.route(Method::POST, &format!("/{}", kind.lines), CHANGE, add(), handler);

    let path = format!("/{}/{{id}}", kind.lines);
    let document = operation("Change a line")
        .description(Some(
            "Another variant, unit or quantity finds its price anew. Of the discount give one: `discountPercent`, \
             `discountAmount`, or what the line is to come to as `lineAmount`.",
        ))
        .request_body(Some(body_like(&schema_name(kind), "What is to be changed.")))
        .response("200", record("The line.", kind.lines));
    let handler = move |app, caller, id, version, body| change(app, caller, id, version, body, kind);
    api.route(Method::PATCH, &path, CHANGE, versioned(document), handler);

    let document = operation("Delete a line").response("204", empty("It is gone."));
    let handler = move |app, caller, id, version| remove(app, caller, id, version, kind);
    api.route(Method::DELETE, &path, CHANGE, versioned(document), handler);
}

async fn add_to_named(
    app: State<App>,
    caller: Extension<Principal>,
    body: Given,
    kind: &'static Kind,
) -> Result<Response, Error> {
    let named = body.0.get("documentId").and_then(Json::as_str).and_then(|id| id.parse().ok());
    let Some(id) = named else {
        let message =
            format!("a new line needs documentId, the id of its {}: choose one of /api/v1/{}", kind.one(), kind.set);
        return Err(Error::invalid("documentId", message));
    };
    add_to(app, caller, id, body, kind).await
}

async fn add_to(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    document: Uuid,
    Body(given): Given,
    kind: &'static Kind,
) -> Result<Response, Error> {
    let (cx, given) = (&app.context(&caller), &given);
    let write = |tx: Tx| async move {
        kind.hold(&tx, document, &IfMatch::Any).await?;
        let last = last_line(&tx, document).await?.map_or(0, |(_, number)| number);
        let entry = line_form::read_new(given, last.saturating_add(STEP)).map_err(Error::Entered)?;
        sales::enter(&tx, &Setup::read(&tx).await?, document, None, &Entry::of_line(entry), cx).await?;
        Ok::<_, Error>(last_line(&tx, document).await?.map(|(id, _)| id))
    };
    let line = app.db.write(write).await?;
    shown_in(&app, StatusCode::CREATED, kind.lines, line.unwrap_or_default()).await
}

/// The id and the number of the last line of a document.
async fn last_line(tx: &Tx, document: Uuid) -> Result<Option<(Uuid, i32)>, Error> {
    use line::Column;
    let of_document = line::Entity::find()
        .select_only()
        .columns([Column::Id, Column::LineNumber])
        .filter(Column::DocumentId.eq(document))
        .order_by_desc(Column::LineNumber);
    Ok(of_document.into_tuple().one(tx).await?)
}

async fn change(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    Body(given): Given,
    kind: &'static Kind,
) -> Result<Response, Error> {
    let (cx, version, given) = (&app.context(&caller), &version, &given);
    let write = |tx: Tx| async move {
        let line = kind.hold_line(&tx, id, version).await?;
        let entry = line_form::read_change(given, &line).map_err(Error::Entered)?;
        let setup = &Setup::read(&tx).await?;
        Ok::<_, Error>(sales::enter(&tx, setup, line.document_id, None, &Entry::of_line(entry), cx).await?)
    };
    app.db.write(write).await?;
    shown_in(&app, StatusCode::OK, kind.lines, id).await
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
        let line = kind.hold_line(&tx, id, version).await?;
        let entry = &Entry::of_line(LineEntry::Remove(line.line_number));
        Ok::<_, Error>(sales::enter(&tx, &Setup::read(&tx).await?, line.document_id, None, entry, cx).await?)
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}
