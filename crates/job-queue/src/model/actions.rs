use super::rules::QueueModel;
use super::state::{Lease, Life, State};

/// What may happen next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// A worker begins an entry. Refused when the key is held: so it is for one that had looked before.
    Claim {
        worker: usize,
        entry: usize,
    },
    /// A worker asks for more time.
    Heartbeat {
        worker: usize,
    },
    /// It gets it, but the answer is lost.
    UnheardHeartbeat {
        worker: usize,
    },
    /// A worker drops what it no longer trusts to have.
    LetGo {
        worker: usize,
    },
    /// A run writes how far it is.
    Write {
        worker: usize,
    },
    /// A run calls the outside.
    Send {
        worker: usize,
    },
    /// A run ends.
    Finish {
        worker: usize,
        end: End,
    },
    /// A worker stands still, with all its clocks going on.
    Freeze {
        worker: usize,
    },
    Thaw {
        worker: usize,
    },
    Die {
        worker: usize,
    },
    /// Somebody takes over what is lost.
    Rescue,
    /// Somebody says of what is due that it waits.
    Block,
    /// Time passes until the worker no longer trusts the lease, or until the lease is over.
    Pass {
        run: usize,
    },
    /// Time passes until everything is due.
    TimeComes,
    Hold {
        entry: usize,
    },
    SetReady {
        entry: usize,
    },
    Cancel {
        entry: usize,
    },
    Delete {
        entry: usize,
    },
}

/// How a run ends by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Done,
    Idle,
    MayPass,
    Fails,
    NeedsAPerson,
    Cancelled,
    GivenBack,
}

/// How a run may end that nobody told to stop.
const ENDS: [End; 6] = [End::Done, End::Idle, End::MayPass, End::Fails, End::NeedsAPerson, End::GivenBack];
/// How one may that was cancelled.
const ENDS_WHEN_TOLD: [End; 2] = [End::Done, End::Cancelled];

impl QueueModel {
    /// Everything that may happen in `state`, also what will be refused.
    pub(super) fn possible(&self, state: &State, actions: &mut Vec<Action>) {
        for (at, worker) in state.workers.iter().enumerate() {
            match worker.life {
                Life::Alive => self.of_worker(state, at, actions),
                Life::Frozen => actions.push(Action::Thaw { worker: at }),
                Life::Dead => {}
            }
        }
        self.of_time(state, actions);
        if state.workers.iter().any(|worker| worker.life == Life::Alive) {
            actions.push(Action::Block);
            if state.rescues > 0 {
                actions.push(Action::Rescue);
            }
        }
        if state.acts > 0 {
            self.of_person(state, actions);
        }
    }

    fn of_worker(&self, state: &State, worker: usize, actions: &mut Vec<Action>) {
        let Some(held) = state.workers[worker].holds else {
            let due = |entry: &usize| state.entries[*entry].is_some_and(|entry| entry.runnable && entry.due);
            actions.extend((0..2).filter(due).map(|entry| Action::Claim { worker, entry }));
            return;
        };
        actions.extend([Action::Heartbeat { worker }, Action::Write { worker }, Action::Send { worker }]);
        if state.mishaps > 0 {
            actions.extend([Action::Freeze { worker }, Action::Die { worker }]);
        }
        let heard = state.runs.iter().all(|run| run.token != held.token || !run.unheard);
        if heard {
            actions.push(Action::UnheardHeartbeat { worker });
        }
        if !held.trusts {
            actions.push(Action::LetGo { worker });
        }
        let ends: &[End] = if held.told { &ENDS_WHEN_TOLD } else { &ENDS };
        actions.extend(ends.iter().map(|end| Action::Finish { worker, end: *end }));
    }

    fn of_time(&self, state: &State, actions: &mut Vec<Action>) {
        let running = (0..state.runs.len()).filter(|run| state.runs[*run].lease != Lease::Over);
        actions.extend(running.clone().map(|run| Action::Pass { run }));
        // It takes longer than any lease that nobody prolongs.
        if running.count() == 0 && state.entries.iter().flatten().any(|entry| !entry.due) {
            actions.push(Action::TimeComes);
        }
    }

    fn of_person(&self, state: &State, actions: &mut Vec<Action>) {
        for entry in 0..2 {
            if state.entries[entry].is_some() {
                actions.extend([Action::Hold { entry }, Action::SetReady { entry }, Action::Delete { entry }]);
            }
            actions.push(Action::Cancel { entry });
        }
    }
}
