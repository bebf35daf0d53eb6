use database::Tx;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter};
use serde_json::Value;

use super::entity::{Column, Entity, Model};
use crate::{Access, Error, Principal, Result};

/// The longest name of a setting, in characters.
const LONGEST_KEY: usize = 100;
/// The largest value, in bytes of JSON.
const LARGEST: usize = 64 * 1024;
/// The most settings of a user.
const MOST: u64 = 500;

impl Access {
    /// What the user has set, or nothing.
    ///
    /// # Errors
    /// [`Error::Setting`] when what is stored is no JSON.
    pub async fn user_setting(
        &self,
        connection: &impl ConnectionTrait,
        of: &Principal,
        key: &str,
    ) -> Result<Option<Value>> {
        if !is_name(key) {
            return Ok(None);
        }
        let found = Entity::find_by_id((of.user_id, key.to_owned())).one(connection).await?;
        let Some(setting) = found else { return Ok(None) };
        let unreadable = |error: serde_json::Error| refused(key, &error.to_string());
        serde_json::from_str(&setting.value).map(Some).map_err(unreadable)
    }

    /// Sets a setting of the user. It is no one else's business, so it is not in the audit log.
    ///
    /// # Errors
    /// [`Error::UserSetting`] when the name or the value is too long, or there are too many.
    pub async fn set_user_setting(&self, tx: &Tx, of: &Principal, key: &str, value: &Value) -> Result<()> {
        let value = value.to_string();
        if !is_name(key) {
            return Err(Error::UserSetting(format!(
                "its name has 1 to {LONGEST_KEY} characters, all of them printable"
            )));
        }
        if value.len() > LARGEST {
            return Err(Error::UserSetting(format!("its value has at most {LARGEST} bytes")));
        }
        let others = Entity::find().filter(Column::UserId.eq(of.user_id)).filter(Column::Key.ne(key));
        if others.count(tx).await? >= MOST {
            return Err(Error::UserSetting(format!("a user has at most {MOST} of them: delete one first")));
        }
        let setting = Model { user_id: of.user_id, key: key.to_owned(), value, last_modified_at: self.clock.now() };
        let mut conflict = OnConflict::columns([Column::UserId, Column::Key]);
        conflict.update_columns([Column::Value, Column::LastModifiedAt]);
        Entity::insert(setting.into_active_model()).on_conflict(conflict).exec_without_returning(tx).await?;
        Ok(())
    }

    /// Forgets a setting of the user.
    ///
    /// # Errors
    /// What the database says.
    pub async fn delete_user_setting(&self, tx: &Tx, of: &Principal, key: &str) -> Result<()> {
        if !is_name(key) {
            return Ok(());
        }
        Entity::delete_by_id((of.user_id, key.to_owned())).exec(tx).await?;
        Ok(())
    }
}

/// Whether a setting may be called so. PostgreSQL takes no text with a null character.
fn is_name(key: &str) -> bool {
    (1..=LONGEST_KEY).contains(&key.chars().count()) && !key.contains(char::is_control)
}

fn refused(key: &str, reason: &str) -> Error {
    Error::Setting { key: key.to_owned(), reason: reason.to_owned() }
}
