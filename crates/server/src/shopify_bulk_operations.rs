//! Bulk operations: what was sent and what came back, looked at again, cleaned.

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::Method;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::{Extension, Json};
use connector::bulk::{self, Entity, Model};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{ContentBuilder, Ref, Response, ResponseBuilder};

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, error, json, refused};
use crate::queue::{DeleteOlderBody, DeletedBody, end_of};
use crate::records::{RecordId, load};
use crate::{App, Error};

const TAG: &str = "shopifyBulkOperations";
const READ: (Area, Action) = (Area::Synchronization, Action::Read);
const RUN: (Area, Action) = (Area::Synchronization, Action::Run);
const CHANGE: (Area, Action) = (Area::Synchronization, Action::Change);
const LINES: &str = "application/jsonl";

/// What was looked at.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RefreshedBulkOperations)]
pub(crate) struct RefreshedBody {
    /// How many operations that were under way.
    refreshed: u64,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let about =
        "A line of JSON for each run; redacted as the log of calls, and only the first of them where they are many.";
    let document = |summary: &str| {
        OperationBuilder::new()
            .tag(TAG)
            .summary(Some(summary))
            .description(Some(about))
            .response("200", file())
            .response("409", error("Nothing is kept of it."))
    };
    let sent_data = document("The lines that were sent");
    api.route(Method::GET, "/shopifyBulkOperations/{id}/sentData", READ, sent_data, sent);
    let data = document("The lines that came back");
    api.route(Method::GET, "/shopifyBulkOperations/{id}/data", READ, data, received);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Ask the stores how the operations stand that are under way"))
        .description(Some(
            "Each costs a point. Whoever waits for one looks by himself; this is for those of which nothing is heard.",
        ))
        .response("200", json("How many there were.", Ref::from_schema_name(RefreshedBody::name())))
        .response("409", error("A shop is not connected."));
    api.route(Method::POST, "/shopifyBulkOperations/Kobling.refresh", RUN, document, refresh);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Delete old bulk operations"))
        .description(Some("Those that are under way stay."))
        .request_body(Some(body::<DeleteOlderBody>("How old.")))
        .response("200", json("How many there were.", Ref::from_schema_name(DeletedBody::name())))
        .response("400", refused("BadRequest"));
    api.route(Method::POST, "/shopifyBulkOperations/Kobling.deleteOlderThan", CHANGE, document, delete_older);
}

fn file() -> Response {
    let text = ObjectBuilder::new().schema_type(Type::String).build();
    let lines = ContentBuilder::new().schema(Some(text)).build();
    ResponseBuilder::new().description("The lines, as they are kept.").content(LINES, lines).build()
}

async fn sent(State(app): State<App>, RecordId(id): RecordId) -> Result<impl IntoResponse, Error> {
    let read = |read| async move {
        let operation = load::<Entity>(&read, id).await?;
        Ok::<_, Error>((operation, bulk::sent(&read, id).await?))
    };
    let (operation, lines) = app.db.read(read).await?;
    as_file(&operation, "sent", lines)
}

async fn received(State(app): State<App>, RecordId(id): RecordId) -> Result<impl IntoResponse, Error> {
    let read = |read| async move {
        let operation = load::<Entity>(&read, id).await?;
        Ok::<_, Error>((operation, bulk::received(&read, id).await?))
    };
    let (operation, lines) = app.db.read(read).await?;
    as_file(&operation, "received", lines)
}

/// Lines as a file, whose name says of which operation they are.
fn as_file(operation: &Model, what: &str, lines: Option<String>) -> Result<impl IntoResponse + use<>, Error> {
    let nothing = || {
        Error::Conflict(format!(
            "no line that was {what} is kept of this operation: it had none, has not come so far, or Logging Mode on the shop card was not All"
        ))
    };
    let lines = lines.ok_or_else(nothing)?;
    let name = format!("attachment; filename=\"BulkOperation_{}-{what}.jsonl\"", operation.bulk_operation_id);
    Ok(([(CONTENT_TYPE, LINES.to_owned()), (CONTENT_DISPOSITION, name)], lines))
}

async fn refresh(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
) -> Result<Json<RefreshedBody>, Error> {
    Ok(Json(RefreshedBody { refreshed: bulk::refresh(&app.connector, &caller).await? }))
}

async fn delete_older(State(app): State<App>, Body(body): Body<DeleteOlderBody>) -> Result<Json<DeletedBody>, Error> {
    let end = end_of(&app, &body)?;
    // What waits to be written is as old as what is there.
    app.connector.write_calls().await?;
    Ok(Json(DeletedBody::of(bulk::delete_older_than(&app.db, end).await?)))
}
