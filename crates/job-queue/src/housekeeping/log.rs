use chrono::{DateTime, Utc};
use database::Db;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::Result;
use crate::log::{Column, Entity};

/// As many log entries are deleted in one transaction, so that others get their turn in between.
const AT_ONCE: u64 = 1_000;

/// Deletes the log entries of runs that ended at `end` or before. Those of runs that are under way stay. Gives how many
/// there were.
///
/// # Errors
/// What the database says.
pub async fn delete_older_than(db: &Db, end: DateTime<Utc>) -> Result<u64> {
    let mut deleted = 0;
    loop {
        let some = db.write(|tx| async move {
            // Nothing ends before it began: the index of the beginnings leads to those that may have ended.
            let old = Entity::find()
                .select_only()
                .column(Column::EntryNumber)
                .filter(Column::StartDateTime.lte(end))
                .filter(Column::EndDateTime.lte(end));
            let old: Vec<i64> = old.limit(AT_ONCE).into_tuple().all(&tx).await?;
            let delete = Entity::delete_many().filter(Column::EntryNumber.is_in(old));
            Result::<_>::Ok(delete.exec(&tx).await?.rows_affected)
        });
        let some = some.await?;
        deleted += some;
        if some < AT_ONCE {
            return Ok(deleted);
        }
    }
}
