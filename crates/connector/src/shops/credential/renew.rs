use std::time::Duration;

use chrono::TimeDelta;
use sea_orm::{EntityTrait, QuerySelect};
use secrecy::SecretString;
use shopify::{Grant, Granted, request_token};
use uuid::Uuid;

use super::lease::{self, Found, Held};
use super::{Entity, Model as Credential};
use crate::shops::connection::{self, Connection};
use crate::shops::{Model, capability};
use crate::{Connector, Error};

/// How often one looks whether another process has got the token.
const LOOK_AGAIN: Duration = Duration::from_millis(250);
/// How long the token in hand is used before one asks again for the next.
const ASK_AGAIN: TimeDelta = TimeDelta::seconds(60);
/// How long one waits for it: longer than a lease.
const LONGEST: Duration = Duration::from_secs(90);

/// A token of the shop that can be begun with, and is not `refused`; asked for if need be. None when there is nothing to
/// ask with.
pub(super) async fn obtain(
    connector: &Connector,
    shop: &Model,
    refused: Option<&SecretString>,
) -> Result<Option<Held>, Error> {
    let until = connector.clock().monotonic() + LONGEST;
    let lease = connector.random().id(connector.clock().now());
    loop {
        let (found, in_hand) = find(connector, shop, lease, refused).await?;
        match (found, in_hand) {
            (Found::Token(held), _) => return Ok(Some(held)),
            (Found::Nothing, _) => return Ok(None),
            (Found::Ended, Some(in_hand)) => return Ok(Some(in_hand)),
            (Found::Ended, None) => return Err(end(connector, shop).await?),
            (Found::Grant(grant), in_hand) => {
                if let Some(held) = ask(connector, shop, lease, grant, in_hand).await? {
                    return Ok(Some(held));
                }
            }
            (Found::Busy, Some(in_hand)) => return Ok(Some(in_hand)),
            (Found::Busy, None) if connector.clock().monotonic() < until => connector.clock().sleep(LOOK_AGAIN).await,
            (Found::Busy, None) => return Err(Error::TokenBusy(shop.code.to_string())),
        }
    }
}

/// What there is; with the lease when a token is to be asked for.
async fn find(
    connector: &Connector,
    shop: &Model,
    lease: Uuid,
    refused: Option<&SecretString>,
) -> Result<(Found, Option<Held>), Error> {
    let (vault, now, id) = (connector.vault(), connector.clock().now(), shop.id);
    // Mostly there is a token, and nothing is to be written.
    let row: Option<Credential> =
        connector.db().read(|r| async move { Ok::<_, Error>(Entity::find_by_id(id).one(&r).await?) }).await?;
    let row = row.ok_or_else(|| Error::NoToken(shop.code.to_string()))?;
    match lease::look(&row, vault, now, refused)? {
        (Found::Grant(_), _) => {
            connector.db().write(|tx| async move { lease::take(&tx, vault, id, lease, now, refused).await }).await
        }
        found => Ok(found),
    }
}

/// Asks the store, and keeps what it says. None when the lease was lost meanwhile.
async fn ask(
    connector: &Connector,
    shop: &Model,
    lease: Uuid,
    grant: Grant,
    in_hand: Option<Held>,
) -> Result<Option<Held>, Error> {
    let asked =
        request_token(connector.http(), &shop.domain, &shop.admin_url, &grant, connector.clock(), connector.random());
    match asked.await {
        Ok(granted) => keep(connector, shop, lease, grant, granted).await,
        Err(error) => {
            let stop = error.is_disconnected().then(|| error.to_string());
            let (id, stop) = (shop.id, stop.as_deref());
            // While the token in hand is good, nobody has to wait each time for a store that gives no other.
            let not_before = in_hand.as_ref().filter(|_| stop.is_none()).map(|_| connector.clock().now() + ASK_AGAIN);
            let write = |tx| async move {
                if lease::release(&tx, id, lease, not_before).await?
                    && let Some(reason) = stop
                {
                    connection::mark(&tx, id, Connection::NotConnected, reason).await?;
                }
                Ok::<_, Error>(())
            };
            connector.db().write(write).await?;
            match in_hand {
                Some(in_hand) if stop.is_none() => {
                    tracing::warn!(shop = %shop.code, %error, "the access token is not renewed yet");
                    Ok(Some(in_hand))
                }
                _ => Err(error.into()),
            }
        }
    }
}

async fn keep(
    connector: &Connector,
    shop: &Model,
    lease: Uuid,
    grant: Grant,
    granted: Granted,
) -> Result<Option<Held>, Error> {
    let (vault, id, granted, grant) = (connector.vault(), shop.id, &granted, &grant);
    let write = |tx| async move {
        let is_kept = lease::keep(&tx, vault, id, lease, grant.clone(), granted).await?;
        if is_kept && !granted.scopes.is_empty() {
            capability::note(&tx, id, &granted.scopes).await?;
        }
        Ok::<_, Error>(is_kept)
    };
    let is_kept = connector.db().write(write).await?;
    tracing::debug!(shop = %shop.code, is_kept, until = ?granted.expires_at, "the access token was renewed");
    let held = Held { token: granted.access_token.clone(), expires_at: granted.expires_at };
    Ok(is_kept.then_some(held))
}

/// The shop is not connected any more: its refresh token has ended, so the store need not be asked.
async fn end(connector: &Connector, shop: &Model) -> Result<Error, Error> {
    let (id, now) = (shop.id, connector.clock().now());
    let reason = "its refresh token was not used for so long that it has ended";
    let write = |tx| async move {
        let row = Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
        // Someone may have connected it again meanwhile.
        if row.is_some_and(|row| row.refresh_token_has_ended(now)) {
            connection::mark(&tx, id, Connection::NotConnected, reason).await?;
        }
        Ok::<_, Error>(())
    };
    connector.db().write(write).await?;
    Ok(Error::Disconnected { code: shop.code.to_string(), reason: reason.to_owned() })
}
