use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use super::content;
use crate::Error;

/// The lines that were sent, as they are kept; none where nothing is.
///
/// # Errors
/// What the database says.
pub async fn sent(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<String>, Error> {
    Ok(kept(connection, id).await?.map(|content| content.sent).filter(|lines| !lines.is_empty()))
}

/// The lines that came back, as they are kept; none where nothing is.
///
/// # Errors
/// What the database says.
pub async fn received(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<String>, Error> {
    Ok(kept(connection, id).await?.map(|content| content.received).filter(|lines| !lines.is_empty()))
}

async fn kept(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<content::Model>, Error> {
    Ok(content::Entity::find_by_id(id).one(connection).await?)
}
