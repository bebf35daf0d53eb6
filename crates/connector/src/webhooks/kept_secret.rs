//! The secrets by which the webhooks of a shop's store are known.

use access::{Action, Area, Principal};
use chrono::{DateTime, TimeDelta, Utc};
use database::Tx;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, IntoActiveModel, QuerySelect, Set};
use secrecy::{ExposeSecret, SecretString};

use super::subscription;
use crate::shops::Credentials;
use crate::{Connector, Error, shops};

/// The purpose for which the vault seals them.
const SECRETS: &str = "shopify webhook secret";

/// For so long after it was replaced Shopify may still sign with a secret.
pub const OLD_SECRET_IS_GOOD_FOR: TimeDelta = TimeDelta::hours(1);

/// A secret, sealed. A table of its own, so that no list of shops can ever show it.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_webhook_secret")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop whose app signs with it.
    #[sea_orm(indexed)]
    pub shop_id: Uuid,
    /// The secret, sealed by the vault.
    pub sealed_secret: String,
    /// When another one took its place.
    pub replaced_at: Option<ChronoDateTimeUtc>,
}

/// A secret has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Secret").field("shop_id", &self.shop_id).finish_non_exhaustive()
    }
}

/// Gives a shop the secret with which its app signs webhooks: the *API secret key* of the app. The one before it stays
/// good for an hour, since Shopify signs with it for a while.
///
/// # Errors
/// [`Error::NoShop`], [`Error::NoSecret`].
pub async fn give_secret(
    connector: &Connector,
    by: &Principal,
    code: &str,
    secret: &SecretString,
) -> Result<(), Error> {
    by.require(Area::Shops, Action::Change)?;
    let secret = secret.expose_secret().trim();
    if secret.is_empty() {
        return Err(Error::NoSecret);
    }
    let write = |tx| async move {
        let shop = shops::find(&tx, code).await?;
        keep(connector, &tx, shop.id, secret).await?;
        let nothing = serde_json::json!({});
        connector.audit().record_about(&tx, by, "shop webhook secret given", shop.about(), nothing).await?;
        Ok::<_, Error>(shop.domain)
    };
    let store = connector.db().write(write).await?;
    subscription::refresh(connector, &store).await
}

/// Keeps the secret of the app that the credentials are of, if they name one.
pub(crate) async fn keep_secret_of(
    connector: &Connector,
    tx: &Tx,
    shop: Uuid,
    credentials: &Credentials,
) -> Result<(), Error> {
    match credentials.client_secret() {
        Some(secret) => keep(connector, tx, shop, secret.expose_secret().trim()).await,
        None => Ok(()),
    }
}

/// Seals every secret with the vault's first key, whichever of its keys it was sealed with.
pub(crate) async fn seal_secrets_anew(connector: &Connector, tx: &Tx) -> Result<(), Error> {
    for row in Entity::find().lock_exclusive().all(tx).await? {
        let secret = connector.vault().open(SECRETS, &row.sealed_secret)?;
        let mut row = row.into_active_model();
        row.sealed_secret = Set(connector.vault().seal(SECRETS, secret.expose_secret())?);
        row.update(tx).await?;
    }
    Ok(())
}

/// Keeps a secret in the place of those before it.
async fn keep(connector: &Connector, tx: &Tx, shop: Uuid, secret: &str) -> Result<(), Error> {
    let now = connector.clock().now();
    let former = Entity::find().filter(Column::ShopId.eq(shop)).filter(Column::ReplacedAt.is_null()).all(tx).await?;
    for one in &former {
        if connector.vault().open(SECRETS, &one.sealed_secret)?.expose_secret() == secret {
            return Ok(());
        }
    }
    Entity::update_many()
        .col_expr(Column::ReplacedAt, Expr::value(now))
        .filter(Column::ShopId.eq(shop))
        .filter(Column::ReplacedAt.is_null())
        .exec(tx)
        .await?;
    let of_no_use = Column::ReplacedAt.lt(now - OLD_SECRET_IS_GOOD_FOR);
    Entity::delete_many().filter(Column::ShopId.eq(shop)).filter(of_no_use).exec(tx).await?;
    let row = ActiveModel {
        id: Set(connector.random().id(now)),
        shop_id: Set(shop),
        sealed_secret: Set(connector.vault().seal(SECRETS, secret)?),
        replaced_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// The secrets with which webhooks of these shops may be signed now.
pub(super) async fn good(
    connector: &Connector,
    connection: &impl ConnectionTrait,
    shops: &[shops::Model],
    now: DateTime<Utc>,
) -> Result<Vec<SecretString>, Error> {
    let is_good =
        Condition::any().add(Column::ReplacedAt.is_null()).add(Column::ReplacedAt.gte(now - OLD_SECRET_IS_GOOD_FOR));
    let of_these = Column::ShopId.is_in(shops.iter().map(|shop| shop.id));
    let kept = Entity::find().filter(of_these).filter(is_good).all(connection).await?;
    kept.iter().map(|one| Ok(connector.vault().open(SECRETS, &one.sealed_secret)?)).collect()
}
