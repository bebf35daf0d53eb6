use std::collections::HashSet;

use chrono_tz::Tz;
use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use shopify::Client;
use shopify::documents::orders::{self, AT_ONCE, Order};
use shopify_schema::gid::OrderId;

use super::threshold::Threshold;
use super::{fetch, look};
use crate::orders::import::number;
use crate::orders::staged::order;
use crate::orders::to_import;
use crate::watermark::{self, Kind};
use crate::{Error, shops};

/// What a store has sold or changed that was not read yet.
#[derive(Debug)]
pub(crate) enum Unread {
    /// The store's orders are not read at all.
    Never,
    /// So much that it is to be read by whoever imports it, or something that can't be read here.
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
    let reach = fetch::reach(shop);
    let fetched = cx.send(fetch::by_ids(client, reach, &ids)).await??;
    // One that can't be read may have sold anything: whoever imports it tells of it.
    let Ok(orders) = fetched.into_iter().map(|one| one.order).collect::<Result<Vec<Order>, _>>() else {
        return Ok(Unread::Much);
    };
    if !orders.iter().any(|order| threshold.is_past(order)) {
        return Ok(Unread::Orders(orders));
    }
    let (store, ids) = (&shop.domain, &orders.iter().map(|order| number(&order.id)).collect::<Vec<_>>());
    let known = cx.db().read(|r| async move { known(&r, store, ids).await }).await?;
    let counts = |order: &Order| known.contains(&number(&order.id)) || !threshold.is_past(order);
    Ok(Unread::Orders(orders.into_iter().filter(counts).collect()))
}

/// Those of these orders that are staged or wait to be imported.
async fn known(c: &impl ConnectionTrait, store: &str, ids: &[i64]) -> Result<HashSet<i64>, Error> {
    let staged = order::Entity::find()
        .select_only()
        .column(order::Column::ShopifyOrderId)
        .filter(order::Column::Store.eq(store))
        .filter(order::Column::ShopifyOrderId.is_in(ids.iter().copied()));
    let waiting = to_import::Entity::find()
        .select_only()
        .column(to_import::Column::ShopifyOrderId)
        .filter(to_import::Column::Store.eq(store))
        .filter(to_import::Column::ShopifyOrderId.is_in(ids.iter().copied()));
    let mut known: HashSet<i64> = staged.into_tuple::<i64>().all(c).await?.into_iter().collect();
    known.extend(waiting.into_tuple::<i64>().all(c).await?);
    Ok(known)
}
