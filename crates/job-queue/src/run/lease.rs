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

/// Gives the worker more time; says how the run stands, or `None` when it is no longer this worker's.
pub(crate) async fn extend(tx: &Tx, token: Uuid, now: DateTime<Utc>) -> Result<Option<Model>> {
    let mine =
        |query: sea_orm::Select<Entity>| query.filter(Column::Token.eq(token)).filter(Column::LeaseUntil.gte(now));
    let Some(run) = mine(Entity::find()).one(tx).await? else { return Ok(None) };
    Entity::update_many()
        .col_expr(Column::LeaseUntil, Expr::value(now + LEASE))
        .filter(Column::Token.eq(token))
        .exec(tx)
        .await?;
    Ok(Some(run))
}

/// Checks, in the transaction of an effect, that the run may have it; and keeps the rescuer away until it is committed.
pub(crate) async fn fence(tx: &Tx, token: Uuid, now: DateTime<Utc>) -> Result<()> {
    let mine = Entity::find()
        .filter(Column::Token.eq(token))
        .filter(Column::LeaseUntil.gte(now))
        .lock(LockType::KeyShare)
        .one(tx)
        .await?;
    mine.map(drop).ok_or(Error::LeaseLost)
}
