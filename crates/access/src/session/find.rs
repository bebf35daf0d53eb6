use chrono::{DateTime, TimeDelta, Utc};
use database::{Read, Tx};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::begin::end;
use super::entity::{Column, Entity};
use crate::token::digest;
use crate::{Access, Error, Principal, Result, Via, user_account};

/// How much of a session's time is gone before its use is written down: a page that asks for much writes little.
const RENEWED_AFTER: TimeDelta = TimeDelta::minutes(10);

/// A session that someone has come back with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Who acts.
    pub principal: Principal,
    /// Its new end, when it was put off by this use.
    pub renewed_until: Option<DateTime<Utc>>,
}

impl Access {
    /// Who acts in the session of that text. Its end is put off.
    ///
    /// # Errors
    /// [`Error::SessionOver`], [`Error::UserDisabled`]; both are [`Error::is_not_signed_in`].
    pub async fn session(&self, text: &str) -> Result<Found> {
        let (digest, now) = (&digest(text), self.clock.now());
        let find = |r: Read| async move {
            let session = Entity::find_by_id(digest.as_str());
            Result::<_>::Ok(session.find_also_related(user_account::Entity).one(&r).await?)
        };
        let Some((session, Some(user))) = self.db.read(find).await? else { return Err(Error::SessionOver) };
        if session.expires_at <= now {
            return Err(Error::SessionOver);
        }
        let principal = user.principal(Via::Session)?;
        let until = end(session.created_at, now);
        if now - session.last_used_at < RENEWED_AFTER || until <= session.expires_at {
            return Ok(Found { principal, renewed_until: None });
        }
        let renew = |tx: Tx| async move {
            Entity::update_many()
                .col_expr(Column::LastUsedAt, Expr::value(now))
                .col_expr(Column::ExpiresAt, Expr::value(until))
                .filter(Column::Digest.eq(digest.as_str()))
                .exec(&tx)
                .await?;
            Result::<_>::Ok(())
        };
        self.db.write(renew).await?;
        Ok(Found { principal, renewed_until: Some(until) })
    }
}
