use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Set};

use crate::entry::{self, CatchUp, Column, Entity, Event};
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
        let next = schedule::next(&entry.schedule(), now);
        let Some(status) = entry.after(Event::Postpone)? else { continue };
        let (id, version, turn) = (entry.id, entry.version, next + entry.priority_within_category.patience());
        let mut entry = entry.into_active_model();
        entry.status = Set(status);
        entry.earliest_start_date_time = Set(Some(next));
        entry.turn = Set(turn);
        entry.last_modified_date_time = Set(now);
        entry.version = Set(version + 1);
        entry.update(tx).await?;
        queue.changed(tx, id).await?;
    }
    Ok(())
}
