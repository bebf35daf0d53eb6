//! One shop's orders, read and staged: by pages or in bulk, whichever is the better way.

use chrono::{DateTime, Utc};
use job_queue::{Context, JobError, Progress};
use shopify::Client;

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
        let mut reading = Self { cx, client, ground, filter, search, began, fetched: 0, counts: Counts::default() };
        let in_bulk = cx.send(in_bulk::is_better(client, &reading.search, last, began)).await??;
        if !in_bulk || !in_bulk::read(&mut reading).await? {
            reading.page_by_page().await?;
        }
        Ok(reading)
    }

    async fn page_by_page(&mut self) -> Result<(), JobError> {
        let mut cursor = None;
        loop {
            let page = self.cx.send(fetch::page(self.client, &self.search, cursor)).await??;
            self.stage(&page.orders, fetch::newest(&page.orders), page.next.is_none(), 0).await?;
            match page.next {
                Some(next) => cursor = Some(next),
                None => return Ok(()),
            }
        }
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
