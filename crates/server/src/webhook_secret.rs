//! What signs the webhooks of a shop's store.

use access::Principal;
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use connector::shops::Entity;
use connector::webhooks::give_secret;
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, may_say_version, record, refused};
use crate::records::{IfMatch, RecordId, found, shown};
use crate::shops::{CHANGE, TAG};
use crate::{App, Error};

/// The secret.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct WebhookSecret {
    /// The API secret key of the app. It is kept sealed and never shown.
    #[schema(value_type = String, format = Password)]
    secret: SecretString,
}

/// Adds the route.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Give a shop the secret that signs its webhooks"))
        .description(Some("The one before it stays good for an hour, since Shopify signs with it for a while."))
        .request_body(Some(body::<WebhookSecret>("The secret.")))
        .response("200", record("The shop card.", TAG))
        .response("400", refused("BadRequest"));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.giveWebhookSecret", CHANGE, may_say_version(document), give);
}

async fn give(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
    Body(given): Body<WebhookSecret>,
) -> Result<Response, Error> {
    let shop = found::<Entity>(&app, id, &version).await?;
    give_secret(&app.connector, &caller, shop.code.as_str(), &given.secret).await?;
    shown::<Entity>(&app, StatusCode::OK, id).await
}
