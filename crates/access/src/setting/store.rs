use database::Tx;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use super::entity::{Column, Entity, Model};
use crate::{Access, Error, Principal, Result};

impl Access {
    /// The value of a setting, if it was ever set.
    ///
    /// # Errors
    /// [`Error::Setting`] when it is of another type.
    pub async fn setting<T: DeserializeOwned>(
        &self,
        connection: &impl ConnectionTrait,
        key: &str,
    ) -> Result<Option<T>> {
        let Some(setting) = Entity::find_by_id(key).one(connection).await? else { return Ok(None) };
        serde_json::from_str(&setting.value).map(Some).map_err(|error| unreadable(key, &error))
    }

    /// Sets a setting. Secrets are sealed first ([`Access::vault`]): the value goes to the audit log.
    ///
    /// # Errors
    /// [`Error::Setting`] when the value is no JSON.
    pub async fn set_setting<T: Serialize>(&self, tx: &Tx, by: &Principal, key: &str, value: &T) -> Result<()> {
        let value = serde_json::to_value(value).map_err(|error| unreadable(key, &error))?;
        let before: Option<serde_json::Value> = self.setting(tx, key).await?;
        let setting = Model { key: key.to_owned(), value: value.to_string(), last_modified_at: self.clock.now() };
        let mut conflict = OnConflict::column(Column::Key);
        conflict.update_columns([Column::Value, Column::LastModifiedAt]);
        Entity::insert(setting.into_active_model()).on_conflict(conflict).exec_without_returning(tx).await?;
        self.audit.record(tx, by, "setting changed", key, json!({ "value": { "old": before, "new": value } })).await
    }
}

fn unreadable(key: &str, error: &serde_json::Error) -> Error {
    Error::Setting { key: key.to_owned(), reason: error.to_string() }
}
