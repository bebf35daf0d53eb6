use stateright::Representative;

use super::state::State;

/// A token that is no row's: which one does not matter, nor of which entry it was.
const STALE: u8 = u8::MAX;

/// Workers are alike, and so are tokens: states that differ only in their names are one.
impl Representative for State {
    fn representative(&self) -> Self {
        let mut state = self.clone();
        state.runs.sort_by_key(|run| run.entry);
        let rows: Vec<u8> = state.runs.iter().map(|run| run.token).collect();
        let renamed = |token: u8| rows.iter().zip(0..).find(|(row, _)| **row == token).map_or(STALE, |(_, name)| name);
        for run in &mut state.runs {
            run.token = renamed(run.token);
        }
        for held in state.workers.iter_mut().filter_map(|worker| worker.holds.as_mut()) {
            held.token = renamed(held.token);
            if held.token == STALE {
                (held.entry, held.told) = (0, false);
            }
        }
        state.workers.sort_by_key(|worker| (worker.life, worker.holds));
        state
    }
}
