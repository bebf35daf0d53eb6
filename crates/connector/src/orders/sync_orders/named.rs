//! Orders that someone has named: read by their ids, whatever the watermark and the day on the shop card say. So a single
//! order that failed is tried again as it is now, and what was chosen costs one call for fifty.

use std::collections::HashSet;

use database::Tx;
use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use shopify::Client;
use shopify::documents::orders::AT_ONCE;
use shopify_schema::gid::OrderId;

use super::decide::Tried;
use super::stage::{self, Counts, Door};
use super::{buyers, fetch};
use crate::Error;
use crate::orders::SYNC_ORDERS;
use crate::orders::to_import::{ActiveModel, Column, Entity};
use crate::skipped::{self, Skipped};
use crate::watermark::{self, Kind};

/// Why an order that was named is not imported.
const GONE: &str = "Shopify has no such order any more, or does not let the app read it.";
/// What to do about it.
const IF_GONE: &str = "If it was deleted there, set it aside; an order that is older than 60 days needs the access scope read_all_orders.";

/// Reads the orders of these ids and stages them. Returns how many there are, and what became of them.
pub(super) async fn read(
    cx: &Context,
    client: &Client,
    door: &Door<'_>,
    ids: &[i64],
) -> Result<(u64, Counts), JobError> {
    let reach = fetch::reach(&door.ground.shop);
    let (mut fetched, mut counts) = (0, Counts::default());
    for some in ids.chunks(AT_ONCE) {
        let named: Vec<OrderId> = some.iter().map(|id| OrderId::new(id.unsigned_abs())).collect();
        let orders = &cx.send(fetch::by_ids(client, reach, &named)).await??;
        buyers::meet(cx, client, door.ground, orders).await?;
        let found: HashSet<i64> = orders.iter().map(|order| order.shopify_order_id).collect();
        let gone = &some.iter().copied().filter(|id| !found.contains(id)).collect::<Vec<_>>();
        let write = |tx| async move {
            watermark::take_turn(&tx, &door.ground.shop.domain, Kind::Orders).await?;
            miss(&tx, door, gone).await?;
            stage::stage(&tx, door, orders, Tried::Named).await
        };
        counts += cx.write(write).await?;
        counts.failed += gone.len() as u64;
        fetched += orders.len() as u64;
    }
    Ok((fetched, counts))
}

/// Writes down that Shopify does not have these orders: those that wait go on waiting, with their error.
async fn miss(tx: &Tx, door: &Door<'_>, gone: &[i64]) -> Result<(), Error> {
    if gone.is_empty() {
        return Ok(());
    }
    let of_store = Column::Store.eq(door.ground.shop.domain.as_str());
    let rows =
        Entity::find().filter(of_store).filter(Column::ShopifyOrderId.is_in(gone.iter().copied())).all(tx).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let failed = ActiveModel {
        shop_code: Set(door.ground.shop.code.clone()),
        has_error: Set(true),
        error_message: Set(GONE.to_owned()),
        ..Default::default()
    };
    tx.changed::<Entity>(&ids).await?;
    Entity::update_many().set(failed).filter(Column::Id.is_in(ids)).exec(tx).await?;
    let skipped = rows.into_iter().map(|row| Skipped {
        shop_code: door.ground.shop.code.clone(),
        kind: skipped::Kind::Order,
        shopify_id: row.shopify_order_id,
        document_name: row.order_number,
        cause: GONE.to_owned(),
        remedy: IF_GONE.to_owned(),
        retry_object_id: SYNC_ORDERS,
    });
    skipped::record(tx, &door.ground.seen(), skipped.collect()).await
}
