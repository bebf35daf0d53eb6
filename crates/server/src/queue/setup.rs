//! The setup of the job queue: whom it tells what, and how long it keeps its log. One record, which is always there.

use std::sync::LazyLock;

use access::{Area, Principal};
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use database::{Notice, Record};
use job_queue::notification::setup::{self, Entity, Model};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;

use super::{READ, SET_UP};
use crate::api::Api;
use crate::audited::audited;
use crate::body::Body;
use crate::openapi::{body, record, refused, versioned};
use crate::records::{MustMatch, Resource, Set, answer};
use crate::{App, Error};

const TAG: &str = "jobQueueSetup";
const PATH: &str = "/jobQueueSetup";
const CHANGEABLE: [&str; 8] = [
    "notifyUserInitiatingTask",
    "notifyJobQueueAdmin",
    "inProductNotification",
    "mailNotification",
    "notifyWhenJobFailed",
    "threshold1",
    "threshold2",
    "logRetentionDays",
];

static SETUP: LazyLock<Set<Entity>> = LazyLock::new(|| Set::new(Area::JobQueue).changed_by(CHANGEABLE));

/// What it looks like.
pub(crate) fn resource() -> &'static dyn Resource {
    &*SETUP
}

/// What is to be changed of the setup; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = JobQueueSetupChange)]
pub(crate) struct SetupChange {
    /// Whether the user is told whose job has failed.
    notify_user_initiating_task: Option<bool>,
    /// Whether the administrators of the job queue are told.
    notify_job_queue_admin: Option<bool>,
    /// Whether people are told on their Role Center.
    in_product_notification: Option<bool>,
    /// Whether they are also told by mail.
    mail_notification: Option<bool>,
    /// Whether they are told as soon as one job has failed; otherwise once as many have failed as the thresholds say.
    notify_when_job_failed: Option<bool>,
    /// From how many failed jobs on.
    threshold1: Option<i32>,
    /// From how many failed jobs on it is urgent; not less than `threshold1`.
    threshold2: Option<i32>,
    /// For how many days log entries are kept, at most 3,650; 0: for ever.
    log_retention_days: Option<i32>,
}

impl SetupChange {
    fn of(&self, there: Model) -> Model {
        Model {
            notify_user_initiating_task: self.notify_user_initiating_task.unwrap_or(there.notify_user_initiating_task),
            notify_job_queue_admin: self.notify_job_queue_admin.unwrap_or(there.notify_job_queue_admin),
            in_product_notification: self.in_product_notification.unwrap_or(there.in_product_notification),
            mail_notification: self.mail_notification.unwrap_or(there.mail_notification),
            notify_when_job_failed: self.notify_when_job_failed.unwrap_or(there.notify_when_job_failed),
            threshold1: self.threshold1.unwrap_or(there.threshold1),
            threshold2: self.threshold2.unwrap_or(there.threshold2),
            log_retention_days: self.log_retention_days.unwrap_or(there.log_retention_days),
            ..there
        }
    }
}

/// Adds the routes.
pub(super) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Read the setup of the job queue"))
        .response("200", record("The setup.", TAG));
    api.route(Method::GET, PATH, READ, document, read);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Change the setup of the job queue"))
        .request_body(Some(body::<SetupChange>("What is to be changed.")))
        .response("200", record("The setup.", TAG))
        .response("400", refused("BadRequest"));
    api.route(Method::PATCH, PATH, SET_UP, versioned(document), change);
}

async fn read(State(app): State<App>) -> Result<Response, Error> {
    let setup = app.db.read(|read| async move { setup::read(&read).await }).await?;
    Ok(answer(StatusCode::OK, SETUP.row(&setup)))
}

async fn change(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    MustMatch(version): MustMatch,
    Body(change): Body<SetupChange>,
) -> Result<Response, Error> {
    let (here, caller, version, change) = (&app, &caller, &version, &change);
    let write = |tx: database::Tx| async move {
        let there = setup::read(&tx).await?;
        version.check::<Entity>(&there)?;
        let changed = change.of(there.clone());
        audited::<Entity>(here, &tx, caller, Some(&there), Some(&changed)).await?;
        setup::write(&tx, changed).await?;
        Ok::<_, Error>(tx.notify(Notice::new(Entity::NAME, setup::ONLY.to_string())).await?)
    };
    app.db.write(write).await?;
    read(State(app)).await
}
