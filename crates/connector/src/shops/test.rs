use shopify::documents::shop::{Shop, settings};
use shopify::{Client, Scopes};

use super::capability::{self, Access};
use super::connection::{self, Connection};
use super::{find, plan};
use crate::webhooks::subscription::{Compared, compare};
use crate::{Connector, Error};

/// What a store says of itself, and of what its app may do.
#[derive(Clone, Debug)]
pub struct Tested {
    /// The store.
    pub shop: Shop,
    /// The access scopes of the app.
    pub granted: Scopes,
    /// What it may do with them.
    pub access: Vec<Access>,
    /// Whether it tells by webhooks what it is to tell.
    pub webhooks: Compared,
}

/// Asks the store for its settings and for what the app may do: the connection is good if it answers. The shop card keeps
/// the outcome. Webhooks that the store has lost are registered again.
///
/// # Errors
/// What the store or the network says, in one sentence: a wrong token, an unknown shop, a store that can't be reached; and
/// [`Error::OtherStore`] and [`Error::OtherInstallation`].
pub async fn test(connector: &Connector, code: &str) -> Result<Tested, Error> {
    let shop = connector.db().read(|r| async move { find(&r, code).await }).await?;
    // A copy of the database asks nothing: a refresh token that it used would be lost to the original.
    shop.check_installation(connector.installation())?;
    let id = shop.id;
    let client = &connector.open(&shop).await?.urgent();
    let asked = ask(client).await;
    let outcome = match asked {
        Ok((found, _)) if !found.myshopify_domain.eq_ignore_ascii_case(&shop.domain) => {
            let (code, domain) = (shop.code.to_string(), shop.domain.clone());
            Err(Error::OtherStore { code, domain, found: found.myshopify_domain })
        }
        asked => asked.map_err(Error::from),
    };
    let learnt = &outcome;
    let write = |tx| async move {
        match learnt {
            Ok((found, granted)) => {
                connection::mark(&tx, id, Connection::Connected, "").await?;
                plan::note(&tx, id, &found.plan).await?;
                capability::note(&tx, id, granted).await
            }
            Err(error @ Error::OtherStore { .. }) => {
                connection::mark(&tx, id, Connection::NotConnected, &error.to_string()).await
            }
            Err(_) => Ok(()),
        }
    };
    connector.db().write(write).await?;
    let (found, granted) = outcome?;
    let webhooks = if shop.enabled { compared(connector, client, &shop.domain).await? } else { Compared::default() };
    Ok(Tested { access: capability::compare(&granted), shop: found, granted, webhooks })
}

/// What became of the webhooks. The store has answered before: where it does not say which it has, the next test asks
/// again.
async fn compared(connector: &Connector, client: &Client, store: &str) -> Result<Compared, Error> {
    match compare(connector, client, store).await {
        Err(Error::Shopify(error)) => {
            tracing::warn!(store, %error, "the webhooks could not be compared");
            Ok(Compared::default())
        }
        compared => compared,
    }
}

async fn ask(client: &Client) -> Result<(Shop, Scopes), shopify::Error> {
    let shop = settings(client).await?.shop;
    Ok((shop, client.granted_scopes().await?))
}
