use database::Tx;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{Mode, Model, Status, locked};
use crate::{Error, Queue, Result, run, schedule};

impl Queue {
    /// Sets an entry to Ready: it runs when its time has come, with all its attempts before it. Does nothing to an entry
    /// that is ready.
    ///
    /// # Errors
    /// [`Error::Running`] for one that runs.
    pub async fn set_ready(&self, tx: &Tx, id: Uuid) -> Result<()> {
        let entry = locked(tx, id).await?.ok_or(Error::NoEntry(id))?;
        if run::of_entry(tx, id).await?.is_some() {
            return Err(Error::Running(id));
        }
        if entry.status == Status::Ready {
            return Ok(());
        }
        if entry.mode == Mode::Foreground {
            let remedy = "it belonged to a person who waited for it; start the task again";
            return Err(Error::State { id, status: entry.status, remedy });
        }
        self.make_ready(tx, entry).await
    }

    pub(crate) async fn make_ready(&self, tx: &Tx, entry: Model) -> Result<()> {
        let now = self.clock().now();
        let earliest = schedule::made_ready(&entry.schedule(), now);
        let (id, version, turn) = (entry.id, entry.version, earliest + entry.priority_within_category.patience());
        let mut entry = entry.into_active_model();
        entry.status = Set(Status::Ready);
        entry.runnable = Set(true);
        entry.attempts = Set(0);
        entry.rescues = Set(0);
        entry.rescued_at = Set(0);
        entry.error_message = Set(String::new());
        entry.earliest_start_date_time = Set(Some(earliest));
        entry.turn = Set(turn);
        entry.last_ready_state = Set(now);
        entry.last_modified_date_time = Set(now);
        entry.version = Set(version + 1);
        entry.update(tx).await?;
        self.changed(tx, id).await
    }
}
