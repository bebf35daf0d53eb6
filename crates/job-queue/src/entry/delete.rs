use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::transition::Event;
use super::{Column, Entity, Model, Status, locked};
use crate::{Error, Queue, Result, category, log};

/// An entry that has failed is left alone for so long, in case its run has just ended.
const REST: chrono::Duration = chrono::Duration::seconds(30);

impl Queue {
    /// Deletes an entry. A run that is under way ends, keeps others of its category away until then, and leaves its log.
    ///
    /// # Errors
    /// [`Error::NoEntry`].
    pub async fn delete(&self, tx: &Tx, id: Uuid) -> Result<()> {
        let entry = locked(tx, id).await?.ok_or(Error::NoEntry(id))?;
        self.remove(tx, &entry, Event::Delete).await
    }

    /// Deletes the entries that have failed, do not recur, and failed more than half a minute ago: of `user`, or
    /// everybody's. Gives how many there were.
    ///
    /// # Errors
    /// What the database says.
    pub async fn remove_failed(&self, tx: &Tx, user: Option<&str>) -> Result<usize> {
        let mut failed = Entity::find()
            .filter(Column::Status.eq(Status::Error))
            .filter(Column::RecurringJob.eq(false))
            .filter(Column::LastModifiedDateTime.lte(self.clock().now() - REST));
        if let Some(user) = user {
            failed = failed.filter(Column::UserId.eq(user));
        }
        let failed = failed.order_by_asc(Column::EntryNumber).lock_exclusive().all(tx).await?;
        for entry in &failed {
            self.remove(tx, entry, Event::Delete).await?;
        }
        Ok(failed.len())
    }

    /// Deletes an entry whose expiration has passed.
    pub(crate) async fn expire(&self, tx: &Tx, entry: &Model) -> Result<()> {
        self.remove(tx, entry, Event::Expire).await
    }

    async fn remove(&self, tx: &Tx, entry: &Model, event: Event) -> Result<()> {
        if entry.after(event)?.is_some() {
            return Ok(());
        }
        Entity::delete_many().filter(Column::Id.eq(entry.id)).exec(tx).await?;
        log::forget_task(tx, entry.id).await?;
        category::forget_key(tx, entry).await?;
        self.changed(tx, entry.id).await
    }
}
