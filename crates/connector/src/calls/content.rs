//! The bodies of a call.

use sea_orm::entity::prelude::*;

use crate::Error;

/// What was sent and what came back, as they are kept.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_log_entry_content")]
pub struct Model {
    /// The log entry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub log_entry_id: Uuid,
    /// What was sent.
    #[sea_orm(column_type = "Text")]
    pub request: String,
    /// What came back.
    #[sea_orm(column_type = "Text")]
    pub response: String,
}

/// The bodies of one call.
pub type Content = Model;

/// They have no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The bodies of a log entry.
///
/// # Errors
/// What the database says.
pub async fn content(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<Content>, Error> {
    Ok(Entity::find_by_id(id).one(connection).await?)
}
