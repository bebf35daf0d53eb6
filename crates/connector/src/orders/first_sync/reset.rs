use access::{Action, Area, Principal};
use chrono::{NaiveDate, SecondsFormat};
use serde_json::json;

use crate::orders::sync_orders::midnight;
use crate::watermark::{self, Kind};
use crate::{Connector, Error, shops};

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
        let last = watermark::last(&tx, &shop.domain, Kind::Orders).await?;
        if from.is_some() && last < from {
            let read_to = last.map_or_else(
                || "not been read at all".to_owned(),
                |last| format!("been read to {}", last.to_rfc3339_opts(SecondsFormat::Secs, true)),
            );
            let reason = format!("the orders of {} have {read_to}: give an earlier day, or none", shop.domain);
            return Err(Error::Given { name: "from", reason });
        }
        watermark::set_back(&tx, &shop.domain, Kind::Orders, from).await?;
        let detail = json!({ "from": from });
        connector.audit().record(&tx, by, "orders sync reset", shop.code.as_str(), detail).await?;
        Ok(())
    };
    connector.db().write(write).await
}
