//! The job queue around its entries: categories and their lines, workers, whom it tells, its log.

mod administrators;
mod categories;
mod failures;
mod lines;
mod logs;
mod notifications;
mod scheduled_jobs;
mod setup;
mod workers;

use access::{Action, Area};

pub(crate) use administrators::NewAdministrator;
pub(crate) use categories::{CHANGEABLE, CategoryChange, NewCategory};
pub(crate) use failures::{FailuresBody, OnlyFailure};
pub(crate) use lines::{LineBody, LineHolder, LineWaiting, LinesBody};
pub(crate) use logs::{DeleteOlderBody, DeletedBody, end_of};
pub(crate) use scheduled_jobs::{ScheduledJob, ScheduledJobsBody};
pub(crate) use setup::{SetupChange, resource as setup};
pub(crate) use workers::LIVENESS;

use crate::api::Api;

const READ: (Area, Action) = (Area::JobQueue, Action::Read);
const CHANGE: (Area, Action) = (Area::JobQueue, Action::Change);
const SET_UP: (Area, Action) = (Area::Setup, Action::Change);

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    categories::serve(api);
    lines::serve(api);
    setup::serve(api);
    administrators::serve(api);
    notifications::serve(api);
    failures::serve(api);
    logs::serve(api);
    scheduled_jobs::serve(api);
}
