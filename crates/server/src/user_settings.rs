//! What a user has chosen in the pages: saved views, the theme, the language. A key and a JSON value, and nobody else's.

use access::Principal;
use axum::extract::{Path, State};
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use serde_json::Value;
use utoipa::openapi::path::{OperationBuilder, ParameterIn};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{Schema, Type};
use utoipa::openapi::{Content, Required};

use crate::api::{Api, Guard};
use crate::body::Body;
use crate::openapi::{empty, json, parameter, refused};
use crate::{App, Error};

const TAG: &str = "userSettings";
const PATH: &str = "/userSettings/{key}";

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let key = || parameter("key", ParameterIn::Path, Type::String, "The setting, as `list.shopifyOrders`.");
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Read a setting of the caller"))
        .parameter(key())
        .response("200", json("Its value; `null` when it is not set.", anything()));
    api.route(Method::GET, PATH, Guard::Anyone, document, read);

    let value = RequestBodyBuilder::new()
        .description(Some("Its value, any JSON; `null` forgets the setting."))
        .required(Some(Required::True))
        .content("application/json", Content::new(Some(anything())));
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Set a setting of the caller"))
        .parameter(key())
        .request_body(Some(value.build()))
        .response("204", empty("It is set."))
        .response("400", refused("BadRequest"));
    api.route(Method::PUT, PATH, Guard::Anyone, document, set);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Forget a setting of the caller"))
        .parameter(key())
        .response("204", empty("It is gone."));
    api.route(Method::DELETE, PATH, Guard::Anyone, document, forget);
}

/// Any JSON at all.
fn anything() -> Schema {
    Schema::default()
}

async fn read(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Path(key): Path<String>,
) -> Result<Json<Value>, Error> {
    let (access, caller, key) = (&app.access, &caller, key.as_str());
    let read = |read| async move { access.user_setting(&read, caller, key).await };
    Ok(Json(app.db.read(read).await?.unwrap_or_default()))
}

async fn set(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Path(key): Path<String>,
    Body(value): Body<Value>,
) -> Result<StatusCode, Error> {
    let (access, caller, key, value) = (&app.access, &caller, key.as_str(), &value);
    let write = |tx| async move {
        if value.is_null() {
            return access.delete_user_setting(&tx, caller, key).await;
        }
        access.set_user_setting(&tx, caller, key, value).await
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn forget(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Path(key): Path<String>,
) -> Result<StatusCode, Error> {
    let (access, caller, key) = (&app.access, &caller, key.as_str());
    app.db.write(|tx| async move { access.delete_user_setting(&tx, caller, key).await }).await?;
    Ok(StatusCode::NO_CONTENT)
}
