use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::sea_query::{LockBehavior, LockType};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::entry::{self, Column, Entity};
use crate::{Queue, Result};

/// As many expired entries are deleted in one round.
const AT_ONCE: u64 = 500;

/// Deletes the entries that expired while something of their category kept them waiting.
pub(super) async fn expire(queue: &Queue, tx: &Tx, now: DateTime<Utc>) -> Result<()> {
    let expired = Entity::find()
        .filter(entry::runnable())
        .filter(Column::EarliestStartDateTime.lte(now))
        .filter(Column::ExpirationDateTime.lt(now))
        .limit(AT_ONCE)
        // One that a worker takes at this moment has not expired while it waited.
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(tx)
        .await?;
    for entry in expired {
        queue.expire(tx, &entry).await?;
    }
    Ok(())
}
