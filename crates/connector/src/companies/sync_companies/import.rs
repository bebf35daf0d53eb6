//! The companies of a store are staged, and their customers found, made or changed where the shop card says so.

use database::Read;
use job_queue::{Context, JobError, Summary};
use shopify::Client;

use super::by_id;
use super::reading::Reading;
use super::stage::Counts;
use super::standing::standing;
use crate::companies::customers;
use crate::orders::mapping::Ground;
use crate::shops::options::CompanyImport;
use crate::watermark;

/// Reads the store's companies: those that are named, or what failed before and what is new.
pub(super) async fn run(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    named: Option<&[i64]>,
) -> Result<Summary, JobError> {
    let (mut fetched, mut counts) = (0, Counts::default());
    let shop = &ground.shop;
    let store = shop.domain.as_str();
    let standing = |r: Read| async move { standing(&r, shop).await };
    let (began, standing) = (cx.clock().now(), cx.db().read(standing).await?);
    let watermark = &standing.watermark;
    let ids = match named {
        Some(ids) => ids.to_vec(),
        None if shop.company_import_from_shopify == CompanyImport::None => Vec::new(),
        None => cx.db().read(|r| async move { by_id::unread(&r, store).await }).await?,
    };
    let (read, became) = by_id::read(cx, client, ground, &ids).await?;
    fetched += read;
    counts += became;
    if let (None, Some(wants_all)) = (named, standing.wants_all) {
        let reading = Reading::read(cx, client, ground, watermark.clone(), wants_all).await?;
        fetched += reading.fetched;
        counts += reading.counts;
    }
    let applied = customers::run(cx, ground, named).await?;
    if named.is_none() {
        cx.write(|tx| async move { watermark::synced(&tx, watermark, began).await }).await?;
    }
    tracing::debug!(%store, linked = applied.linked, made = applied.made, changed = applied.changed, "companies are customers");
    Ok(Summary {
        fetched,
        created: counts.created,
        updated: counts.updated,
        unchanged: counts.unchanged,
        skipped: counts.skipped,
        failed: counts.failed + applied.failed,
        ..Summary::default()
    })
}
