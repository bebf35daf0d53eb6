//! The log of the calls to Shopify: what was sent and came back, cleaned, looked at.

use access::{Action, Area};
use axum::Json;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use connector::calls::{self, Entity, Model};
use connector::shops;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{ContentBuilder, Ref, Response, ResponseBuilder};
use uuid::Uuid;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, empty, error, json, refused};
use crate::queue::{DeleteOlderBody, DeletedBody, end_of};
use crate::records::{RecordId, load};
use crate::{App, Error};

const TAG: &str = "shopifyLogEntries";
const READ: (Area, Action) = (Area::Synchronization, Action::Read);
const RUN: (Area, Action) = (Area::Synchronization, Action::Run);
const CHANGE: (Area, Action) = (Area::Synchronization, Action::Change);

/// What was looked at.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReviewedLogEntries)]
pub(crate) struct ReviewedBody {
    /// How many log entries.
    reviewed: u64,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let document =
        OperationBuilder::new().tag(TAG).summary(Some("What was sent")).response("200", file("As it is kept."));
    api.route(Method::GET, "/shopifyLogEntries/{id}/request", READ, document, request);

    let document =
        OperationBuilder::new().tag(TAG).summary(Some("What came back")).response("200", file("As it is kept."));
    api.route(Method::GET, "/shopifyLogEntries/{id}/response", READ, document, response);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("A report of a call for Shopify's support"))
        .response("200", text("In English, with what was sent and came back."))
        .response("409", error("The fault was not Shopify's, or is older than 14 days."));
    api.route(Method::GET, "/shopifyLogEntries/{id}/supportReport", READ, document, support_report);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Mark a log entry as looked at"))
        .description(Some("The cue *API Errors* counts it no longer."))
        .response("204", empty("It is marked."));
    api.route(Method::POST, "/shopifyLogEntries/{id}/Kobling.markAsReviewed", RUN, document, review);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Mark all errors as looked at"))
        .response("200", json("How many there were.", Ref::from_schema_name(ReviewedBody::name())));
    api.route(Method::POST, "/shopifyLogEntries/Kobling.markAllAsReviewed", RUN, document, review_all);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Delete old log entries"))
        .request_body(Some(body::<DeleteOlderBody>("How old.")))
        .response("200", json("How many there were.", Ref::from_schema_name(DeletedBody::name())))
        .response("400", refused("BadRequest"));
    api.route(Method::POST, "/shopifyLogEntries/Kobling.deleteOlderThan", CHANGE, document, delete_older);
}

fn text(description: &str) -> Response {
    let text = ContentBuilder::new().schema(Some(ObjectBuilder::new().schema_type(Type::String).build())).build();
    ResponseBuilder::new().description(description).content("text/plain", text).build()
}

fn file(description: &str) -> Response {
    let any = || ContentBuilder::new().schema(Some(ObjectBuilder::new().build())).build();
    let json = ResponseBuilder::new().description(description).content("application/json", any());
    json.content("text/plain", any()).build()
}

async fn find(app: &App, id: Uuid) -> Result<(Model, Option<calls::Content>), Error> {
    let read = |read| async move {
        let entry = load::<Entity>(&read, id).await?;
        Ok::<_, Error>((entry, calls::content(&read, id).await?))
    };
    app.db.read(read).await
}

async fn request(State(app): State<App>, RecordId(id): RecordId) -> Result<impl IntoResponse, Error> {
    let (entry, content) = find(&app, id).await?;
    Ok(as_file(&entry, "request", content.map(|content| content.request)))
}

async fn response(State(app): State<App>, RecordId(id): RecordId) -> Result<impl IntoResponse, Error> {
    let (entry, content) = find(&app, id).await?;
    Ok(as_file(&entry, "response", content.map(|content| content.response)))
}

/// A body as a file, whose name says of which call it is.
fn as_file(entry: &Model, what: &str, body: Option<String>) -> impl IntoResponse + use<> {
    let body = body.unwrap_or_default();
    let is_json = serde_json::from_str::<serde::de::IgnoredAny>(&body).is_ok();
    let (kind, ending) = if is_json { ("application/json", "json") } else { ("text/plain; charset=utf-8", "txt") };
    let name = format!("attachment; filename=\"{}-{}-{what}.{ending}\"", entry.document, entry.entry_number);
    ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], body)
}

async fn support_report(State(app): State<App>, RecordId(id): RecordId) -> Result<String, Error> {
    let (entry, content) = find(&app, id).await?;
    calls::check_for_support(&entry, app.clock.now())?;
    let code = entry.shop_code.as_str();
    let store = app.db.read(|read| async move { shops::find(&read, code).await }).await?.domain;
    Ok(calls::report(&entry, content.as_ref(), &store))
}

async fn review(State(app): State<App>, RecordId(id): RecordId) -> Result<StatusCode, Error> {
    let write = |tx| async move {
        load::<Entity>(&tx, id).await?;
        Ok::<_, Error>(calls::review(&tx, id).await?)
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn review_all(State(app): State<App>) -> Result<Json<ReviewedBody>, Error> {
    let reviewed = app.db.write(|tx| async move { calls::review_all(&tx).await }).await?;
    Ok(Json(ReviewedBody { reviewed }))
}

async fn delete_older(State(app): State<App>, Body(body): Body<DeleteOlderBody>) -> Result<Json<DeletedBody>, Error> {
    let end = end_of(&app, &body)?;
    // What waits to be written is as old as what is there.
    app.connector.write_calls().await?;
    Ok(Json(DeletedBody::of(calls::delete_older_than(&app.db, end).await?)))
}
