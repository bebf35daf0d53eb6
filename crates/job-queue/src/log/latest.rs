use database::Tx;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Column, Entity};
use crate::{Result, entry, run};

/// What tells tasks apart: an entry that recurs is one for itself; runs of an object that were asked for one by one are the
/// same task in the same scope, so that one that ends well makes up for one that failed.
pub(crate) fn task_of(entry: &entry::Model) -> String {
    match entry.recurring_job {
        true => entry.id.to_string(),
        false => format!("{} {}", entry.object_id_to_run, entry.scope),
    }
}

/// The run says how the task of its entry stands, in the place of the one before.
pub(crate) async fn leads(tx: &Tx, run: &run::Model, entry: &entry::Model) -> Result<()> {
    let task = task_of(entry);
    // Two statements: each finds its row by an index, where one of both would look through the whole log.
    for (latest, of) in [(false, Column::LatestRun.eq(true)), (true, Column::Id.eq(run.log_id))] {
        Entity::update_many()
            .col_expr(Column::LatestRun, Expr::value(latest))
            .filter(Column::Task.eq(task.as_str()))
            .filter(of)
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// A person deletes the entry: nobody asks any more how its runs ended.
pub(crate) async fn forget_task(tx: &Tx, entry: Uuid) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::LatestRun, Expr::value(false))
        .filter(Column::JobQueueEntryId.eq(entry))
        .filter(Column::LatestRun.eq(true))
        .exec(tx)
        .await?;
    Ok(())
}
