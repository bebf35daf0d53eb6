use database::Tx;
use uuid::Uuid;

use super::{Mode, Status, locked};
use crate::{Error, Queue, Result, run};

impl Queue {
    /// Restarts an entry, whatever its state: all its attempts are before it, and its next run is computed anew. One that
    /// failed or sleeps runs as soon as its days and its window allow, not only at its next scheduled time.
    ///
    /// # Errors
    /// [`Error::Running`] for one that runs.
    pub async fn restart(&self, tx: &Tx, id: Uuid) -> Result<()> {
        let mut entry = locked(tx, id).await?.ok_or(Error::NoEntry(id))?;
        if run::of_entry(tx, id).await?.is_some() {
            return Err(Error::Running(id));
        }
        if entry.mode == Mode::Foreground {
            let remedy = "it belonged to a person who waited for it; start the task again";
            return Err(Error::State { id, status: entry.status, remedy });
        }
        if matches!(entry.status, Status::Error | Status::OnHoldWithInactivityTimeout) {
            entry.earliest_start_date_time = None;
        }
        self.make_ready(tx, entry).await
    }
}
