use database::{Notice, Record, Tx};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::participant::{Column, Entity, Model};
use crate::{Error, Queue, Result};

impl Queue {
    /// Makes a user an administrator of the job queue. Gives the id of that.
    ///
    /// # Errors
    /// [`Error::AdministratorExists`].
    pub async fn add_administrator(&self, tx: &Tx, user: &str) -> Result<Uuid> {
        if Entity::find().filter(Column::UserName.eq(user)).one(tx).await?.is_some() {
            return Err(Error::AdministratorExists(user.to_owned()));
        }
        let id = self.random().id(self.clock().now());
        let row = Model { id, user_name: user.to_owned() };
        Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx).await?;
        tx.notify(Notice::new(Entity::NAME, id.to_string())).await?;
        Ok(id)
    }

    /// From now on a user looks after their own jobs only.
    ///
    /// # Errors
    /// What the database says.
    pub async fn remove_administrator(&self, tx: &Tx, id: Uuid) -> Result<()> {
        Entity::delete_by_id(id).exec(tx).await?;
        Ok(tx.notify(Notice::new(Entity::NAME, id.to_string())).await?)
    }
}

/// Whether `user` looks after everybody's jobs: as an administrator of the job queue, or because nobody is one.
///
/// # Errors
/// What the database says.
pub async fn looks_after_all(connection: &impl ConnectionTrait, user: &str) -> Result<bool> {
    let all = Entity::find().all(connection).await?;
    Ok(all.is_empty() || all.iter().any(|administrator| administrator.user_name == user))
}
