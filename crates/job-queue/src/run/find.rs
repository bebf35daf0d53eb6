use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Column, Entity, Model};
use crate::{Result, log};

/// The run of an entry, if one is under way.
pub(crate) async fn of_entry(connection: &impl ConnectionTrait, entry: Uuid) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::JobQueueEntryId.eq(entry)).one(connection).await?)
}

/// What runs with an exclusion key: its description and its entry.
pub(crate) async fn holder(connection: &impl ConnectionTrait, key: &str) -> Result<Option<(String, Uuid)>> {
    let Some(run) = Entity::find().filter(Column::ExclusionKey.eq(key)).one(connection).await? else { return Ok(None) };
    let log = log::Entity::find().filter(log::Column::Id.eq(run.log_id)).one(connection).await?;
    Ok(Some((log.map_or_else(|| run.worker.clone(), |log| log.description), run.job_queue_entry_id)))
}
