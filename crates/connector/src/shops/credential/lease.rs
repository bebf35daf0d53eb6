//! Who may ask a store for the next token: one of all processes at a time, by a lease in the credential's row. The call
//! itself is made outside any transaction. Whoever holds the lease and dies leaves the old refresh token, which stays
//! good until the next one is used: after the lease another process sends it again.

use access::Vault;
use chrono::{DateTime, TimeDelta, Utc};
use database::Tx;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set};
use secrecy::{ExposeSecret, SecretString};
use shopify::{Grant, Granted};
use uuid::Uuid;

use super::{Column, Entity, Model, TOKENS, credentials};
use crate::Error;

/// A token that ends sooner than this is not begun with.
const RENEWED_BEFORE: TimeDelta = TimeDelta::minutes(5);
/// Asking for a token takes less than a minute.
const LEASE: TimeDelta = TimeDelta::seconds(75);

/// A token, and until when it is good.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) token: SecretString,
    pub(super) expires_at: Option<DateTime<Utc>>,
}

impl Held {
    /// Whether it can be begun with.
    pub(super) fn is_fresh(&self, now: DateTime<Utc>) -> bool {
        self.is_good_at(now + RENEWED_BEFORE)
    }

    pub(super) fn is_good_at(&self, instant: DateTime<Utc>) -> bool {
        self.expires_at.is_none_or(|end| end > instant)
    }

    /// Whether it is the one that a store has refused.
    pub(super) fn is(&self, refused: Option<&SecretString>) -> bool {
        refused.is_some_and(|refused| refused.expose_secret() == self.token.expose_secret())
    }
}

/// What a shop's credentials give.
#[derive(Debug)]
pub(super) enum Found {
    /// A token to begin with.
    Token(Held),
    /// Nothing but a token that was refused.
    Nothing,
    /// The next token is to be asked for.
    Grant(Grant),
    /// Another process asks for it.
    Busy,
    /// It can't be asked for: the refresh token has ended.
    Ended,
}

/// What to do, as the row stands, and the token that is good a little longer.
pub(super) fn look(
    row: &Model,
    vault: &Vault,
    now: DateTime<Utc>,
    refused: Option<&SecretString>,
) -> Result<(Found, Option<Held>), Error> {
    let held = match row.sealed_token.as_str() {
        "" => None,
        sealed => Some(Held { token: vault.open(TOKENS, sealed)?, expires_at: row.expires_at }),
    };
    let held = held.filter(|held| !held.is(refused));
    if let Some(fresh) = held.clone().filter(|held| held.is_fresh(now)) {
        return Ok((Found::Token(fresh), held));
    }
    let found = match credentials::grant(vault, row.kind, &row.sealed_secrets)? {
        None => Found::Nothing,
        Some(_) if row.refresh_token_has_ended(now) => Found::Ended,
        Some(_) if row.lease_until.is_some_and(|until| until > now) => Found::Busy,
        Some(grant) => Found::Grant(grant),
    };
    Ok((found, held.filter(|held| held.is_good_at(now))))
}

/// The same in a transaction, with the lease if the next token is to be asked for.
pub(super) async fn take(
    tx: &Tx,
    vault: &Vault,
    shop: Uuid,
    lease: Uuid,
    now: DateTime<Utc>,
    refused: Option<&SecretString>,
) -> Result<(Found, Option<Held>), Error> {
    let Some(row) = Entity::find_by_id(shop).lock_exclusive().one(tx).await? else {
        return Ok((Found::Nothing, None));
    };
    let (found, in_hand) = look(&row, vault, now, refused)?;
    if matches!(found, Found::Grant(_)) {
        let mut row = row.into_active_model();
        (row.lease, row.lease_until) = (Set(Some(lease)), Set(Some(now + LEASE)));
        row.update(tx).await?;
    }
    Ok((found, in_hand))
}

/// Keeps what the store gave, both tokens at once, and ends the lease. False when the lease was lost: then the shop was
/// connected anew, or another process was given a later pair.
pub(super) async fn keep(
    tx: &Tx,
    vault: &Vault,
    shop: Uuid,
    lease: Uuid,
    grant: Grant,
    granted: &Granted,
) -> Result<bool, Error> {
    let leased = Entity::find_by_id(shop).filter(Column::Lease.eq(lease)).lock_exclusive();
    let Some(row) = leased.one(tx).await? else { return Ok(false) };
    // Sealed while the row is locked: a change of the key waits for it, or has come before.
    let mut row = row.into_active_model();
    row.sealed_token = Set(vault.seal(TOKENS, granted.access_token.expose_secret())?);
    row.expires_at = Set(granted.expires_at);
    if let Some(refresh_token) = granted.refresh_token.clone()
        && let Some(sealed) = credentials::sealed_again(vault, grant, refresh_token)?
    {
        row.sealed_secrets = Set(sealed);
        row.refresh_expires_at = Set(granted.refresh_expires_at);
    }
    (row.lease, row.lease_until) = (Set(None), Set(None));
    row.update(tx).await?;
    Ok(true)
}

/// Ends a lease without a token; nobody asks again before `not_before`, if that is said. False when it was lost.
pub(super) async fn release(
    tx: &Tx,
    shop: Uuid,
    lease: Uuid,
    not_before: Option<DateTime<Utc>>,
) -> Result<bool, Error> {
    let released = Entity::update_many()
        .col_expr(Column::Lease, Expr::value(None::<Uuid>))
        .col_expr(Column::LeaseUntil, Expr::value(not_before))
        .filter(Column::ShopId.eq(shop))
        .filter(Column::Lease.eq(lease));
    Ok(released.exec(tx).await?.rows_affected == 1)
}

/// Whether the shop has this token now, and no other came in its place.
pub(super) async fn has(tx: &Tx, vault: &Vault, shop: Uuid, token: &SecretString) -> Result<bool, Error> {
    let Some(row) = Entity::find_by_id(shop).lock_exclusive().one(tx).await? else { return Ok(false) };
    match row.sealed_token.as_str() {
        "" => Ok(false),
        sealed => Ok(vault.open(TOKENS, sealed)?.expose_secret() == token.expose_secret()),
    }
}
