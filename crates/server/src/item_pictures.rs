//! Pictures of items: added, shown, made the main one, and taken away.

use access::{Action, Area, Principal};
use axum::Extension;
use axum::body::to_bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use back_office::items::picture::{self, Entity, NewPicture};
use database::Record;
use serde::Deserialize;
use utoipa::openapi::path::{OperationBuilder, ParameterIn};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{ContentBuilder, Object, Required, ResponseBuilder};
use values::Code;

use crate::api::Api;
use crate::openapi::{empty, parameter, record, refused, versioned};
use crate::records::{MustMatch, RecordId, hold, load, shown};
use crate::{App, Error, question};

const CHANGE: (Area, Action) = (Area::BackOffice, Action::Change);
/// What a file may be, whatever its kind: that is told by how it begins.
const FILE: &str = "application/octet-stream";

/// Whose picture it is.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Of {
    item_number: Code<20>,
    #[serde(default)]
    variant_code: Code<10>,
    #[serde(default)]
    file_name: String,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let set = Entity::NAME;
    let query = |name, about| parameter(name, ParameterIn::Query, Type::String, about);
    let body = RequestBodyBuilder::new()
        .description(Some("The file: JPEG, PNG, GIF or WebP, of at most 10 MiB."))
        .required(Some(Required::True))
        .content(FILE, ContentBuilder::new().schema(Some(file())).build())
        .build();
    let document = OperationBuilder::new()
        .tag(set)
        .summary(Some("Add a picture to an item"))
        .parameter(query("itemNumber", "The item."))
        .parameter(query("variantCode", "The variant; left out: the item as a whole."))
        .parameter(query("fileName", "What the file is called."))
        .request_body(Some(body))
        .response("201", record("The picture.", set))
        .response("400", refused("BadRequest"));
    api.route(Method::POST, &format!("/{set}"), CHANGE, document, add);

    let shown = ResponseBuilder::new()
        .description("The file, of the kind that `contentType` says.")
        .content(FILE, ContentBuilder::new().schema(Some(file())).build())
        .build();
    let document = OperationBuilder::new().tag(set).summary(Some("What a picture shows")).response("200", shown);
    api.route(Method::GET, &format!("/{set}/{{id}}/content"), (Area::BackOffice, Action::Read), document, content);

    let document = OperationBuilder::new()
        .tag(set)
        .summary(Some("Make a picture the main one: it changes places with the one that was"))
        .response("200", record("The picture.", set));
    api.route(Method::POST, &format!("/{set}/{{id}}/Kobling.makeMain"), CHANGE, versioned(document), make_main);

    let document =
        OperationBuilder::new().tag(set).summary(Some("Take a picture away")).response("204", empty("It is gone."));
    api.route(Method::DELETE, &format!("/{set}/{{id}}"), CHANGE, versioned(document), remove);
}

fn file() -> Object {
    let binary = SchemaFormat::KnownFormat(KnownFormat::Binary);
    ObjectBuilder::new().schema_type(Type::String).format(Some(binary)).build()
}

async fn add(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    query: Result<Query<Of>, QueryRejection>,
    request: Request,
) -> Result<Response, Error> {
    let of = question::read(query)?;
    // One byte more than a picture may have, so that the back office sees that it is too large.
    let content = to_bytes(request.into_body(), picture::LARGEST.saturating_add(1)).await;
    let content =
        content.map_err(|_| Error::invalid("content", "the picture is larger than 10 MiB: make it smaller"))?;
    let new = &NewPicture {
        item_number: of.item_number,
        variant_code: of.variant_code,
        file_name: of.file_name,
        content: content.to_vec(),
    };
    let (app, cx) = (&app, &app.context(&caller));
    let picture = app.db.write(|tx| async move { picture::add(&tx, new, cx).await }).await.map_err(meant)?;
    shown::<Entity>(app, StatusCode::CREATED, picture.id).await
}

/// What is not there, with the part of the request that names it.
fn meant(error: back_office::Error) -> Error {
    Error::unknown(error, &[("item", "itemNumber"), ("item variant", "variantCode")])
}

async fn content(State(app): State<App>, RecordId(id): RecordId) -> Result<Response, Error> {
    let read = |read| async move {
        let picture = load::<Entity>(&read, id).await?;
        Ok::<_, Error>((picture.content_type, picture::content(&read, id).await?))
    };
    let (kind, content) = app.db.read(read).await?;
    // What an id shows never changes.
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "private, max-age=31536000, immutable".to_owned())];
    Ok((headers, content).into_response())
}

async fn make_main(
    State(app): State<App>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
) -> Result<Response, Error> {
    let version = &version;
    let write = |tx| async move {
        let picture = load::<Entity>(&tx, id).await?;
        version.check::<Entity>(&picture)?;
        Ok::<_, Error>(picture::make_main(&tx, picture).await?)
    };
    app.db.write(write).await?;
    shown::<Entity>(&app, StatusCode::OK, id).await
}

async fn remove(
    State(app): State<App>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
) -> Result<StatusCode, Error> {
    let version = &version;
    let write = |tx| async move {
        version.check::<Entity>(&hold::<Entity>(&tx, id).await?)?;
        Ok::<_, Error>(picture::remove(&tx, id).await?)
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}
