use database::{Record, Tx};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;
use values::Code;

use super::entity::{ActiveModel, Column, Entity, Model, State};
use super::password::PasswordHash;
use super::sign_in::find_by_id;
use crate::audit::About;
use crate::session::end_all;
use crate::{Access, Error, Permission, Principal, Result};

/// A user to be made.
#[derive(Clone, Debug)]
pub struct NewUser {
    /// The name to sign in with; upper and lower case are the same.
    pub user_name: String,
    /// The name of the person.
    pub full_name: String,
    /// What the user may do.
    pub permission: Permission,
    /// From [`Access::hash`]; without one the user has only tokens.
    pub password: Option<PasswordHash>,
}

impl Access {
    /// Makes a user.
    ///
    /// # Errors
    /// [`Error::UserExists`], [`Error::UserName`].
    pub async fn create_user(&self, tx: &Tx, by: &Principal, new: NewUser) -> Result<Model> {
        let user_name = Code::new(&new.user_name).map_err(|_| Error::UserName)?;
        if user_name.is_blank() {
            return Err(Error::UserName);
        }
        let now = self.clock.now();
        let user = Model {
            id: self.random.id(now),
            user_name,
            full_name: new.full_name,
            email: String::new(),
            permission: new.permission,
            state: State::Enabled,
            password_hash: new.password.map(PasswordHash::into_text),
            created_at: now,
            last_modified_at: now,
        };
        let insert = Entity::insert(user.clone().into_active_model());
        let conflict = sea_orm::sea_query::OnConflict::column(Column::UserName).do_nothing().to_owned();
        if insert.on_conflict(conflict).exec_without_returning(tx).await? == 0 {
            return Err(Error::UserExists(user.user_name.to_string()));
        }
        self.audit.changed::<Entity>(tx, by, user.user_name.as_str(), None, Some(&user)).await?;
        Ok(user)
    }

    /// Gives a user another password; sessions that began with the old one are over.
    ///
    /// # Errors
    /// [`Error::NoUser`].
    pub async fn set_password(&self, tx: &Tx, by: &Principal, user_id: Uuid, password: PasswordHash) -> Result<()> {
        let change = |user: &mut ActiveModel| user.password_hash = Set(Some(password.into_text()));
        let user = self.change(tx, by, user_id, change).await?;
        end_all(tx, user_id).await?;
        let about = About { entity: Entity::NAME, id: user_id, subject: user.user_name.as_str() };
        self.audit.record_about(tx, by, "password set", about, json!({})).await
    }

    /// Gives a user another permission set.
    ///
    /// # Errors
    /// [`Error::NoUser`], [`Error::LastAdministrator`].
    pub async fn set_permission(&self, tx: &Tx, by: &Principal, user_id: Uuid, permission: Permission) -> Result<()> {
        if permission != Permission::Administrator {
            keep_an_administrator(tx, user_id).await?;
        }
        self.change(tx, by, user_id, |user| user.permission = Set(permission)).await?;
        Ok(())
    }

    /// Says where mail reaches a user; blank: nowhere.
    ///
    /// # Errors
    /// [`Error::NoUser`], [`Error::Email`].
    pub async fn set_email(&self, tx: &Tx, by: &Principal, user_id: Uuid, email: &str) -> Result<()> {
        let email = email.trim();
        let is_address = |(name, host): (&str, &str)| !name.is_empty() && host.contains('.') && !host.contains('@');
        let fits = email.split_once('@').is_some_and(is_address) && !email.contains(char::is_whitespace);
        if !email.is_empty() && !fits {
            return Err(Error::Email(email.to_owned()));
        }
        self.change(tx, by, user_id, |user| user.email = Set(email.to_owned())).await?;
        Ok(())
    }

    /// Lets a user sign in, or no longer; tokens of a disabled user are refused from then on.
    ///
    /// # Errors
    /// [`Error::NoUser`], [`Error::LastAdministrator`].
    pub async fn set_user_state(&self, tx: &Tx, by: &Principal, user_id: Uuid, state: State) -> Result<()> {
        if state == State::Disabled {
            keep_an_administrator(tx, user_id).await?;
        }
        self.change(tx, by, user_id, |user| user.state = Set(state)).await?;
        if state == State::Disabled {
            end_all(tx, user_id).await?;
        }
        Ok(())
    }

    async fn change(
        &self,
        tx: &Tx,
        by: &Principal,
        user_id: Uuid,
        change: impl FnOnce(&mut ActiveModel),
    ) -> Result<Model> {
        let before = find_by_id(tx, user_id).await?;
        let mut user = before.clone().into_active_model();
        change(&mut user);
        user.last_modified_at = Set(self.clock.now());
        let after = user.update(tx).await?;
        self.audit.changed::<Entity>(tx, by, after.user_name.as_str(), Some(&before), Some(&after)).await?;
        Ok(after)
    }
}

/// Refuses when no other enabled administrator is left.
async fn keep_an_administrator(tx: &Tx, without: Uuid) -> Result<()> {
    let user = find_by_id(tx, without).await?;
    if user.permission != Permission::Administrator || user.state == State::Disabled {
        return Ok(());
    }
    let others = Entity::find()
        .filter(Column::Id.ne(without))
        .filter(Column::Permission.eq(Permission::Administrator))
        .filter(Column::State.eq(State::Enabled));
    // Held, so that two who take this from each other at the same time don't both find the other one left.
    match others.lock_exclusive().all(tx).await?.is_empty() {
        true => Err(Error::LastAdministrator(user.user_name.to_string())),
        false => Ok(()),
    }
}
