use super::claims::become_of;
use super::rules::QueueModel;
use super::state::State;
use crate::entry::{Becomes, Event, Status, transition};

impl QueueModel {
    pub(super) fn hold(&self, state: &mut State, at: usize) {
        let Some(entry) = &mut state.entries[at] else { return };
        let Some(status) = become_of(entry.status, Event::SetOnHold) else { return };
        if status != entry.status {
            (entry.status, entry.runnable) = (status, false);
            state.acts -= 1;
        }
    }

    pub(super) fn set_ready(&self, state: &mut State, at: usize) {
        if state.run_of(at).is_some() {
            return;
        }
        let Some(entry) = &mut state.entries[at] else { return };
        let Some(status) = become_of(entry.status, Event::SetReady) else { return };
        if entry.status != Status::Ready {
            (entry.status, entry.runnable) = (status, true);
            (entry.attempts, entry.rescues, entry.rescued_at) = (0, 0, 0);
            state.acts -= 1;
        }
    }

    pub(super) fn cancel(&self, state: &mut State, at: usize) {
        if let Some(run) = state.runs.iter_mut().find(|run| run.entry == at && !run.told) {
            run.told = true;
            state.acts -= 1;
        }
    }

    pub(super) fn delete(&self, state: &mut State, at: usize) {
        let Some(entry) = state.entries[at] else { return };
        if transition(entry.status, Event::Delete) == Some(Becomes::Gone) {
            state.entries[at] = None;
            state.acts -= 1;
        }
    }
}
