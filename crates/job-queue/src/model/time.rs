use super::rules::QueueModel;
use super::state::{Lease, State};

impl QueueModel {
    /// Until the next of: the worker trusts its lease no longer; a third of the lease is left; none is left.
    pub(super) fn pass(&self, state: &mut State, at: usize) {
        let run = &mut state.runs[at];
        let token = run.token;
        let trust_ends = match (run.unheard, run.lease) {
            (true, _) => {
                run.unheard = false;
                true
            }
            (false, Lease::Whole) => {
                run.lease = Lease::LastThird;
                self.rules.two_thirds
            }
            (false, _) => {
                run.lease = Lease::Over;
                true
            }
        };
        if let Some(held) = state.holder(token).filter(|_| trust_ends) {
            held.trusts = false;
        }
    }

    pub(super) fn time_comes(&self, state: &mut State) {
        for entry in state.entries.iter_mut().flatten() {
            entry.due = true;
        }
    }
}
