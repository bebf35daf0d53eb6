use stateright::Property;

use super::rules::QueueModel;
use super::state::{State, Worker};
use crate::entry::Status;

pub(super) const ONE_RUN: &str = "at most one run of an exclusion key";
pub(super) const OWN_WRITES: &str = "only who has the run writes";
pub(super) const OWN_CALLS: &str = "only who has the run calls the outside";

/// What must hold always, and what must be possible: otherwise it would hold for want of cases.
pub(super) fn all(model: &QueueModel) -> Vec<Property<QueueModel>> {
    let mut all = vec![
        Property::always(ONE_RUN, |_, state: &State| state.runs.len() <= 1),
        Property::always(OWN_WRITES, |_, state: &State| !state.harm.wrote),
        Property::always(OWN_CALLS, |_, state: &State| !state.harm.sent),
        Property::always("every run can end", |_, state: &State| !state.harm.stuck),
        Property::always("In Process is what has a run, and nothing else is unless it is held", |_, state: &State| {
            every(state, |state, at| match (status(state, at), state.run_of(at).is_some()) {
                (Some(status), true) => matches!(status, Status::InProcess | Status::OnHold),
                (status, false) => status != Some(Status::InProcess),
                (None, true) => true,
            })
        }),
        Property::always("a worker may take only what waits, failed or sleeps", |_, state: &State| {
            state.entries.iter().flatten().all(|entry| match entry.status {
                Status::Ready | Status::Waiting => entry.runnable,
                Status::Error | Status::OnHoldWithInactivityTimeout => true,
                Status::InProcess | Status::OnHold => !entry.runnable,
                Status::Finished => false,
            })
        }),
        Property::always("nobody may take what runs", |_, state: &State| {
            every(state, |state, at| {
                state.run_of(at).is_none() || state.entries[at].is_none_or(|entry| !entry.runnable)
            })
        }),
        Property::always("no more attempts than allowed", |_, state: &State| {
            state.entries.iter().flatten().all(|entry| entry.attempts <= super::real::MAX_ATTEMPTS)
        }),
        Property::sometimes("an entry waits for the other", |_, state: &State| {
            every(state, |state, at| matches!(status(state, at), Some(Status::InProcess | Status::Waiting)))
                && state.entries.iter().flatten().any(|entry| entry.status == Status::Waiting)
        }),
        Property::sometimes("a worker believes to have what it has lost, while another runs", |_, state: &State| {
            let holds = |worker: &Worker| worker.token().is_some_and(|token| !state.is_held(token));
            !state.runs.is_empty() && state.workers.iter().any(holds)
        }),
        Property::sometimes("an entry is stopped that ends its worker", |model: &QueueModel, state: &State| {
            state.acts == model.acts && state.entries[1].is_some_and(|entry| entry.rescues > 5 && !entry.runnable)
        }),
    ];
    if model.acts > 1 {
        all.push(Property::sometimes(
            "one entry is on hold after it ran, and the other deleted",
            |_, state: &State| {
                let held = |at| status(state, at) == Some(Status::OnHold) && state.run_of(at).is_none();
                state.acts == 0 && (0..2).any(|at| held(at) && state.entries[1 - at].is_none())
            },
        ));
    }
    if model.recurring == [false; 2] {
        all.push(Property::sometimes(
            "both entries come to their end by themselves",
            |model: &QueueModel, state: &State| {
                state.entries == [None; 2] && state.runs.is_empty() && state.acts == model.acts
            },
        ));
    }
    if model.recurring[0] {
        all.push(Property::sometimes("what failed for good runs again at its next time", |_, state: &State| {
            state.entries[0].is_some_and(|entry| entry.status == Status::Error && entry.runnable && entry.due)
        }));
        all.push(Property::sometimes("an entry sleeps", |_, state: &State| {
            status(state, 0) == Some(Status::OnHoldWithInactivityTimeout)
        }));
    }
    all
}

fn every(state: &State, holds: fn(&State, usize) -> bool) -> bool {
    (0..state.entries.len()).all(|at| holds(state, at))
}

fn status(state: &State, at: usize) -> Option<Status> {
    state.entries[at].map(|entry| entry.status)
}
