//! Companies that are read by their ids, whatever the watermark says: those that a person or an order has named, and those
//! that could not be read before.

use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shopify::Client;
use shopify::documents::companies::AT_ONCE;

use super::fetch;
use super::stage::{self, Counts, Wanted};
use crate::Error;
use crate::companies::staged::company::{Column, Entity};
use crate::orders::mapping::Ground;
use crate::watermark::{self, Kind};

/// Reads the companies of these ids and stages them. Returns how many there are, and what became of them.
pub(super) async fn read(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    ids: &[i64],
) -> Result<(u64, Counts), JobError> {
    let (mut read, mut counts) = (0, Counts::default());
    for some in ids.chunks(AT_ONCE) {
        let (fetched, gone) = &cx.send(fetch::by_ids(client, &ground.shop, some)).await??;
        let ground = &Ground { now: cx.clock().now(), ..ground.clone() };
        let write = |tx| async move {
            watermark::take_turn(&tx, &ground.shop.domain, Kind::Companies).await?;
            let mut counts = stage::stage(&tx, ground, fetched, Wanted::Named).await?;
            counts.updated += stage::miss(&tx, ground, gone).await?;
            Ok::<_, Error>(counts)
        };
        counts += cx.write(write).await?;
        read += fetched.len() as u64;
    }
    Ok((read, counts))
}

/// The ids in Shopify of the store's companies of which nothing but the name is known, or that could not be read last time.
pub(super) async fn unread(c: &impl ConnectionTrait, store: &str) -> Result<Vec<i64>, Error> {
    let unread = Entity::find()
        .select_only()
        .column(Column::ShopifyCompanyId)
        .filter(Column::Store.eq(store))
        .filter(Condition::any().add(Column::CreatedAt.is_null()).add(Column::UpdatedAt.is_null()))
        .filter(Column::DeletedInShopify.eq(false))
        .order_by_asc(Column::ShopifyCompanyId);
    Ok(unread.into_tuple().all(c).await?)
}
