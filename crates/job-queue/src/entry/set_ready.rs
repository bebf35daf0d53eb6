use database::Tx;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::transition::Event;
use super::{Model, Status, locked};
use crate::{Error, Queue, Result, run, schedule};

impl Queue {
    /// Sets an entry to Ready: it runs when its time has come, with all its attempts before it. Does nothing to an entry
    /// that is ready.
    ///
    /// # Errors
    /// [`Error::Running`] for one that runs.
    pub async fn set_ready(&self, tx: &Tx, id: Uuid) -> Result<()> {
        let entry = not_running(tx, id).await?;
        if entry.status == Status::Ready {
            return Ok(());
        }
        self.make_ready(tx, entry, Event::SetReady).await
    }

    /// Makes an entry ready because of `event`.
    pub(super) async fn make_ready(&self, tx: &Tx, entry: Model, event: Event) -> Result<()> {
        entry.is_for_workers()?;
        let status = entry.after(event)?.unwrap_or_default();
        let now = self.clock().now();
        let earliest = schedule::made_ready(&entry.schedule(), now);
        let (id, version, turn) = (entry.id, entry.version, earliest + entry.priority_within_category.patience());
        let mut entry = entry.into_active_model();
        entry.status = Set(status);
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

/// The entry of that id, kept from others until the transaction ends.
///
/// # Errors
/// [`Error::NoEntry`]; [`Error::Running`] for one that runs, also when it was set On Hold meanwhile.
pub(super) async fn not_running(tx: &Tx, id: Uuid) -> Result<Model> {
    let entry = locked(tx, id).await?.ok_or(Error::NoEntry(id))?;
    match run::of_entry(tx, id).await? {
        Some(_) => Err(Error::Running(id)),
        None => Ok(entry),
    }
}
