use std::time::Duration;

use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{Column, Entity, Model};
use crate::{Error, Result};

/// How long a worker may have effects without asking for more time.
pub(crate) const LEASE: Duration = Duration::from_secs(6);

/// Gives the worker time until `until`; says how the run stands, or `None` when it is no longer this worker's.
pub(crate) async fn extend(tx: &Tx, token: Uuid, now: DateTime<Utc>, until: DateTime<Utc>) -> Result<Option<Model>> {
    let mine = Entity::update_many()
        .col_expr(Column::LeaseUntil, Expr::value(until))
        .filter(Column::Token.eq(token))
        .filter(Column::LeaseUntil.gte(now));
    Ok(mine.exec_with_returning(tx).await?.into_iter().next())
}

/// Checks, in the transaction of an effect, that the run may have it; and keeps the rescuer away until it is committed.
/// Gives the run as it is now.
/// A key share lock keeps out who deletes the row, but not the heartbeat, which changes it.
pub(crate) async fn fence(tx: &Tx, token: Uuid, now: DateTime<Utc>) -> Result<Model> {
    let mine = Entity::find()
        .filter(Column::Token.eq(token))
        .filter(Column::LeaseUntil.gte(now))
        .lock(LockType::KeyShare)
        .one(tx)
        .await?;
    mine.ok_or(Error::LeaseLost)
}
