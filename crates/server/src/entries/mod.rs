//! Job queue entries: made, changed, started, held, cancelled and deleted.

mod cancel;
mod change;
mod legacy;
mod make;
mod new;
mod preview;
mod priority;
mod progress;
mod remove;
mod run;
mod step;

use access::{Action, Area};

pub(crate) use cancel::CancelBody;
pub(crate) use change::{CHANGEABLE, shape};
pub(crate) use legacy::LEGACY;
pub(crate) use new::{NewJobQueueEntry, filters};
pub(crate) use preview::RunsBody;
pub(crate) use priority::PriorityBody;
pub(crate) use progress::PROGRESS;
pub(crate) use remove::{RemoveFailedBody, RemovedBody};
pub(crate) use run::RUN_OF_ENTRY;

use crate::api::Api;

const TAG: &str = "jobQueueEntries";
const CHANGE: (Area, Action) = (Area::JobQueue, Action::Change);
const RUN: (Area, Action) = (Area::JobQueue, Action::Run);

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    make::serve(api);
    change::serve(api);
    preview::serve(api);
    step::serve(api);
    cancel::serve(api);
    priority::serve(api);
    remove::serve(api);
}
