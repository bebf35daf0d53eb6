//! Who keeps house.

use std::time::Duration;

use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{Condition, Set};

use crate::Result;

/// A duty that one worker has at a time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job_queue_duty")]
pub struct Model {
    /// What is to be done.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    /// Who does it.
    pub worker: String,
    /// Until when nobody else takes it over.
    pub until: ChronoDateTimeUtc,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

const HOUSEKEEPING: &str = "housekeeping";
/// Longer than the time from one round to the next, so that the same worker stays at it.
const TERM: Duration = Duration::from_secs(150);

/// Whether `worker` is the one who keeps house from `now` on. It stays it while it asks in time.
pub(crate) async fn lead(tx: &Tx, worker: &str, now: DateTime<Utc>) -> Result<bool> {
    let until = now + TERM;
    let mine = Condition::any().add(Column::Worker.eq(worker)).add(Column::Until.lt(now));
    let taken = Entity::update_many()
        .col_expr(Column::Worker, Expr::value(worker))
        .col_expr(Column::Until, Expr::value(until))
        .filter(Column::Name.eq(HOUSEKEEPING))
        .filter(mine)
        .exec(tx)
        .await?;
    if taken.rows_affected > 0 {
        return Ok(true);
    }
    let first = ActiveModel { name: Set(HOUSEKEEPING.to_owned()), worker: Set(worker.to_owned()), until: Set(until) };
    let conflict = OnConflict::column(Column::Name).do_nothing().to_owned();
    Ok(Entity::insert(first).on_conflict(conflict).exec_without_returning(tx).await? > 0)
}
