//! One shop's products, read and staged: the first page, and the rest by pages or in bulk, whichever is the better way.

use chrono::{DateTime, Utc};
use job_queue::{Context, JobError, Progress};
use shopify::Client;

use super::counts::Counts;
use super::fetch;
use super::in_bulk;
use super::stage;
use crate::orders::mapping::Ground;
use crate::products::import::{Fetched, newest};
use crate::{Error, watermark};

/// What is read, with what, and what has come of it.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub cx: &'a Context,
    pub client: &'a Client,
    ground: &'a Ground,
    /// What is searched for.
    pub search: String,
    /// How many products are read at most, if not all.
    most: Option<u64>,
    /// When it began.
    began: DateTime<Utc>,
    /// How the watermark stood then.
    watermark: watermark::Model,
    /// When the last product changed that was read.
    newest: Option<DateTime<Utc>>,
    /// How many products were read.
    pub fetched: u64,
    /// How many the store has; not known before the first page.
    pub count: Option<u64>,
    /// What they did.
    pub counts: Counts,
}

impl<'a> Reading<'a> {
    /// Reads what has changed since the watermark, at most so many products.
    pub async fn read(
        cx: &'a Context,
        client: &'a Client,
        ground: &'a Ground,
        watermark: watermark::Model,
        most: Option<u64>,
    ) -> Result<Self, JobError> {
        let last = watermark.last_updated_at;
        let mut reading = Self {
            cx,
            client,
            ground,
            search: fetch::search(&watermark),
            most,
            began: cx.clock().now(),
            newest: last,
            watermark,
            fetched: 0,
            count: None,
            counts: Counts::default(),
        };
        let mut next = reading.page(None).await?;
        let has_more = next.is_some() && most.is_none();
        if has_more && in_bulk::is_better(&reading, last).await? && in_bulk::read(&mut reading).await? {
            return Ok(reading);
        }
        while let Some(cursor) = next {
            next = reading.page(Some(cursor)).await?;
        }
        Ok(reading)
    }

    /// Whether all of the store was read that the search finds.
    pub fn is_whole(&self) -> bool {
        self.most.is_none_or(|most| self.fetched < most)
    }

    /// Reads a page and stages it. Gives where the next one begins, if there is one and more is wanted.
    async fn page(&mut self, after: Option<String>) -> Result<Option<String>, JobError> {
        let mut page = self.cx.send(fetch::page(self.client, &self.search, after)).await??;
        self.count = self.count.or(page.count);
        if let Some(left) = self.most.map(|most| usize::try_from(most - self.fetched).unwrap_or(usize::MAX))
            && page.products.len() >= left
        {
            page.products.truncate(left);
            page.next = None;
        }
        let is_last = page.next.is_none() && self.is_whole();
        self.stage(&page.products, newest(&page.products), is_last, self.count.unwrap_or_default()).await?;
        Ok(page.next)
    }

    /// Stages some products and moves the watermark to what is given, in one transaction.
    pub async fn stage(
        &mut self,
        products: &[Fetched],
        read_to: Option<DateTime<Utc>>,
        is_last: bool,
        total: u64,
    ) -> Result<(), JobError> {
        let (cx, watermark, began) = (self.cx, &self.watermark, self.began);
        let ground = &Ground { now: cx.clock().now(), ..self.ground.clone() };
        let newest = self.newest.max(read_to);
        let ends_first = is_last && watermark.first_read_to.is_none();
        let write = |tx| async move {
            match read_to {
                Some(read_to) => watermark::advance(&tx, watermark, read_to).await?,
                None => watermark::take_turn(&tx, &watermark.store, watermark.kind).await?,
            }
            let counts = stage::stage(&tx, ground, products).await?;
            if ends_first {
                let read_to = newest.unwrap_or(began - watermark::CLOCKS);
                watermark::advance(&tx, watermark, read_to).await?;
                watermark::end_first(&tx, watermark, read_to).await?;
            }
            Ok::<_, Error>(counts)
        };
        self.counts += cx.write(write).await?;
        self.newest = newest;
        self.fetched += products.len() as u64;
        let text = format!("{}: {} products read", ground.shop.code, self.fetched);
        Ok(cx.progress(Progress { done: self.fetched, total, text }).await?)
    }
}
