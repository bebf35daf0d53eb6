//! Users: who they are and what they may do.

use access::{Action, Area, NewUser, Permission, Principal, user_account};
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, error, record, refused, versioned};
use crate::records::{MustMatch, RecordId, shown};
use crate::{App, Error};

const TAG: &str = "users";
const CHANGE: (Area, Action) = (Area::Users, Action::Change);

/// A user to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewUserBody {
    /// The name to sign in with; upper and lower case are the same.
    user_name: String,
    /// The name of the person.
    #[serde(default)]
    full_name: String,
    /// What the user may do.
    #[schema(value_type = String)]
    permission: Permission,
    /// Without one the user has only tokens.
    #[schema(value_type = Option<String>, format = Password)]
    password: Option<SecretString>,
}

/// What is to be changed of a user.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct UserChange {
    /// What the user may do.
    #[schema(value_type = Option<String>)]
    permission: Option<Permission>,
    /// `Enabled`, or `Disabled`: the user and their tokens are refused.
    #[schema(value_type = Option<String>)]
    state: Option<user_account::State>,
    /// Where mail reaches the person; blank: nowhere.
    email: Option<String>,
    /// Another password.
    #[schema(value_type = Option<String>, format = Password)]
    password: Option<SecretString>,
}

/// Adds the routes that change users.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Make a user"))
        .request_body(Some(body::<NewUserBody>("The user.")))
        .response("201", record("The user.", TAG))
        .response("400", refused("BadRequest"))
        .response("409", error("There is a user of that name."));
    api.route(Method::POST, "/users", CHANGE, document, create);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Change a user"))
        .request_body(Some(body::<UserChange>("What is to be changed.")))
        .response("200", record("The user.", TAG))
        .response("400", refused("BadRequest"))
        .response("409", error("It is the last administrator."));
    api.route(Method::PATCH, "/users/{id}", CHANGE, versioned(document), change);
}

async fn hash(app: &App, password: Option<&SecretString>) -> Result<Option<access::PasswordHash>, Error> {
    match password {
        Some(password) => Ok(Some(app.access.hash(password).await?)),
        None => Ok(None),
    }
}

async fn create(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(new): Body<NewUserBody>,
) -> Result<Response, Error> {
    let password = hash(&app, new.password.as_ref()).await?;
    let new = NewUser { user_name: new.user_name, full_name: new.full_name, permission: new.permission, password };
    let (access, caller, new) = (&app.access, &caller, &new);
    let create = |tx| async move { Ok::<_, Error>(access.create_user(&tx, caller, new.clone()).await?.id) };
    let id = app.db.write(create).await?;
    shown::<user_account::Entity>(&app, StatusCode::CREATED, id).await
}

async fn change(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    Body(change): Body<UserChange>,
) -> Result<Response, Error> {
    let password = &hash(&app, change.password.as_ref()).await?;
    let (access, caller, version, change) = (&app.access, &caller, &version, &change);
    let write = |tx| async move {
        version.hold::<user_account::Entity>(&tx, id).await?;
        if let Some(permission) = change.permission {
            access.set_permission(&tx, caller, id, permission).await?;
        }
        if let Some(state) = change.state {
            access.set_user_state(&tx, caller, id, state).await?;
        }
        if let Some(email) = &change.email {
            access.set_email(&tx, caller, id, email).await?;
        }
        if let Some(password) = password {
            access.set_password(&tx, caller, id, password.clone()).await?;
        }
        Ok::<_, Error>(())
    };
    app.db.write(write).await?;
    shown::<user_account::Entity>(&app, StatusCode::OK, id).await
}
