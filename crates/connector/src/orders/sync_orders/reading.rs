//! One shop's orders, read and staged: a few by their ids; of many the first page, and the rest by pages or in bulk,
//! whichever is the better way.

use chrono::{DateTime, Utc};
use job_queue::{Context, JobError, Progress};
use shopify::Client;
use shopify::documents::orders::{self, AT_ONCE, Reach};
use shopify_schema::gid::OrderId;

use super::decide::Tried;
use super::fetch::{self, Fetched};
use super::stage::{self, Counts, Door};
use super::{buyers, in_bulk, look};
use crate::orders::mapping::Ground;
use crate::watermark::{self, Look};
use crate::{Error, webhooks};

/// What is read, with what, and what has come of it.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub cx: &'a Context,
    pub client: &'a Client,
    door: &'a Door<'a>,
    /// What the shop's app may read of an order.
    pub reach: Reach,
    /// What is searched for.
    pub search: String,
    /// When it began: what webhooks told before that is read.
    began: DateTime<Utc>,
    /// How the watermark stood then.
    watermark: watermark::Model,
    /// When the last order changed that was read.
    newest: Option<DateTime<Utc>>,
    /// What a look has found, where there was one: written down once all of it is read.
    look: Option<Look>,
    /// How many orders were read.
    pub fetched: u64,
    /// What they did.
    pub counts: Counts,
}

impl<'a> Reading<'a> {
    /// Reads what has changed since the watermark.
    pub async fn read(
        cx: &'a Context,
        client: &'a Client,
        door: &'a Door<'a>,
        watermark: watermark::Model,
    ) -> Result<Self, JobError> {
        let (search, last) = (fetch::search(&watermark, door.threshold.oldest), watermark.last_updated_at);
        let reach = fetch::reach(&door.ground.shop);
        let mut reading = Self {
            cx,
            client,
            door,
            reach,
            search,
            began: cx.clock().now(),
            newest: last,
            look: None,
            watermark,
            fetched: 0,
            counts: Counts::default(),
        };
        if look::is_worth_it(&reading.watermark) && reading.few().await? {
            return Ok(reading);
        }
        let mut next = reading.page(None).await?;
        if next.is_some() && in_bulk::is_better(&reading, last).await? && in_bulk::read(&mut reading).await? {
            return Ok(reading);
        }
        while let Some(cursor) = next {
            next = reading.page(Some(cursor)).await?;
        }
        Ok(reading)
    }

    /// Looks at what has changed, and reads it by its ids, if it is not much. False when pages are the better way.
    async fn few(&mut self) -> Result<bool, JobError> {
        let (cx, client) = (self.cx, self.client);
        let found = cx.send(orders::glance(client, &self.search)).await?.map_err(Error::from)?;
        let Some(found) = found else { return Ok(false) };
        let look = look::look(&self.watermark, &found, cx.clock().now());
        let is_known = look::is_known(&self.watermark, &look);
        self.look = Some(look);
        if !is_known && found.len() > AT_ONCE {
            return Ok(false);
        }
        let orders = match is_known {
            true => Vec::new(),
            false => {
                let ids = found.iter().filter_map(|order| order.id.inner().parse().ok()).collect::<Vec<OrderId>>();
                let orders = cx.send(fetch::by_ids(client, self.reach, &ids)).await??;
                self.leave_out(found.len().saturating_sub(orders.len()));
                orders
            }
        };
        // Not when they changed last: what changed since the look may not be all that did.
        let read_to = found.iter().map(|order| order.updated_at).max();
        self.stage(&orders, read_to, true, 0).await?;
        Ok(true)
    }

    /// Reads a page and stages it. Gives where the next one begins, if there is one.
    async fn page(&mut self, after: Option<String>) -> Result<Option<String>, JobError> {
        let page = self.cx.send(fetch::page(self.client, self.reach, &self.search, after)).await??;
        self.reach = page.reach;
        self.leave_out(page.left_out);
        self.stage(&page.orders, fetch::newest(&page.orders), page.next.is_none(), 0).await?;
        Ok(page.next)
    }

    /// Counts orders that were found and did not come: they were deleted meanwhile, or what came in their place is none.
    fn leave_out(&mut self, orders: usize) {
        self.counts.skipped += orders as u64;
    }

    /// Stages some orders and moves the watermark to what is given, in one transaction.
    pub async fn stage(
        &mut self,
        orders: &[Fetched],
        read_to: Option<DateTime<Utc>>,
        is_last: bool,
        total: u64,
    ) -> Result<(), JobError> {
        buyers::meet(self.cx, self.client, self.door.ground, orders).await?;
        let (cx, began, now, watermark) = (self.cx, self.began, self.cx.clock().now(), &self.watermark);
        let ground = &Ground { now, ..self.door.ground.clone() };
        let door = &Door { ground, ..*self.door };
        let store = ground.shop.domain.as_str();
        let newest = self.newest.max(read_to);
        let is_first = is_last && watermark.first_read_to.is_none();
        let look = self.look.as_ref().filter(|_| is_last);
        let is_settling = self.look.as_ref().is_some_and(|look| look.settled);
        let tried = if is_settling { Tried::Settling } else { Tried::Read };
        let write = |tx| async move {
            match read_to {
                Some(read_to) => watermark::advance(&tx, watermark, read_to).await?,
                None => watermark::take_turn(&tx, store, watermark.kind).await?,
            }
            let staged = stage::stage(&tx, door, orders, tried).await?;
            if is_first {
                let read_to = newest.unwrap_or(began - watermark::CLOCKS);
                watermark::advance(&tx, watermark, read_to).await?;
                watermark::end_first(&tx, watermark, read_to).await?;
            }
            if let Some(look) = look {
                watermark::looked(&tx, watermark, look).await?;
            }
            if is_last {
                webhooks::settle(&tx, store, began, now).await?;
            }
            Ok::<_, Error>(staged)
        };
        self.counts += cx.write(write).await?;
        self.newest = newest;
        self.fetched += orders.len() as u64;
        let text = format!("{}: {} orders read", ground.shop.code, self.fetched);
        Ok(cx.progress(Progress { done: self.fetched, total, text }).await?)
    }
}
