use std::sync::Arc;

use tokio::sync::watch;

/// Where a webhook says that a bulk operation has ended, so that nobody has to wait until the next look. It is only a
/// hint: webhooks get lost, and whoever waits looks by himself as well. Clones are one.
#[derive(Clone, Debug)]
pub struct Finish(Arc<watch::Sender<u64>>);

impl Default for Finish {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(0)))
    }
}

impl Finish {
    /// Says that an operation of the store has ended, whichever it is.
    pub fn tell(&self) {
        self.0.send_modify(|times| *times = times.wrapping_add(1));
    }

    /// Hears of what is told from now on.
    pub(super) fn listen(&self) -> watch::Receiver<u64> {
        self.0.subscribe()
    }
}
