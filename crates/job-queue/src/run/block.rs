use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Select};
use uuid::Uuid;

use super::{Column, Entity};
use crate::entry::{self, Becomes, Event, Status};
use crate::{Queue, Result};

/// As many entries are said to wait in one transaction.
const AT_ONCE: u64 = 100;

/// Whether there is an entry of which [`block`] would say so.
pub(crate) async fn is_blocked(connection: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<bool> {
    Ok(blocked(now, 1).into_tuple::<Uuid>().one(connection).await?.is_some())
}

/// Says of entries whose time has come, but of whose category something runs, that they wait. They are claimed like
/// those that are ready; this is for people to see, so a worker does it only when it has nothing else to do.
pub(crate) async fn block(queue: &Queue, tx: &Tx) -> Result<u64> {
    let Some(Becomes::Is(waiting)) = entry::transition(Status::Ready, Event::Block) else { return Ok(0) };
    let ids: Vec<Uuid> = blocked(queue.clock().now(), AT_ONCE).into_tuple().all(tx).await?;
    if ids.is_empty() {
        return Ok(0);
    }
    let said = entry::Entity::update_many()
        .col_expr(entry::Column::Status, Expr::value(waiting))
        .col_expr(entry::Column::Version, Expr::col(entry::Column::Version).add(1))
        .filter(entry::Column::Id.is_in(ids.iter().copied()))
        .filter(entry::ready())
        .filter(entry::runnable())
        .exec(tx)
        .await?;
    for id in ids {
        queue.changed(tx, id).await?;
    }
    Ok(said.rows_affected)
}

/// Those that the table of transitions lets wait, and that do not yet.
fn blocked(now: DateTime<Utc>, most: u64) -> Select<entry::Entity> {
    let held = Query::select().column(Column::ExclusionKey).from(Entity).to_owned();
    entry::Entity::find()
        .select_only()
        .column(entry::Column::Id)
        .filter(entry::runnable())
        .filter(entry::ready())
        .filter(entry::Column::EarliestStartDateTime.lte(now))
        .filter(entry::Column::ExclusionKey.in_subquery(held))
        .limit(most)
}
