//! A store's customers, read and staged page by page, for all cards of the store.

use chrono::{DateTime, Utc};
use job_queue::{Context, JobError, Progress, Summary};
use shopify::Client;

use super::fetch;
use super::standing::Standing;
use crate::customers::import::{self, Fetched, Which, newest, stage};
use crate::customers::staged;
use crate::orders::mapping::Ground;
use crate::watermark::Kind;
use crate::{Error, watermark};

/// Reads what could not be read before, and what has changed since the watermark. Returns what became of it.
///
/// Where only customers are wanted that are known, the first run asks for these, and not for the whole store: that costs a call
/// for a hundred of them. Later runs ask for those whom orders have named since then: their last change may be older
/// than the watermark.
pub(super) async fn read(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    Standing { which, watermark }: &Standing,
) -> Result<Summary, JobError> {
    let (store, began, which) = (ground.shop.domain.as_str(), cx.clock().now(), *which);
    let is_first_of_known = which == Which::Known && watermark.last_updated_at.is_none();
    let named = |r| async move {
        match which {
            Which::Known if is_first_of_known => staged::ids(&r, store).await,
            Which::Known => staged::never_read(&r, store).await,
            Which::All => staged::unread(&r, store).await,
        }
    };
    let named: Vec<i64> = cx.db().read(named).await?;
    let mut summary = import::read(cx, client, ground, &named).await?;
    if is_first_of_known {
        // What changed meanwhile is read by the next run.
        let read_to = began - watermark::CLOCKS;
        let write = |tx| async move { watermark::advance(&tx, watermark, read_to).await };
        cx.write(write).await?;
        return Ok(summary);
    }
    let (search, mut next) = (fetch::search(watermark), None);
    let mut last = watermark.last_updated_at;
    loop {
        let page = cx.send(fetch::page(client, search.as_deref(), next)).await??;
        let read_to = newest(&page.customers);
        last = last.max(read_to);
        let ends_first = (page.next.is_none() && watermark.first_read_to.is_none())
            .then(|| last.unwrap_or(began - watermark::CLOCKS));
        summary += keep(cx, ground, watermark, which, &page.customers, (read_to, ends_first)).await?;
        let text = format!("{}: {} customers read", ground.shop.code, summary.fetched);
        cx.progress(Progress { done: summary.fetched, total: 0, text }).await?;
        next = page.next;
        if next.is_none() {
            return Ok(summary);
        }
    }
}

/// Stages a page and moves the watermark, in one transaction.
async fn keep(
    cx: &Context,
    ground: &Ground,
    began: &watermark::Model,
    which: Which,
    page: &[Fetched],
    (read_to, ends_first): (Option<DateTime<Utc>>, Option<DateTime<Utc>>),
) -> Result<Summary, JobError> {
    let ground = &Ground { now: cx.clock().now(), ..ground.clone() };
    let write = |tx| async move {
        // Cards of one store stage the same customers: one after the other.
        watermark::take_turn(&tx, &ground.shop.domain, Kind::Customers).await?;
        if let Some(read_to) = read_to {
            watermark::advance(&tx, began, read_to).await?;
        }
        let summary = stage(&tx, ground, which, page).await?;
        if let Some(read_to) = ends_first {
            watermark::advance(&tx, began, read_to).await?;
            watermark::end_first(&tx, began, read_to).await?;
        }
        Ok::<_, Error>(summary)
    };
    Ok(cx.write(write).await?)
}
