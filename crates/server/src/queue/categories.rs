//! Job queue categories: made, changed and deleted.

use access::Principal;
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use job_queue::category::Entity;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;
use values::Code;

use super::CHANGE;
use crate::api::Api;
use crate::audited::audited;
use crate::body::Body;
use crate::openapi::{body, empty, error, record, refused, versioned};
use crate::records::{MustMatch, RecordId, load, shown};
use crate::{App, Error};

const TAG: &str = "jobQueueCategories";
/// What can be changed of one.
pub(crate) const CHANGEABLE: [&str; 2] = ["description", "excludesByScope"];

/// A category to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewCategory {
    /// Its code.
    code: String,
    /// What it is for.
    #[serde(default)]
    description: String,
    /// Whether entries of different scopes may run at the same time; they may, when nothing is said.
    #[serde(default = "yes")]
    excludes_by_scope: bool,
}

fn yes() -> bool {
    true
}

/// What is to be changed of a category; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CategoryChange {
    /// What it is for.
    description: Option<String>,
    /// Whether entries of different scopes may run at the same time.
    excludes_by_scope: Option<bool>,
}

/// Adds the routes.
pub(super) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Make a job queue category"))
        .request_body(Some(body::<NewCategory>("The category.")))
        .response("201", record("The category.", TAG))
        .response("400", refused("BadRequest"))
        .response("409", error("There is one of that code."));
    api.route(Method::POST, "/jobQueueCategories", CHANGE, document, create);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Change a job queue category"))
        .description(Some("Entries that wait do so by the new rule at once."))
        .request_body(Some(body::<CategoryChange>("What is to be changed.")))
        .response("200", record("The category.", TAG))
        .response("400", refused("BadRequest"))
        .response("409", error("The rule is to change, and one of its entries runs."));
    api.route(Method::PATCH, "/jobQueueCategories/{id}", CHANGE, versioned(document), change);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Delete a job queue category"))
        .response("204", empty("It is gone."))
        .response("409", error("There are entries of it."));
    api.route(Method::DELETE, "/jobQueueCategories/{id}", CHANGE, versioned(document), delete);
}

async fn create(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(new): Body<NewCategory>,
) -> Result<Response, Error> {
    let code = &Code::<10>::new(&new.code).map_err(|error| Error::invalid("code", error.to_string()))?;
    let (here, caller, queue, new) = (&app, &caller, &app.queue, &new);
    let write = |tx| async move {
        let id = queue.create_category(&tx, code.clone(), &new.description, new.excludes_by_scope).await?;
        audited::<Entity>(here, &tx, caller, None, Some(&load::<Entity>(&tx, id).await?)).await?;
        Ok::<_, Error>(id)
    };
    let id = app.db.write(write).await?;
    shown::<Entity>(&app, StatusCode::CREATED, id).await
}

async fn change(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    Body(change): Body<CategoryChange>,
) -> Result<Response, Error> {
    let (here, caller, queue, version, change) = (&app, &caller, &app.queue, &version, &change);
    let write = |tx| async move {
        let category = version.hold::<Entity>(&tx, id).await?;
        let description = change.description.as_ref().unwrap_or(&category.description);
        let by_scope = change.excludes_by_scope.unwrap_or(category.excludes_by_scope);
        queue.change_category(&tx, &category, description, by_scope).await?;
        let changed = load::<Entity>(&tx, id).await?;
        audited::<Entity>(here, &tx, caller, Some(&category), Some(&changed)).await
    };
    app.db.write(write).await?;
    shown::<Entity>(&app, StatusCode::OK, id).await
}

async fn delete(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
) -> Result<StatusCode, Error> {
    let (here, caller, queue, version) = (&app, &caller, &app.queue, &version);
    let write = |tx| async move {
        let category = version.hold::<Entity>(&tx, id).await?;
        audited::<Entity>(here, &tx, caller, Some(&category), None).await?;
        Ok::<_, Error>(queue.delete_category(&tx, &category).await?)
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}
