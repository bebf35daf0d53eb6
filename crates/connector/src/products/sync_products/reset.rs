use access::Principal;

use crate::watermark::Kind;
use crate::{Connector, Error, sync};

/// Sets back how far the products of a shop have been read, to before the first sync. What is here stays; products that
/// say what they said before are unchanged. A sync that runs meanwhile does not undo it.
///
/// # Errors
/// [`Error::NoShop`]; a missing permission.
pub async fn reset(connector: &Connector, by: &Principal, shop: &str) -> Result<(), Error> {
    sync::reset(connector, by, (shop, Kind::Products), None).await
}
