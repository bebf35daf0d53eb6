use access::{Action, Area, Principal};
use chrono::{DateTime, SecondsFormat, Utc};
use database::Tx;
use sea_orm::ConnectionTrait;
use serde_json::json;

use crate::watermark::{self, Kind};
use crate::{Connector, Error, shops};

/// What can be read again, in the order of the shop card's menu.
pub const RESETTABLE: [Kind; 4] = [Kind::Products, Kind::Customers, Kind::Orders, Kind::Companies];

/// When a shop's records were last synchronized, kind by kind; none before the first sync of it.
///
/// # Errors
/// [`Error::NoShop`]; a missing permission.
pub async fn last_syncs(
    connector: &Connector,
    by: &Principal,
    shop: &str,
) -> Result<Vec<(Kind, Option<DateTime<Utc>>)>, Error> {
    by.require(Area::Shops, Action::Read)?;
    let read = |r| async move {
        let shop = shops::find(&r, shop).await?;
        let mut all = Vec::with_capacity(RESETTABLE.len());
        for kind in RESETTABLE {
            all.push((kind, last(&r, &shop, kind).await?));
        }
        Ok(all)
    };
    connector.db().read(read).await
}

/// Sets back how far the records of one kind have been read: to `from`, or, without it, to before the first sync. What is
/// here stays; what says nothing new is unchanged, and what was deleted here comes back. Nothing that goes to Shopify is
/// touched, and a sync that runs meanwhile does not undo it.
///
/// # Errors
/// [`Error::NoShop`]; [`Error::Given`] for a kind that has nothing to be set back, or a time to which the store has not
/// been read yet; a missing permission.
pub async fn reset(
    connector: &Connector,
    by: &Principal,
    (shop, kind): (&str, Kind),
    from: Option<DateTime<Utc>>,
) -> Result<(), Error> {
    by.require(Area::Shops, Action::Change)?;
    if !RESETTABLE.contains(&kind) {
        let known = RESETTABLE.map(|kind| kind.caption()).join(", ");
        let reason = format!("{} are not read from a time on; what is: {known}", kind.caption());
        return Err(Error::Given { name: "kind", reason });
    }
    let write = |tx| async move {
        let shop = shops::find(&tx, shop).await?;
        set_back(connector, &tx, by, (&shop, kind), from).await
    };
    connector.db().write(write).await
}

/// The same for a card that was read in the caller's transaction.
pub(crate) async fn set_back(
    connector: &Connector,
    tx: &Tx,
    by: &Principal,
    (shop, kind): (&shops::Model, Kind),
    from: Option<DateTime<Utc>>,
) -> Result<(), Error> {
    let records = kind.caption().to_lowercase();
    let last = last(tx, shop, kind).await?;
    if from.is_some() && last < from {
        let read_to = last.map_or_else(
            || "not been read at all".to_owned(),
            |last| format!("been read to {}", last.to_rfc3339_opts(SecondsFormat::Secs, true)),
        );
        let reason = format!("the {records} of {} have {read_to}: give an earlier time, or none", shop.domain);
        return Err(Error::Given { name: "from", reason });
    }
    // Also what was not read that far: a run of it may be under way.
    for part in parts(kind) {
        watermark::set_back(tx, key(shop, kind), *part, from).await?;
    }
    let event = format!("{records} sync reset");
    connector.audit().record_about(tx, by, &event, shop.about(), json!({ "from": from })).await?;
    Ok(())
}

/// By what the watermark is kept: the cards of one store share what is read of it, but products, which each card reads for
/// itself.
fn key(shop: &shops::Model, kind: Kind) -> &str {
    match kind {
        Kind::Products => shop.code.as_str(),
        Kind::Orders | Kind::Customers | Kind::KnownCustomers | Kind::Companies | Kind::GiftCards | Kind::Disputes => {
            &shop.domain
        }
    }
}

/// The watermarks of a kind: all customers of a store are read by one, and those that are known by another.
const fn parts(kind: Kind) -> &'static [Kind] {
    match kind {
        Kind::Customers => &[Kind::Customers, Kind::KnownCustomers],
        Kind::Orders => &[Kind::Orders],
        Kind::Products => &[Kind::Products],
        Kind::Companies => &[Kind::Companies],
        Kind::GiftCards => &[Kind::GiftCards],
        Kind::KnownCustomers => &[Kind::KnownCustomers],
        Kind::Disputes => &[Kind::Disputes],
    }
}

/// When a kind was last synchronized, by whichever of its watermarks says the latest.
async fn last(c: &impl ConnectionTrait, shop: &shops::Model, kind: Kind) -> Result<Option<DateTime<Utc>>, Error> {
    let mut last = None;
    for part in parts(kind) {
        last = last.max(watermark::last_sync(c, key(shop, kind), *part).await?);
    }
    Ok(last)
}
