//! One shop's orders, read and staged: the first page, and the rest by pages or in bulk, whichever is the better way.

use chrono::{DateTime, Utc};
use job_queue::{Context, JobError, Progress};
use shopify::documents::orders::Reach;
use shopify::{Client, Scopes};

use super::fetch::{self, Fetched};
use super::filter::OrderFilter;
use super::in_bulk;
use super::stage::{self, Counts};
use crate::Error;
use crate::orders::mapping::Ground;
use crate::watermark::{self, Kind};
use crate::webhooks;

/// What is read, with what, and what has come of it.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub cx: &'a Context,
    pub client: &'a Client,
    ground: &'a Ground,
    filter: &'a OrderFilter,
    /// What the shop's app may read of an order.
    pub reach: Reach,
    /// What is searched for.
    pub search: String,
    /// When it began: what webhooks told before that is read.
    began: DateTime<Utc>,
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
        ground: &'a Ground,
        filter: &'a OrderFilter,
    ) -> Result<Self, JobError> {
        let store = ground.shop.domain.as_str();
        let last = cx.db().read(|r| async move { watermark::last(&r, store, Kind::Orders).await }).await?;
        let (search, began) = (fetch::search(last), cx.clock().now());
        let reach = Reach::of(&Scopes::parse(&ground.shop.granted_scopes));
        let mut reading =
            Self { cx, client, ground, filter, reach, search, began, fetched: 0, counts: Counts::default() };
        let mut next = reading.page(None).await?;
        if next.is_some() && in_bulk::is_better(&reading, last).await? && in_bulk::read(&mut reading).await? {
            return Ok(reading);
        }
        while let Some(cursor) = next {
            next = reading.page(Some(cursor)).await?;
        }
        Ok(reading)
    }

    /// Reads a page and stages it. Gives where the next one begins, if there is one.
    async fn page(&mut self, after: Option<String>) -> Result<Option<String>, JobError> {
        let page = self.cx.send(fetch::page(self.client, self.reach, &self.search, after)).await??;
        self.stage(&page.orders, fetch::newest(&page.orders), page.next.is_none(), 0).await?;
        Ok(page.next)
    }

    /// Stages some orders and moves the watermark to what is given, in one transaction.
    pub async fn stage(
        &mut self,
        orders: &[Fetched],
        read_to: Option<DateTime<Utc>>,
        is_last: bool,
        total: u64,
    ) -> Result<(), JobError> {
        let (cx, filter, began, now) = (self.cx, self.filter, self.began, self.cx.clock().now());
        let ground = &Ground { now, ..self.ground.clone() };
        let store = ground.shop.domain.as_str();
        let write = |tx| async move {
            match read_to {
                Some(read_to) => watermark::advance(&tx, store, Kind::Orders, read_to).await?,
                None => watermark::take_turn(&tx, store, Kind::Orders).await?,
            }
            let staged = stage::stage(&tx, ground, filter, orders, false).await?;
            if is_last {
                webhooks::settle(&tx, store, began, now).await?;
            }
            Ok::<_, Error>(staged)
        };
        self.counts += cx.write(write).await?;
        self.fetched += orders.len() as u64;
        let text = format!("{}: {} orders read", ground.shop.code, self.fetched);
        Ok(cx.progress(Progress { done: self.fetched, total, text }).await?)
    }
}
