use database::Tx;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::Priority;
use super::set_ready::not_running;
use crate::{Queue, Result};

impl Queue {
    /// Sets which of the waiting entries of its category an entry is.
    ///
    /// # Errors
    /// [`crate::Error::NoEntry`]; [`crate::Error::Running`] for one that runs.
    pub async fn set_priority(&self, tx: &Tx, id: Uuid, priority: Priority) -> Result<()> {
        let entry = not_running(tx, id).await?;
        if entry.priority_within_category == priority {
            return Ok(());
        }
        let (now, version) = (self.clock().now(), entry.version);
        let from = entry.earliest_start_date_time.unwrap_or(now);
        let mut entry = entry.into_active_model();
        entry.priority_within_category = Set(priority);
        entry.turn = Set(from + priority.patience());
        entry.last_modified_date_time = Set(now);
        entry.version = Set(version + 1);
        entry.update(tx).await?;
        self.changed(tx, id).await
    }
}
