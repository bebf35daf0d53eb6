use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::sea_query::{LockBehavior, LockType};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{Column, Ending, Entity, Model, StopReason, finish};
use crate::{Queue, Result};

/// As many lost runs are taken over in one transaction.
const AT_ONCE: u64 = 50;

/// Takes over the runs whose lease is over: their workers are lost, and can have no effect any more. Gives their entries.
pub(crate) async fn rescue(queue: &Queue, tx: &Tx) -> Result<Vec<Uuid>> {
    let now = queue.clock().now();
    let lost = Entity::find()
        .filter(Column::LeaseUntil.lt(now))
        .order_by_asc(Column::LeaseUntil)
        .limit(AT_ONCE)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(tx)
        .await?;
    for run in &lost {
        finish(queue, tx, run, &given_up(run, now)).await?;
    }
    Ok(lost.into_iter().map(|run| run.job_queue_entry_id).collect())
}

/// How a run ends whose lease is over: as it was told to, when its time to stop has passed as well.
pub(crate) fn given_up(run: &Model, now: DateTime<Utc>) -> Ending {
    let told = match run.stop_by {
        Some(by) if by <= now => run.stop_reason,
        _ if run.times_out_at <= now => StopReason::TimedOut,
        _ => StopReason::None,
    };
    told.ending(&run.stop_requested_by).unwrap_or(Ending::Lost)
}

/// How a run ends that ended as `ending`: one that was told to stop, and did not come to a good end after that, has ended
/// as it was told.
pub(crate) fn as_told(run: &Model, ending: &Ending) -> Ending {
    match ending {
        Ending::Failed(_) | Ending::GivenBack => {
            run.stop_reason.ending(&run.stop_requested_by).unwrap_or_else(|| ending.clone())
        }
        other => other.clone(),
    }
}
