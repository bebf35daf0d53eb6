use super::rules::QueueModel;
use super::state::{Held, Lease, Run, State};
use crate::entry::{Becomes, Event, Status, transition};

impl QueueModel {
    pub(super) fn claim(&self, state: &mut State, worker: usize, at: usize) {
        let is_held = !state.runs.is_empty();
        if is_held && (self.rules.unique_key || state.run_of(at).is_some()) {
            return;
        }
        let token = state.fresh_token();
        let Some(entry) = &mut state.entries[at] else { return };
        let Some(status) = become_of(entry.status, Event::Begin) else { return };
        (entry.status, entry.runnable) = (status, false);
        state.runs.push(Run { entry: at, token, lease: Lease::Whole, told: false, unheard: false, done: 0 });
        state.workers[worker].holds = Some(Held { entry: at, token, trusts: true, told: false });
    }

    pub(super) fn block(&self, state: &mut State) {
        if state.runs.is_empty() {
            return;
        }
        for entry in state.entries.iter_mut().flatten() {
            if entry.runnable && entry.due && entry.status == Status::Ready {
                entry.status = become_of(entry.status, Event::Block).unwrap_or(entry.status);
            }
        }
    }
}

/// The state that follows, by the code's own table; `None` when the event can't happen there.
pub(super) fn become_of(status: Status, event: Event) -> Option<Status> {
    match transition(status, event)? {
        Becomes::Is(next) => Some(next),
        Becomes::Same => Some(status),
        Becomes::Gone => None,
    }
}
