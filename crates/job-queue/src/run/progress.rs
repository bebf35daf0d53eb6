use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Column, Entity, Model};
use crate::Result;

/// The runs under way that are of one of these entries, or write one of these log entries: how far they are.
///
/// # Errors
/// What the database says.
pub async fn under_way(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Model>> {
    let of_entry = Column::JobQueueEntryId.is_in(ids.iter().copied());
    let of_log = Column::LogId.is_in(ids.iter().copied());
    Ok(Entity::find().filter(Condition::any().add(of_entry).add(of_log)).all(connection).await?)
}
