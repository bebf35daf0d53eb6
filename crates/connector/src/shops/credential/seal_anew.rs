use database::Tx;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QuerySelect, Set};
use secrecy::ExposeSecret;

use super::{Entity, SECRETS, TOKENS};
use crate::{Connector, Error, outbound_webhooks, webhooks};

/// Seals the credentials and the webhook secrets of every shop with the vault's first key, whichever of its keys they were sealed with, and says
/// of how many shops.
///
/// # Errors
/// [`access::Error::Sealed`] when one does not open: then none is changed.
pub async fn seal_anew(connector: &Connector, tx: &Tx) -> Result<usize, Error> {
    let vault = connector.vault();
    let again = |purpose, sealed: &str| match sealed {
        "" => Ok(String::new()),
        sealed => vault.seal(purpose, vault.open(purpose, sealed)?.expose_secret()),
    };
    let rows = Entity::find().lock_exclusive().all(tx).await?;
    let count = rows.len();
    for row in rows {
        let (token, secrets) = (again(TOKENS, &row.sealed_token)?, again(SECRETS, &row.sealed_secrets)?);
        let mut row = row.into_active_model();
        (row.sealed_token, row.sealed_secrets) = (Set(token), Set(secrets));
        row.update(tx).await?;
    }
    webhooks::seal_secrets_anew(connector, tx).await?;
    outbound_webhooks::seal_anew(connector, tx).await?;
    Ok(count)
}
