//! API tokens: made, shown once, and revoked.

use access::{Action, Area, Permission, Principal, api_token};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, empty, json, may_say_version, refused};
use crate::records::{IfMatch, RecordId};
use crate::{App, Error};

const TAG: &str = "apiTokens";
const CHANGE: (Area, Action) = (Area::Users, Action::Change);

/// A token to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewTokenBody {
    /// On whose behalf it acts; the caller's, when nothing is said.
    user_id: Option<Uuid>,
    /// What it is for.
    description: String,
    /// What it may do at most; what its user may, when nothing is said. It never may more than its user.
    #[schema(value_type = Option<String>)]
    permission: Option<Permission>,
    /// Until when it is taken; for ever, when nothing is said.
    expires_at: Option<DateTime<Utc>>,
}

/// A token that was made.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MadeToken {
    /// Its record, at `apiTokens`.
    id: Uuid,
    /// On whose behalf it acts.
    user_id: Uuid,
    /// What it is for.
    description: String,
    /// What it may do, as far as its user may.
    #[schema(value_type = String)]
    permission: Permission,
    /// Until when it is taken.
    expires_at: Option<DateTime<Utc>>,
    /// The token itself. It is kept nowhere and can't be read again.
    token: String,
}

/// Adds the routes that make and revoke tokens.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Make an API token"))
        .description(Some("The answer is the only one that ever shows it."))
        .request_body(Some(body::<NewTokenBody>("The token.")))
        .response("201", json("The token.", Ref::from_schema_name(MadeToken::name())))
        .response("400", refused("BadRequest"))
        .response("404", refused("NotFound"));
    api.route(Method::POST, "/apiTokens", CHANGE, document, create);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Revoke an API token"))
        .response("204", empty("It is refused from now on."));
    api.route(Method::POST, "/apiTokens/{id}/Kobling.revoke", CHANGE, may_say_version(document), revoke);
}

async fn create(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(new): Body<NewTokenBody>,
) -> Result<(StatusCode, Json<MadeToken>), Error> {
    let user = new.user_id.unwrap_or(caller.user_id);
    let (access, caller, new) = (&app.access, &caller, &new);
    let write = |tx| async move {
        let limited = (user, new.permission);
        Ok::<_, Error>(access.create_limited_token(&tx, caller, limited, &new.description, new.expires_at).await?)
    };
    let made = app.db.write(write).await?;
    let api_token::Model { id, user_id, description, permission, expires_at, .. } = made.record;
    let shown = MadeToken { id, user_id, description, permission, expires_at, token: made.text.expose().to_owned() };
    Ok((StatusCode::CREATED, Json(shown)))
}

async fn revoke(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
) -> Result<StatusCode, Error> {
    let (access, caller, version) = (&app.access, &caller, &version);
    let write = |tx| async move {
        version.hold::<api_token::Entity>(&tx, id).await?;
        Ok::<_, Error>(access.revoke_token(&tx, caller, id).await?)
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}
