use stateright::{Model, Property};

use super::actions::Action;
use super::rules::QueueModel;
use super::state::{Entry, Harm, Life, State, Worker};
use crate::entry::Status;

impl Model for QueueModel {
    type State = State;
    type Action = Action;

    fn init_states(&self) -> Vec<State> {
        vec![self.beginning()]
    }

    fn actions(&self, state: &State, actions: &mut Vec<Action>) {
        self.possible(state, actions);
    }

    fn next_state(&self, last: &State, action: Action) -> Option<State> {
        let next = self.after(last, action);
        (next != *last).then_some(next)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        super::properties::all(self)
    }
}

impl QueueModel {
    /// Two entries that are ready. The second has lost its worker so often that once more is too many.
    pub(super) fn beginning(&self) -> State {
        let ready = Entry {
            status: Status::Ready,
            runnable: true,
            due: true,
            attempts: 0,
            rescues: 0,
            rescued_at: 0,
            failing: false,
        };
        State {
            entries: [Some(ready), Some(Entry { rescues: super::real::RESCUED_BEFORE, ..ready })],
            runs: Vec::new(),
            workers: [Worker { life: Life::Alive, holds: None }; 3],
            acts: self.acts,
            rescues: self.rescues,
            mishaps: self.mishaps,
            harm: Harm::default(),
        }
    }

    /// The state after `action`: the same, when it is refused.
    pub(super) fn after(&self, last: &State, action: Action) -> State {
        let mut state = last.clone();
        match action {
            Action::Claim { worker, entry } => self.claim(&mut state, worker, entry),
            Action::Block => self.block(&mut state),
            Action::Heartbeat { worker } => self.heartbeat(&mut state, worker, true),
            Action::UnheardHeartbeat { worker } => self.heartbeat(&mut state, worker, false),
            Action::LetGo { worker } => state.workers[worker].holds = None,
            Action::Write { worker } => self.write(&mut state, worker),
            Action::Send { worker } => self.send(&mut state, worker),
            Action::Freeze { worker } => mishap(&mut state, worker, Life::Frozen),
            Action::Thaw { worker } => state.workers[worker].life = Life::Alive,
            Action::Die { worker } => mishap(&mut state, worker, Life::Dead),
            Action::Finish { worker, end } => self.finish(&mut state, worker, end),
            Action::Rescue => self.rescue(&mut state),
            Action::Pass { run } => self.pass(&mut state, run),
            Action::TimeComes => self.time_comes(&mut state),
            Action::Hold { entry } => self.hold(&mut state, entry),
            Action::SetReady { entry } => self.set_ready(&mut state, entry),
            Action::Cancel { entry } => self.cancel(&mut state, entry),
            Action::Delete { entry } => self.delete(&mut state, entry),
        }
        state
    }
}

fn mishap(state: &mut State, worker: usize, life: Life) {
    let holds = state.workers[worker].holds.filter(|_| life != Life::Dead);
    state.workers[worker] = Worker { life, holds };
    state.mishaps -= 1;
}
