//! One shop's customers, read and staged page by page.

use chrono::{DateTime, Utc};
use job_queue::{Context, JobError, Progress, Summary};
use shopify::Client;

use super::fetch;
use crate::customers::import::{Fetched, Which, newest, stage};
use crate::orders::mapping::Ground;
use crate::watermark::Kind;
use crate::{Error, watermark};

/// Reads what has changed since the watermark. Returns what became of it.
pub(super) async fn read(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    watermark: &watermark::Model,
    which: Which,
) -> Result<Summary, JobError> {
    let (shop, began) = (&ground.shop.code, cx.clock().now());
    let search = fetch::search(watermark);
    let (mut summary, mut next) = (Summary::default(), None);
    let mut last = watermark.last_updated_at;
    loop {
        let page = cx.send(fetch::page(client, search.as_deref(), next)).await??;
        let read_to = newest(&page.customers);
        last = last.max(read_to);
        let ends_first = (page.next.is_none() && watermark.first_read_to.is_none())
            .then(|| last.unwrap_or(began - watermark::CLOCKS));
        summary += keep(cx, ground, watermark, which, &page.customers, (read_to, ends_first)).await?;
        let text = format!("{shop}: {} customers read", summary.fetched);
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
