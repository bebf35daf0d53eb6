//! From Shopify: what a store sells is staged, its items are found, and made or changed where the shop card says so.

use job_queue::{Context, JobError, Summary};
use shopify::Client;

use super::reading::Reading;
use super::{by_id, take_up, vanished};
use crate::Error;
use crate::orders::mapping::Ground;
use crate::products::items;
use crate::watermark::{self, Kind};

/// Reads the shop's products: those that are named, or what failed before, what is new, and what is gone.
pub(super) async fn run(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    named: Option<&[i64]>,
    most: Option<u64>,
) -> Result<Summary, JobError> {
    let shop = &ground.shop.code;
    let linked = take_up::take_up(cx, ground).await?;
    let (fetched, counts) = match named {
        Some(ids) => by_id::read(cx, client, ground, ids).await?,
        None => {
            let unread = cx.db().read(|r| async move { by_id::unread(&r, shop).await }).await?;
            let (again, mut counts) = by_id::again(cx, client, ground, &unread).await?;
            let watermark = cx.db().read(|r| async move { standing(&r, ground).await }).await?;
            let reading = Reading::read(cx, client, ground, watermark, most).await?;
            counts += reading.counts;
            if let Some(count) = reading.count.filter(|_| reading.is_whole()) {
                counts += vanished::remove(cx, client, ground, count).await?;
            }
            (reading.fetched + again, counts)
        }
    };
    let applied = items::run(cx, ground, named).await?;
    tracing::debug!(%shop, linked, made = applied.created, changed = applied.updated, "products became items");
    Ok(Summary {
        fetched,
        created: counts.created,
        updated: counts.updated,
        unchanged: counts.unchanged,
        skipped: applied.skipped,
        failed: counts.failed + applied.failed,
        ..Summary::default()
    })
}

/// How far the shop's products have been read. Products are staged for each shop card, and so each reads for itself.
async fn standing(c: &impl sea_orm::ConnectionTrait, ground: &Ground) -> Result<watermark::Model, Error> {
    watermark::of(c, ground.shop.code.as_str(), Kind::Products).await
}
