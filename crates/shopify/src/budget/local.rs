use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use runtime::Clock;

use super::{Ledger, Settled, Shared, Statement};

/// A ledger in memory: for one process that has a store for itself.
#[derive(Debug)]
pub struct Local {
    clock: Clock,
    shared: Mutex<Shared>,
}

impl Local {
    /// A ledger that knows nothing of the store yet.
    pub fn new(clock: Clock) -> Self {
        Self { clock, shared: Mutex::default() }
    }
}

impl Ledger for Local {
    fn settle(&self, statement: Statement) -> Settled<'_> {
        let mut shared = self.shared.lock().unwrap_or_else(PoisonError::into_inner);
        let grant = shared.settle(self.clock.monotonic(), &statement);
        Box::pin(std::future::ready(Ok(grant)))
    }

    fn pace(&self) -> Duration {
        Duration::ZERO
    }
}
