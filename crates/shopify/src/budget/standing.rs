use std::time::Duration;

use super::Shared;

/// How the budget of a store stands at one moment, for people who look at it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Whether the store has said anything yet. Before, the bucket is taken to be that of the smallest plan.
    pub known: bool,
    /// The points that nobody holds.
    pub level: f64,
    /// The points that the bucket holds at most.
    pub maximum: f64,
    /// The points that run in each second.
    pub rate: f64,
    /// The points that processes have taken for their calls and not yet given an account of.
    pub held: f64,
    /// The points of the calls that stand first in the lines of processes and wait for them.
    pub waiting: f64,
    /// The processes that call the store.
    pub processes: usize,
    /// How long it takes until there are the points that are waited for, if nothing else comes.
    pub wait: Duration,
}

impl Shared {
    /// How it stands `now`, with what has run in since it was last settled with.
    pub fn standing(&self, now: Duration) -> Standing {
        let mut shared = self.clone();
        shared.pass(now);
        let (held, processes) = (shared.held(), shared.slices.len());
        let nexts = || shared.slices.values().filter_map(|slice| slice.next).filter(|next| next.cost > 0.0);
        let waiting: f64 = nexts().map(|next| next.cost).sum();
        let reserve = if nexts().all(|next| next.urgent) { 0.0 } else { shared.reserve(waiting) };
        let missing = waiting + reserve - shared.level;
        let wait = if waiting > 0.0 && missing > 0.0 { shared.time_for(missing) } else { Duration::ZERO };
        let Shared { level, maximum, rate, known, .. } = shared;
        Standing { known, level, maximum, rate, held, waiting, processes, wait }
    }
}
