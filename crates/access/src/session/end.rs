use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::entity::{Column, Entity};
use crate::token::digest;
use crate::{Access, Result};

impl Access {
    /// Ends the session of that text, if there is one.
    ///
    /// # Errors
    /// What the database says.
    pub async fn end_session(&self, tx: &Tx, text: &str) -> Result<()> {
        Entity::delete_by_id(digest(text)).exec(tx).await?;
        Ok(())
    }
}

/// Ends every session of a user.
pub async fn end_all(tx: &Tx, user_id: Uuid) -> Result<()> {
    Entity::delete_many().filter(Column::UserId.eq(user_id)).exec(tx).await?;
    Ok(())
}
