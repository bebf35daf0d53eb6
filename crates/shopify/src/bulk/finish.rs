use std::sync::{Arc, OnceLock};

use tokio::sync::watch;

/// Where a webhook says that a bulk operation has ended, so that nobody has to wait until the next look. It is only a
/// hint: webhooks get lost, and whoever waits looks by himself as well. Clones are one.
#[derive(Clone, Debug)]
pub struct Finish(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    times: watch::Sender<u64>,
    started: OnceLock<cynic::Id>,
}

impl Default for Finish {
    fn default() -> Self {
        Self(Arc::new(Shared { times: watch::Sender::new(0), started: OnceLock::new() }))
    }
}

impl Finish {
    /// Says that an operation of the store has ended, whichever it is.
    pub fn tell(&self) {
        self.0.times.send_modify(|times| *times = times.wrapping_add(1));
    }

    /// The mutation that was started with it; none before. Whoever gives up waiting can have it cancelled.
    pub fn started(&self) -> Option<&cynic::Id> {
        self.0.started.get()
    }

    pub(super) fn has_started(&self, id: &cynic::Id) {
        // Of several the first one stays.
        let _ = self.0.started.set(id.clone());
    }

    /// Hears of what is told from now on.
    pub(super) fn listen(&self) -> watch::Receiver<u64> {
        self.0.times.subscribe()
    }
}
