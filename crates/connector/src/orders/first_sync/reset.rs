use access::{Action, Area, Principal};
use chrono::NaiveDate;

use crate::orders::sync_orders::midnight;
use crate::watermark::Kind;
use crate::{Connector, Error, shops, sync};

/// Sets back how far the orders of a shop's store have been read: to the beginning of a day in the company's time zone,
/// or, without one, to before the first sync. What is here stays; orders that say what they said before are unchanged.
/// A sync that runs meanwhile does not undo it.
///
/// # Errors
/// [`Error::NoShop`]; [`Error::Given`] for a day to which the store has not been read yet.
pub async fn reset(connector: &Connector, by: &Principal, shop: &str, from: Option<NaiveDate>) -> Result<(), Error> {
    by.require(Area::Shops, Action::Change)?;
    let write = |tx| async move {
        let shop = shops::find(&tx, shop).await?;
        let zone = back_office::company::read(&tx).await?.zone();
        let from = from.map(|day| midnight(day, zone));
        sync::set_back(connector, &tx, by, (&shop, Kind::Orders), from).await
    };
    connector.db().write(write).await
}
