//! Many orders at once: by a bulk operation, for the price of a handful of calls.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use job_queue::JobError;
use shopify::bulk::{Bulk, Finished, Pages, Way, plan};
use shopify::documents::orders::{self, PAGE, page_cost};

use super::fetch;
use super::reading::Reading;
use crate::Error;
use crate::bulk::whole;

/// Who has read a store so lately finds a few orders, and does not ask how many.
const LATELY: TimeDelta = TimeDelta::days(1);
/// How long a call for a page takes.
const CALL: Duration = Duration::from_millis(700);
/// An order and what most have below it.
const LINES: u64 = 5;
/// How many lines a second are expected of Shopify, and how long it takes until it begins. Neither is promised.
const SPEED: f64 = 500.0;
const START: Duration = Duration::from_secs(15);

/// Whether so much is left after the first page that a bulk operation is the better way. It costs a call where that is not
/// known.
pub(super) async fn is_better(reading: &Reading<'_>, last: Option<DateTime<Utc>>) -> Result<bool, JobError> {
    let (cx, client) = (reading.cx, reading.client);
    if last.is_some_and(|last| cx.clock().now() - last < LATELY) {
        return Ok(false);
    }
    let count = cx.send(orders::count(client, &reading.search)).await?.map_err(Error::from)?;
    let records = count.saturating_sub(reading.fetched);
    let pages = Pages { records, page: PAGE, points: page_cost(reading.reach), call: CALL };
    let bulk = Bulk { lines: count * LINES, speed: SPEED, start: START };
    let plan = plan(pages, bulk, client.bucket());
    tracing::debug!(records, ?plan, "how the orders of a store are read");
    Ok(plan.way == Way::Bulk)
}

/// Reads all that the search finds, with what the first page had, which is known by then. False when it is to be read page
/// by page.
pub(super) async fn read(reading: &mut Reading<'_>) -> Result<bool, JobError> {
    let query = orders::bulk_query(&reading.search, reading.reach);
    let Some(finished) = whole(reading.cx, reading.client, &query, "orders").await? else { return Ok(false) };
    stage(reading, &finished).await?;
    Ok(true)
}

/// Stages them as they come. The watermark waits for the last: until then the next run begins anew, and finds staged what
/// it reads again. It goes no further than the beginning of the operation, since an order may have changed after it was
/// read.
async fn stage(reading: &mut Reading<'_>, finished: &Finished) -> Result<(), JobError> {
    let total = finished.operation.root_object_count.0;
    let mut result = orders::in_bulk(finished.lines(), reading.reach);
    let mut newest = None;
    loop {
        let some = reading.cx.wait(fetch::some(&mut result)).await??;
        if some.is_empty() {
            break;
        }
        let orders = reading.cx.send(fetch::whole(reading.client, some)).await??;
        newest = newest.max(fetch::newest(&orders));
        reading.stage(&orders, None, false, total).await?;
    }
    let read_to = newest.map(|newest| newest.min(finished.operation.created_at));
    reading.stage(&[], read_to, true, total).await
}
