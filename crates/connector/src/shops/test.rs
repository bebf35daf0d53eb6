use shopify::documents::shop::{ShopSettings, settings};

use super::find;
use crate::{Connector, Error};

/// Asks the store for its settings: the connection is good if it answers.
///
/// # Errors
/// What the store or the network says, in one sentence: a wrong token, an unknown shop, a store that can't be reached.
pub async fn test(connector: &Connector, code: &str) -> Result<ShopSettings, Error> {
    let shop = connector.db().read(|r| async move { find(&r, code).await }).await?;
    Ok(settings(&connector.client(&shop).await?.urgent()).await?)
}
