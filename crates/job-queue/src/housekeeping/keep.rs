use std::time::Duration;

use super::{duty, expire, log};
use crate::notification::setup;
use crate::{Queue, Result, presence};

/// How often there is a round.
pub(crate) const EVERY: Duration = Duration::from_secs(60);

/// One round, if `worker` is the one to make it: entries that expired while they waited are deleted, workers that are
/// gone and log entries that have had their time are forgotten.
pub(crate) async fn keep_house(queue: &Queue, worker: &str) -> Result<()> {
    let leads = |tx| async move { duty::lead(&tx, worker, queue.clock().now()).await };
    if !queue.db().write(leads).await? {
        return Ok(());
    }
    let now = queue.clock().now();
    let round = |tx| async move {
        expire::expire(queue, &tx, now).await?;
        presence::forget(&tx, now).await?;
        Result::<_>::Ok(setup::read(&tx).await?.log_retention_days)
    };
    let days = queue.db().write(round).await?;
    if days > 0 {
        log::delete_older_than(queue.db(), now - chrono::Duration::days(days.into())).await?;
    }
    Ok(())
}
