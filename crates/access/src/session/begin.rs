use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

use super::entity::{Column, Entity, Model};
use crate::token::digest;
use crate::{Access, Principal, Result};

/// How long a session lasts that nobody uses.
const UNUSED: TimeDelta = TimeDelta::hours(12);
/// How long a session lasts, however much it is used.
const LONGEST: TimeDelta = TimeDelta::days(30);

/// A session that has just begun.
#[derive(Clone)]
pub struct NewSession {
    text: SecretString,
    /// From when on it is refused, unless it is used before.
    pub expires_at: DateTime<Utc>,
}

impl NewSession {
    /// The text by which it is known again; it is kept nowhere.
    pub fn expose(&self) -> &str {
        self.text.expose_secret()
    }
}

impl fmt::Debug for NewSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewSession").field("expires_at", &self.expires_at).finish_non_exhaustive()
    }
}

/// When a session of that beginning ends if it is not used after `now`.
pub(super) fn end(began: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    (now + UNUSED).min(began + LONGEST)
}

impl Access {
    /// Begins a session of someone who has just shown who they are, and forgets those that are over.
    ///
    /// # Errors
    /// What the database says.
    pub async fn begin_session(&self, tx: &Tx, of: &Principal) -> Result<NewSession> {
        let now = self.clock.now();
        Entity::delete_many().filter(Column::ExpiresAt.lte(now)).exec(tx).await?;
        let text = URL_SAFE_NO_PAD.encode(self.random.bytes::<32>());
        let session = Model {
            digest: digest(&text),
            user_id: of.user_id,
            created_at: now,
            last_used_at: now,
            expires_at: end(now, now),
        };
        let expires_at = session.expires_at;
        Entity::insert(session.into_active_model()).exec_without_returning(tx).await?;
        self.audit.record(tx, of, "signed in", &of.user_name, json!({})).await?;
        Ok(NewSession { text: text.into(), expires_at })
    }
}
