use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::set_ready::not_running;
use super::transition::Event;
use super::{Column, Entity, Status};
use crate::{Queue, Result};

impl Queue {
    /// Restarts an entry, whatever its state: all its attempts are before it, and its next run is computed anew. One that
    /// failed or sleeps runs as soon as its days and its window allow, not only at its next scheduled time.
    ///
    /// # Errors
    /// [`crate::Error::Running`] for one that runs.
    pub async fn restart(&self, tx: &Tx, id: Uuid) -> Result<()> {
        let mut entry = not_running(tx, id).await?;
        if matches!(entry.status, Status::Error | Status::OnHoldWithInactivityTimeout) {
            entry.earliest_start_date_time = None;
        }
        self.make_ready(tx, entry, Event::Restart).await
    }

    /// There is something to do for the entries of `object` and `scope` that sleep: they run as soon as their days and
    /// their window allow. Gives how many there were.
    ///
    /// # Errors
    /// What the database says.
    pub async fn wake(&self, tx: &Tx, object: i32, scope: &str) -> Result<usize> {
        let asleep = Entity::find()
            .filter(Column::ObjectIdToRun.eq(object))
            .filter(Column::Scope.eq(scope))
            .filter(Column::Status.eq(Status::OnHoldWithInactivityTimeout))
            .order_by_asc(Column::EntryNumber)
            .lock_exclusive()
            .all(tx)
            .await?;
        let woken = asleep.len();
        for mut entry in asleep {
            entry.earliest_start_date_time = None;
            self.make_ready(tx, entry, Event::Wake).await?;
        }
        Ok(woken)
    }
}
