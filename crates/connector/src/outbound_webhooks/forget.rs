use chrono::{DateTime, TimeDelta, Utc};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::delivery::{Column, Entity};
use crate::Error;

/// For so long it can be looked up what was sent. It is also as long as personal data in it may stay.
const KEPT_FOR: TimeDelta = TimeDelta::days(30);

/// Forgets what was told long ago, whatever became of it.
pub(super) async fn forget(tx: &Tx, now: DateTime<Utc>) -> Result<(), Error> {
    Entity::delete_many().filter(Column::CreatedAt.lt(now - KEPT_FOR)).exec(tx).await?;
    Ok(())
}
