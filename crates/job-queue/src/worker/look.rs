use chrono::{DateTime, Utc};
use database::Read;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::{Queue, Result, entry, run};

/// What a worker sees without writing: most of the time there is nothing to do, and then nobody has to wait for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outlook {
    /// Whether a run's lease is over.
    pub(super) lost: bool,
    /// When the first entry was or will be due.
    pub(super) due: Option<DateTime<Utc>>,
}

/// Looks.
pub(super) async fn look(queue: &Queue) -> Result<Outlook> {
    let now = queue.clock().now();
    queue
        .db()
        .read(|r: Read| async move {
            let lost = run::Entity::find().filter(run::Column::LeaseUntil.lt(now)).one(&r).await?.is_some();
            Result::<_>::Ok(Outlook { lost, due: first_due(&r, None).await? })
        })
        .await
}

/// When the next entry will be due that is not yet.
pub(super) async fn next_due(queue: &Queue) -> Result<Option<DateTime<Utc>>> {
    let now = queue.clock().now();
    queue.db().read(|r: Read| async move { first_due(&r, Some(now)).await }).await
}

/// When the first of the entries that a worker may take was or will be due; with `after`, the first after that.
///
/// # Errors
/// What the database says.
pub async fn first_due(
    connection: &impl ConnectionTrait,
    after: Option<DateTime<Utc>>,
) -> Result<Option<DateTime<Utc>>> {
    let earliest = entry::Column::EarliestStartDateTime;
    let mut first = entry::Entity::find().filter(entry::runnable());
    if let Some(after) = after {
        first = first.filter(earliest.gt(after));
    }
    let first = first.select_only().column_as(earliest.min(), "first").into_tuple::<Option<DateTime<Utc>>>();
    Ok(first.one(connection).await?.flatten())
}
