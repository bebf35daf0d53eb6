//! What the webhooks are signed with.

use database::Tx;
use outbound::WebhookSecret;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QuerySelect, Set};
use secrecy::ExposeSecret;

use crate::{Connector, Error};

/// The purpose for which the vault seals them.
const SECRETS: &str = "outbound webhook secret";

/// A secret, sealed. A table of its own, so that no list of webhooks can ever show it.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbound_webhook_secret")]
pub struct Model {
    /// The webhook.
    #[sea_orm(primary_key, auto_increment = false)]
    pub outbound_webhook_id: Uuid,
    /// The secret, sealed by the vault.
    pub sealed_secret: String,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Secret").field("outbound_webhook_id", &self.outbound_webhook_id).finish_non_exhaustive()
    }
}

/// Gives a webhook a new secret, in the place of the one before.
pub(super) async fn renew(connector: &Connector, tx: &Tx, webhook: Uuid) -> Result<WebhookSecret, Error> {
    let secret = WebhookSecret::of(connector.random().bytes());
    // First: what is sealed while the row is locked is sealed before the keys change, or after.
    Entity::delete_by_id(webhook).exec(tx).await?;
    let row = Model { outbound_webhook_id: webhook, sealed_secret: connector.vault().seal(SECRETS, secret.expose())? };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(secret)
}

/// The secret of a webhook; nothing when there is none that the vault can open, as after a change of its key file: that one
/// webhook has to wait for a new secret, and no other.
pub(super) async fn of(
    connector: &Connector,
    connection: &impl ConnectionTrait,
    webhook: Uuid,
) -> Result<Option<WebhookSecret>, Error> {
    let row = Entity::find_by_id(webhook).one(connection).await?;
    Ok(row.and_then(|row| connector.vault().open(SECRETS, &row.sealed_secret).ok()).map(WebhookSecret::kept))
}

/// Seals every secret with the vault's first key, whichever of its keys it was sealed with.
pub(crate) async fn seal_anew(connector: &Connector, tx: &Tx) -> Result<(), Error> {
    for row in Entity::find().lock_exclusive().all(tx).await? {
        let secret = connector.vault().open(SECRETS, &row.sealed_secret)?;
        let mut row = row.into_active_model();
        row.sealed_secret = Set(connector.vault().seal(SECRETS, secret.expose_secret())?);
        row.update(tx).await?;
    }
    Ok(())
}
