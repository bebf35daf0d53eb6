use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entry::{self, CatchUp, Column, Entity};
use crate::{Queue, Result, schedule};

/// Nobody worked between `since` and `now`. Entries that came due in that time and are to skip what they missed go on at
/// their next time; the others stay due, and run once.
pub(super) async fn catch_up(queue: &Queue, tx: &Tx, since: DateTime<Utc>, now: DateTime<Utc>) -> Result<()> {
    let missed = Entity::find()
        .filter(entry::runnable())
        .filter(Column::RecurringJob.eq(true))
        .filter(Column::CatchUp.eq(CatchUp::Skip))
        .filter(Column::EarliestStartDateTime.gt(since))
        .filter(Column::EarliestStartDateTime.lt(now))
        .order_by_asc(Column::EntryNumber)
        .lock_exclusive()
        .all(tx)
        .await?;
    for entry in missed {
        queue.postpone(tx, &entry, schedule::next(&entry.schedule(), now)).await?;
    }
    Ok(())
}
