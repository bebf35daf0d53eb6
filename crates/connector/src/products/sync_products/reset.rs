use access::{Action, Area, Principal};
use serde_json::Map;

use crate::watermark::{self, Kind};
use crate::{Connector, Error, shops};

/// Sets back how far the products of a shop have been read, to before the first sync. What is here stays; products that
/// say what they said before are unchanged. A sync that runs meanwhile does not undo it.
///
/// # Errors
/// [`Error::NoShop`]; a missing permission.
pub async fn reset(connector: &Connector, by: &Principal, shop: &str) -> Result<(), Error> {
    by.require(Area::Shops, Action::Change)?;
    let write = |tx| async move {
        let shop = shops::find(&tx, shop).await?;
        watermark::set_back(&tx, shop.code.as_str(), Kind::Products, None).await?;
        connector.audit().record(&tx, by, "products sync reset", shop.code.as_str(), Map::new()).await?;
        Ok(())
    };
    connector.db().write(write).await
}
