use shopify::documents::shop::{ShopSettings, settings};

use super::find;
use crate::{Connector, Error};

/// Asks the store for its settings: the connection is good if it answers.
///
/// # Errors
/// What the store or the network says, in one sentence: a wrong token, an unknown shop, a store that can't be reached; and
/// [`Error::OtherStore`].
pub async fn test(connector: &Connector, code: &str) -> Result<ShopSettings, Error> {
    let shop = connector.db().read(|r| async move { find(&r, code).await }).await?;
    let settings = settings(&connector.client(&shop).await?.urgent()).await?;
    let found = &settings.shop.myshopify_domain;
    if !found.eq_ignore_ascii_case(&shop.domain) {
        let (code, domain) = (shop.code.to_string(), shop.domain);
        return Err(Error::OtherStore { code, domain, found: found.clone() });
    }
    Ok(settings)
}
