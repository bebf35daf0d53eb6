use database::Tx;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::transition::Event;
use super::{Status, locked};
use crate::{Error, Queue, Result};

impl Queue {
    /// Sets an entry On Hold: nothing starts it. A run that is under way ends, and its entry stays on hold whatever comes
    /// of it.
    ///
    /// # Errors
    /// [`Error::NoEntry`].
    pub async fn hold(&self, tx: &Tx, id: Uuid) -> Result<()> {
        let entry = locked(tx, id).await?.ok_or(Error::NoEntry(id))?;
        let status = entry.after(Event::SetOnHold)?.unwrap_or(Status::OnHold);
        if entry.status == status {
            return Ok(());
        }
        let now = self.clock().now();
        let version = entry.version;
        let mut entry = entry.into_active_model();
        entry.status = Set(status);
        entry.runnable = Set(false);
        entry.dedupe_key = Set(None);
        entry.last_modified_date_time = Set(now);
        entry.version = Set(version + 1);
        entry.update(tx).await?;
        self.changed(tx, id).await
    }
}
