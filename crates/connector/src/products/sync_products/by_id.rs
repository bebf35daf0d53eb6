//! Products that are read by their ids, whatever the watermark says: those that a person has named, and those that could
//! not be read before.

use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shopify::Client;
use shopify::documents::products::AT_ONCE;
use values::Code;

use super::counts::Counts;
use super::{fetch, stage};
use crate::Error;
use crate::orders::mapping::Ground;
use crate::products::staged::product::{Column, Entity};
use crate::products::{removal, write};

/// Reads the products of these ids and stages them, also those that a person took away here: who names them wants them.
pub(crate) async fn read(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    ids: &[i64],
) -> Result<(u64, Counts), JobError> {
    let shop = &ground.shop.code;
    cx.write(|tx| async move { removal::forget(&tx, shop, ids).await }).await?;
    again(cx, client, ground, ids).await
}

/// Reads the products of these ids and stages them; those that the store has no more are taken away here. Returns how many
/// there are, and what became of them.
pub(super) async fn again(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    ids: &[i64],
) -> Result<(u64, Counts), JobError> {
    let (mut read, mut counts) = (0, Counts::default());
    for some in ids.chunks(AT_ONCE) {
        let (fetched, gone) = &cx.send(fetch::by_ids(client, some)).await??;
        let ground = &Ground { now: cx.clock().now(), ..ground.clone() };
        let write = |tx| async move {
            let mut counts = stage::stage(&tx, ground, fetched).await?;
            counts.updated += write::remove_products(&tx, &ground.shop.code, gone).await?;
            removal::forget(&tx, &ground.shop.code, gone).await?;
            Ok::<_, Error>(counts)
        };
        counts += cx.write(write).await?;
        read += fetched.len() as u64;
    }
    Ok((read, counts))
}

/// The ids in Shopify of the shop's products that could not be read when they were told last.
pub(super) async fn unread(c: &impl ConnectionTrait, shop: &Code<20>) -> Result<Vec<i64>, Error> {
    let unread = Entity::find()
        .select_only()
        .column(Column::ShopifyProductId)
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::HasError.eq(true))
        .filter(Column::ContentHash.eq(""))
        .order_by_asc(Column::ShopifyProductId);
    Ok(unread.into_tuple().all(c).await?)
}
