use chrono::{DateTime, Utc};
use database::{Read, Record, Tx};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set,
};
use serde_json::json;
use uuid::Uuid;

use super::entity::{Column, Entity, Model};
use super::text::{TokenText, digest};
use crate::audit::About;
use crate::{Access, Error, Permission, Principal, Result, Via, user_account};

/// A token that was just made.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// Its record.
    pub record: Model,
    /// Its text, which can't be had again.
    pub text: TokenText,
}

impl Access {
    /// Makes an API token that may do all that its user may.
    ///
    /// # Errors
    /// [`Error::NoUser`].
    pub async fn create_token(
        &self,
        tx: &Tx,
        by: &Principal,
        user_id: Uuid,
        description: &str,
        expires_at: Option<DateTime<Utc>>,
    ) -> Result<NewToken> {
        self.create_limited_token(tx, by, (user_id, None), description, expires_at).await
    }

    /// Makes an API token for a user that may do no more than this permission set allows, whatever its user may; without
    /// one, what its user may do now.
    ///
    /// # Errors
    /// [`Error::NoUser`].
    pub async fn create_limited_token(
        &self,
        tx: &Tx,
        by: &Principal,
        (user_id, permission): (Uuid, Option<Permission>),
        description: &str,
        expires_at: Option<DateTime<Utc>>,
    ) -> Result<NewToken> {
        let user = crate::user::find_by_id(tx, user_id).await?;
        let (now, text) = (self.clock.now(), TokenText::random(&self.random));
        let record = Model {
            id: self.random.id(now),
            user_id,
            description: description.to_owned(),
            permission: permission.map_or(user.permission, |most| user.permission.at_most(most)),
            hint: text.hint(),
            digest: digest(text.expose()),
            created_at: now,
            expires_at,
            revoked_at: None,
        };
        Entity::insert(record.clone().into_active_model()).exec_without_returning(tx).await?;
        let detail = json!({ "hint": record.hint, "description": description, "permission": record.permission });
        let about = About { entity: Entity::NAME, id: record.id, subject: user.user_name.as_str() };
        self.audit.record_about(tx, by, "API token created", about, detail).await?;
        Ok(NewToken { record, text })
    }

    /// Refuses a token from now on. One that is revoked already stays so.
    ///
    /// # Errors
    /// [`Error::NoToken`].
    pub async fn revoke_token(&self, tx: &Tx, by: &Principal, token_id: Uuid) -> Result<()> {
        let token = Entity::find_by_id(token_id).one(tx).await?.ok_or(Error::NoToken)?;
        if token.revoked_at.is_some() {
            return Ok(());
        }
        let detail = json!({ "hint": token.hint, "description": token.description });
        let user = crate::user::find_by_id(tx, token.user_id).await?;
        let mut token = token.into_active_model();
        token.revoked_at = Set(Some(self.clock.now()));
        token.update(tx).await?;
        let about = About { entity: Entity::NAME, id: token_id, subject: user.user_name.as_str() };
        self.audit.record_about(tx, by, "API token revoked", about, detail).await
    }

    /// All tokens of all users, the oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn tokens(&self, connection: &impl ConnectionTrait) -> Result<Vec<Model>> {
        Ok(Entity::find().order_by_asc(Column::Id).all(connection).await?)
    }

    /// Who acts with this token.
    ///
    /// # Errors
    /// [`Error::UnknownToken`], [`Error::TokenRevoked`], [`Error::TokenExpired`], [`Error::UserDisabled`]; all of them
    /// are [`Error::is_not_signed_in`].
    pub async fn authenticate(&self, token: &str) -> Result<Principal> {
        let digest = &digest(token);
        let find = |r: Read| async move {
            let token = Entity::find().filter(Column::Digest.eq(digest.as_str()));
            Result::<_>::Ok(token.find_also_related(user_account::Entity).one(&r).await?)
        };
        let Some((token, Some(user))) = self.db.read(find).await? else { return Err(Error::UnknownToken) };
        if token.revoked_at.is_some() {
            return Err(Error::TokenRevoked(token.description));
        }
        if token.expires_at.is_some_and(|expires_at| expires_at <= self.clock.now()) {
            return Err(Error::TokenExpired(token.description));
        }
        let principal = user.principal(Via::Token(token.id))?;
        Ok(Principal { permission: principal.permission.at_most(token.permission), ..principal })
    }
}
