use std::time::Duration;

use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

use super::catch_up::catch_up;
use super::{Column, Entity, Model};
use crate::{Queue, Result, WorkerOptions};

/// A worker that has not been heard of for so long is taken for lost.
pub const LOST_AFTER: Duration = Duration::from_secs(30);
/// Workers that are gone are remembered for a day, so that people can see who ran what.
const REMEMBERED: chrono::Duration = chrono::Duration::days(1);

/// The workers that are there at `now`.
///
/// # Errors
/// What the database says.
pub async fn live(connection: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Model>> {
    let there = Entity::find().filter(Column::Ended.eq(false)).filter(Column::SeenAt.gte(now - LOST_AFTER));
    Ok(there.order_by_asc(Column::Name).all(connection).await?)
}

/// A worker begins. When nobody has worked until now, it first looks after the runs that were missed.
pub(crate) async fn register(queue: &Queue, tx: &Tx, options: &WorkerOptions) -> Result<()> {
    let now = queue.clock().now();
    if live(tx, now).await?.is_empty() {
        let last_seen = Entity::find().select_only().column_as(Column::SeenAt.max(), "seen_at");
        if let Some(since) = last_seen.into_tuple::<Option<DateTime<Utc>>>().one(tx).await?.flatten() {
            catch_up(queue, tx, since, now).await?;
        }
    }
    let worker = Model {
        id: queue.random().id(now),
        name: options.name.clone(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        slots: i32::try_from(options.slots).unwrap_or(i32::MAX),
        started_at: now,
        seen_at: now,
        ended: false,
    };
    let again = [Column::Version, Column::Slots, Column::StartedAt, Column::SeenAt, Column::Ended];
    let conflict = OnConflict::column(Column::Name).update_columns(again).to_owned();
    Entity::insert(worker.into_active_model().reset_all()).on_conflict(conflict).exec_without_returning(tx).await?;
    Ok(())
}

/// A worker says that it is still there.
pub(crate) async fn stay(tx: &Tx, name: &str, now: DateTime<Utc>) -> Result<()> {
    seen(tx, name, now, false).await
}

/// A worker ends in good order.
pub(crate) async fn leave(tx: &Tx, name: &str, now: DateTime<Utc>) -> Result<()> {
    seen(tx, name, now, true).await
}

async fn seen(tx: &Tx, name: &str, now: DateTime<Utc>, ended: bool) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::SeenAt, Expr::value(now))
        .col_expr(Column::Ended, Expr::value(ended))
        .filter(Column::Name.eq(name))
        .exec(tx)
        .await?;
    Ok(())
}

/// Forgets workers that have been gone for long.
pub(crate) async fn forget(tx: &Tx, now: DateTime<Utc>) -> Result<()> {
    Entity::delete_many().filter(Column::SeenAt.lt(now - REMEMBERED)).exec(tx).await?;
    Ok(())
}
