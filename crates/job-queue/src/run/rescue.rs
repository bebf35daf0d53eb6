use database::Tx;
use sea_orm::sea_query::{LockBehavior, LockType};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{Column, Ending, Entity, finish};
use crate::{Queue, Result};

/// As many lost runs are taken over in one transaction.
const AT_ONCE: u64 = 50;

/// Takes over the runs whose lease is over: their workers are lost, and can have no effect any more. Gives their entries.
pub(crate) async fn rescue(queue: &Queue, tx: &Tx) -> Result<Vec<Uuid>> {
    let lost = Entity::find()
        .filter(Column::LeaseUntil.lt(queue.clock().now()))
        .order_by_asc(Column::LeaseUntil)
        .limit(AT_ONCE)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(tx)
        .await?;
    for run in &lost {
        finish(queue, tx, run, &Ending::Lost).await?;
    }
    Ok(lost.into_iter().map(|run| run.job_queue_entry_id).collect())
}
