//! Job queue administrators: who looks after everybody's jobs.

use access::Principal;
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use job_queue::notification::participant::Entity;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;

use super::SET_UP;
use crate::api::Api;
use crate::audited::audited;
use crate::body::Body;
use crate::openapi::{body, empty, error, record, refused, versioned};
use crate::records::{MustMatch, RecordId, load, shown};
use crate::{App, Error};

const TAG: &str = "jobQueueAdministrators";

/// Who is to look after everybody's jobs.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewJobQueueAdministrator)]
pub(crate) struct NewAdministrator {
    /// The user.
    user_name: String,
}

/// Adds the routes.
pub(super) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Make a user an administrator of the job queue"))
        .request_body(Some(body::<NewAdministrator>("The user.")))
        .response("201", record("The administrator.", TAG))
        .response("400", refused("BadRequest"))
        .response("409", error("The user is one already."));
    api.route(Method::POST, "/jobQueueAdministrators", SET_UP, document, add);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Let a user look after their own jobs only"))
        .response("204", empty("It is done."));
    api.route(Method::DELETE, "/jobQueueAdministrators/{id}", SET_UP, versioned(document), remove);
}

async fn add(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(new): Body<NewAdministrator>,
) -> Result<Response, Error> {
    let (here, caller) = (&app, &caller);
    let (access, queue, name) = (&app.access, &app.queue, new.user_name.as_str());
    let write = |tx| async move {
        let user = access.user(&tx, name).await.map_err(|error| match error {
            access::Error::NoUser(_) => {
                Error::invalid("userName", format!("there is no user '{name}': choose one of those that there are"))
            }
            other => other.into(),
        })?;
        let id = queue.add_administrator(&tx, user.user_name.as_str()).await?;
        audited::<Entity>(here, &tx, caller, None, Some(&load::<Entity>(&tx, id).await?)).await?;
        Ok::<_, Error>(id)
    };
    let id = app.db.write(write).await?;
    shown::<Entity>(&app, StatusCode::CREATED, id).await
}

async fn remove(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
) -> Result<StatusCode, Error> {
    let (here, caller, queue, version) = (&app, &caller, &app.queue, &version);
    let write = |tx| async move {
        let administrator = version.hold::<Entity>(&tx, id).await?;
        audited::<Entity>(here, &tx, caller, Some(&administrator), None).await?;
        Ok::<_, Error>(queue.remove_administrator(&tx, id).await?)
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}
