use super::actions::End;
use super::claims::become_of;
use super::real;
use super::rules::{QueueModel, Rescuer};
use super::state::{Entry, Lease, State};
use crate::entry::{Becomes, Status, transition};
use crate::run::{Ending, as_told, given_up, outcome};

impl QueueModel {
    /// A worker ends its run, if it is still its own.
    pub(super) fn finish(&self, state: &mut State, worker: usize, end: End) {
        let may = self.may_write(state, worker);
        let Some(held) = state.workers[worker].holds.take() else { return };
        let at = state.runs.iter().position(|run| run.token == held.token);
        match at {
            Some(at) if may => self.end(state, at, &as_told(&real::run(&state.runs[at]), &real::ending(end))),
            None if may => state.harm.wrote = true,
            _ => {}
        }
    }

    /// Everything that is lost is taken over.
    pub(super) fn rescue(&self, state: &mut State) {
        let is_lost = |lease| match self.rules.rescuer {
            Rescuer::Waits => lease == Lease::Over,
            Rescuer::IsAhead => lease != Lease::Whole,
            Rescuer::DoesNotWait => true,
        };
        let mut taken = false;
        while let Some(at) = state.runs.iter().position(|run| is_lost(run.lease)) {
            let ending = given_up(&real::run(&state.runs[at]), real::now());
            self.end(state, at, &ending);
            taken = true;
        }
        state.rescues -= u8::from(taken);
    }

    /// The row goes, and the code says what becomes of the entry.
    fn end(&self, state: &mut State, at: usize, ending: &Ending) {
        let run = state.runs.remove(at);
        let Some(entry) = state.entries[run.entry] else { return };
        let now = real::now();
        let after = outcome(&real::run(&run), &real::entry(&entry, self.recurring[run.entry]), ending, now);
        state.entries[run.entry] = match transition(entry.status, after.event) {
            Some(Becomes::Gone) => None,
            Some(_) => {
                let status = become_of(entry.status, after.event).unwrap_or(entry.status);
                Some(Entry {
                    status,
                    runnable: after.at.is_some() && status != Status::OnHold,
                    due: after.at.map_or(entry.due, |at| at <= now),
                    attempts: after.attempts,
                    rescues: after.rescues,
                    rescued_at: after.rescued_at,
                    failing: after.failed_since.is_some(),
                })
            }
            None => {
                state.harm.stuck = true;
                Some(entry)
            }
        };
    }
}
