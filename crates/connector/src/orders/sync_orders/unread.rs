use chrono_tz::Tz;
use job_queue::{Context, JobError};
use shopify::documents::orders::{self, AT_ONCE, Order, Reach};
use shopify::{Client, Scopes};
use shopify_schema::gid::OrderId;

use super::threshold::Threshold;
use super::{fetch, look};
use crate::watermark::{self, Kind};
use crate::{Error, shops};

/// What a store has sold or changed that was not read yet.
#[derive(Debug)]
pub(crate) enum Unread {
    /// The store's orders are not read at all.
    Never,
    /// So much that it is to be read by whoever imports it.
    Much,
    /// These orders, some of which may be known.
    Orders(Vec<Order>),
}

/// Looks at what an import of the orders would read at this moment, and imports nothing: 13 points, and a call for the orders
/// when there are any.
///
/// # Errors
/// A lost lease or a wish to stop; why the store does not answer.
pub(crate) async fn unread(cx: &Context, client: &Client, shop: &shops::Model, zone: Tz) -> Result<Unread, JobError> {
    let standing = |r| async move {
        let watermark = watermark::of(&r, &shop.domain, Kind::Orders).await?;
        let threshold = Threshold::read(&r, shop, zone, &watermark).await?;
        Ok::<_, Error>((watermark, threshold))
    };
    let (watermark, threshold) = cx.db().read(standing).await?;
    if watermark.last_updated_at.is_none() {
        return Ok(Unread::Never);
    }
    let search = fetch::search(&watermark, threshold.oldest);
    let Some(found) = cx.send(orders::glance(client, &search)).await?.map_err(Error::from)? else {
        return Ok(Unread::Much);
    };
    let look = look::look(&watermark, &found, cx.clock().now());
    if look::is_known(&watermark, &look) {
        return Ok(Unread::Orders(Vec::new()));
    }
    if found.len() > AT_ONCE {
        return Ok(Unread::Much);
    }
    let ids: Vec<OrderId> = found.iter().filter_map(|order| order.id.inner().parse().ok()).collect();
    let reach = Reach::of(&Scopes::parse(&shop.granted_scopes));
    let fetched = cx.send(fetch::by_ids(client, reach, &ids)).await??;
    // One that can't be read is told by whoever imports it.
    Ok(Unread::Orders(fetched.into_iter().filter_map(|one| one.order.ok()).collect()))
}
