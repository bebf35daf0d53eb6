use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Column, Entity, locked};
use crate::{Error, Queue, Result, category};

impl Queue {
    /// Deletes an entry. A run that is under way ends, keeps others of its category away until then, and leaves its log.
    ///
    /// # Errors
    /// [`Error::NoEntry`].
    pub async fn delete(&self, tx: &Tx, id: Uuid) -> Result<()> {
        let entry = locked(tx, id).await?.ok_or(Error::NoEntry(id))?;
        Entity::delete_many().filter(Column::Id.eq(id)).exec(tx).await?;
        category::forget_key(tx, &entry).await?;
        self.changed(tx, id).await
    }
}
