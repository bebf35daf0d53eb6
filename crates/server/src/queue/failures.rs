//! What the caller is to be told about failed jobs now.

use access::Principal;
use axum::extract::State;
use axum::http::Method;
use axum::{Extension, Json};
use job_queue::notification::{self, Scope, Shown};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;

use super::READ;
use crate::api::Api;
use crate::openapi::json;
use crate::{App, Error};

/// Failed jobs that concern the caller.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = JobQueueFailures)]
pub(crate) struct FailuresBody {
    /// How many there are; 0 when nothing is to be shown.
    failed: u64,
    /// Whether there are as many as the second threshold of the setup says.
    urgent: bool,
    /// Whose are counted: `All` or `Own`.
    scope: &'static str,
    /// The only one, when there is one.
    only: Option<OnlyFailure>,
}

/// The only job that has failed.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OnlyFailure {
    /// Its entry.
    id: Uuid,
    /// What it does, in words.
    description: String,
    /// Whose it is.
    user_id: String,
}

impl FailuresBody {
    fn of(shown: Option<Shown>) -> Self {
        let Some(shown) = shown else { return Self { failed: 0, urgent: false, scope: "Own", only: None } };
        let scope = match shown.scope {
            Scope::All => "All",
            Scope::Own | Scope::None => "Own",
        };
        let only = shown.only.map(|entry| OnlyFailure {
            id: entry.id,
            description: entry.description,
            user_id: entry.user_id,
        });
        Self { failed: shown.failed, urgent: shown.urgent, scope, only }
    }
}

/// Adds the route.
pub(super) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag("jobQueueSetup")
        .summary(Some("What the caller is to be told about failed jobs"))
        .description(Some("As the setup of the job queue says; administrators of the job queue hear of everybody's."))
        .response("200", json("The failed jobs.", Ref::from_schema_name(FailuresBody::name())));
    api.route(Method::GET, "/jobQueueFailures", READ, document, failures);
}

async fn failures(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
) -> Result<Json<FailuresBody>, Error> {
    let user = caller.user_name.as_str();
    let shown = app.db.read(|read| async move { notification::shown(&read, user).await }).await?;
    Ok(Json(FailuresBody::of(shown)))
}
