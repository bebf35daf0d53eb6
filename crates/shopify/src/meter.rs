use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What a run costs: the calls of its clients, and the points they asked for. Clones count together.
#[derive(Clone, Debug, Default)]
pub struct Meter(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    calls: AtomicU64,
    points: AtomicU64,
}

impl Meter {
    /// How many requests were sent, the refused among them.
    pub fn calls(&self) -> u64 {
        self.0.calls.load(Ordering::Relaxed)
    }

    /// The sum of the requested costs of all requests that were executed.
    pub fn points(&self) -> u64 {
        self.0.points.load(Ordering::Relaxed)
    }

    pub(crate) fn count_call(&self) {
        self.0.calls.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn count_points(&self, points: u64) {
        self.0.points.fetch_add(points, Ordering::Relaxed);
    }
}
