use database::Read;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use secrecy::SecretString;
use uuid::Uuid;
use values::Code;

use super::entity::{Column, Entity, Model, State};
use super::password;
use crate::{Access, Error, Principal, Result, Via};

impl Access {
    /// Who signs in with this name and password.
    ///
    /// # Errors
    /// [`Error::WrongPassword`] for an unknown user as for a wrong password, after the same time;
    /// [`Error::UserDisabled`] only when the password is right.
    pub async fn verify_password(&self, user_name: &str, password: &SecretString) -> Result<Principal> {
        let user = match Code::new(user_name) {
            Ok(name) => {
                let name = &name;
                self.db.read(|r: Read| async move { find(&r, name).await }).await?
            }
            Err(_) => None,
        };
        let stored = user.as_ref().and_then(|user| user.password_hash.clone());
        let right = password::verify(password, stored, &self.random).await;
        match (user, right) {
            (Some(user), Some(true)) => user.principal(Via::Password),
            (Some(user), None) => Err(Error::PasswordHash(user.user_name.to_string())),
            (None, _) | (_, Some(false)) => Err(Error::WrongPassword),
        }
    }

    /// The user of that name.
    ///
    /// # Errors
    /// [`Error::NoUser`], or what the database says.
    pub async fn user(&self, connection: &impl ConnectionTrait, user_name: &str) -> Result<Model> {
        let unknown = || Error::NoUser(user_name.to_owned());
        let name = Code::new(user_name).map_err(|_| unknown())?;
        find(connection, &name).await?.ok_or_else(unknown)
    }

    /// All users, by name.
    ///
    /// # Errors
    /// What the database says.
    pub async fn users(&self, connection: &impl ConnectionTrait) -> Result<Vec<Model>> {
        Ok(Entity::find().order_by_asc(Column::UserName).all(connection).await?)
    }
}

impl Model {
    /// The user as someone who acts.
    ///
    /// # Errors
    /// [`Error::UserDisabled`].
    pub(crate) fn principal(self, via: Via) -> Result<Principal> {
        if self.state == State::Disabled {
            return Err(Error::UserDisabled(self.user_name.to_string()));
        }
        Ok(Principal { user_id: self.id, user_name: self.user_name.to_string(), permission: self.permission, via })
    }
}

async fn find(connection: &impl ConnectionTrait, name: &Code<50>) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::UserName.eq(name.clone())).one(connection).await?)
}

pub async fn find_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Model> {
    let user = Entity::find_by_id(id).one(connection).await?;
    user.ok_or_else(|| Error::NoUser(format!("with the id {id}")))
}
