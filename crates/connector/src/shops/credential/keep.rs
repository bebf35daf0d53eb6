use access::Vault;
use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use secrecy::ExposeSecret;
use shopify::Granted;
use uuid::Uuid;

use super::{ActiveModel, Credentials, Entity, Model, TOKENS};
use crate::Error;

/// Keeps the credentials of a shop in the place of those it had. Whoever asks for a token with the old ones meanwhile
/// loses the lease, and what comes back to them is not kept.
pub(crate) async fn keep(
    tx: &Tx,
    vault: &Vault,
    shop_id: Uuid,
    credentials: &Credentials,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    // First: what is sealed while the row is locked is sealed before the keys change, or after.
    Entity::delete_by_id(shop_id).exec(tx).await?;
    let sealed_token = match credentials {
        Credentials::AccessToken(token) => vault.seal(TOKENS, token.expose_secret().trim())?,
        _ => String::new(),
    };
    let row = Model {
        shop_id,
        kind: credentials.kind(),
        sealed_token,
        expires_at: None,
        sealed_secrets: credentials.seal(vault)?,
        refresh_expires_at: None,
        lease: None,
        lease_until: None,
        updated_at: now,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Keeps the token that came with these credentials.
pub(crate) async fn keep_token(tx: &Tx, vault: &Vault, shop_id: Uuid, granted: &Granted) -> Result<(), Error> {
    let row = ActiveModel {
        shop_id: Set(shop_id),
        sealed_token: Set(vault.seal(TOKENS, granted.access_token.expose_secret())?),
        expires_at: Set(granted.expires_at),
        refresh_expires_at: Set(granted.refresh_expires_at),
        ..Default::default()
    };
    row.update(tx).await?;
    Ok(())
}
