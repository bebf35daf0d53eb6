use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use shopify::bulk::Heard;
use uuid::Uuid;
use values::Code;

/// As much waits at most; what comes beyond is heard of again by looking at the operations.
const MOST: usize = 1_000;

/// What was heard of bulk operations and waits to be written down.
#[derive(Debug, Default)]
pub(crate) struct Queue(Mutex<Vec<Arc<Told>>>);

/// Something that was heard of an operation.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) at: DateTime<Utc>,
    pub(crate) shop_code: Code<20>,
    /// The log entry of the run, where it was a run.
    pub(crate) run: Option<Uuid>,
    /// Whether lines are kept.
    pub(crate) keeps_lines: bool,
    /// Whether they are kept with what is personal in them.
    pub(crate) keeps_personal: bool,
    pub(crate) heard: Heard,
}

impl Queue {
    pub(crate) fn push(&self, told: Told) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() >= MOST {
            tracing::warn!("what is heard of bulk operations could not be written down as fast as it came");
            return;
        }
        waiting.push(Arc::new(told));
    }

    /// The first of what waits.
    pub(super) fn first(&self, most: usize) -> Vec<Arc<Told>> {
        let waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.iter().take(most).cloned().collect()
    }

    /// Forgets the first `count`: they are written.
    pub(super) fn forget(&self, count: usize) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = count.min(waiting.len());
        waiting.drain(..count);
    }
}
