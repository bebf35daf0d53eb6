use super::rules::QueueModel;
use super::state::{Lease, State};

impl QueueModel {
    pub(super) fn heartbeat(&self, state: &mut State, worker: usize, heard: bool) {
        let Some(mut held) = state.workers[worker].holds else { return };
        let Some(run) = state.run(held.token).filter(|run| run.lease != Lease::Over) else {
            state.workers[worker].holds = None;
            return;
        };
        run.lease = Lease::Whole;
        run.unheard = !heard && held.trusts;
        if heard {
            held.trusts = true;
            held.told |= run.told;
        }
        state.workers[worker].holds = Some(held);
    }

    pub(super) fn write(&self, state: &mut State, worker: usize) {
        let Some(token) = state.workers[worker].token() else { return };
        if !self.may_write(state, worker) {
            return;
        }
        match state.run(token) {
            Some(run) => run.done = 1,
            None => state.harm.wrote = true,
        }
    }

    pub(super) fn send(&self, state: &mut State, worker: usize) {
        let Some(token) = state.workers[worker].token() else { return };
        if self.may_send(state, worker) && !state.is_held(token) {
            state.harm.sent = true;
        }
    }

    /// Whether a write of this worker is taken.
    pub(super) fn may_write(&self, state: &State, worker: usize) -> bool {
        let token = state.workers[worker].token();
        let is_its_own = state.runs.iter().any(|run| Some(run.token) == token && run.lease != Lease::Over);
        is_its_own || !self.rules.fence
    }

    /// Whether this worker calls the outside.
    pub(super) fn may_send(&self, state: &State, worker: usize) -> bool {
        state.workers[worker].holds.is_some_and(|held| held.trusts && !held.told)
    }
}
