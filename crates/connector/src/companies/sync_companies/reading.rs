//! The companies of a store, read and staged page by page.

use chrono::{DateTime, Utc};
use job_queue::{Context, JobError, Progress};
use shopify::Client;

use super::fetch;
use super::stage::{self, Counts, Wanted};
use crate::companies::import::newest;
use crate::orders::mapping::Ground;
use crate::{Error, watermark};

/// What is read, with what, and what has come of it.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    cx: &'a Context,
    client: &'a Client,
    ground: &'a Ground,
    /// What is searched for.
    search: String,
    /// Whether companies that are not known are wanted, too.
    wants_all: bool,
    /// When it began.
    began: DateTime<Utc>,
    /// How the watermark stood then.
    watermark: watermark::Model,
    /// When the last company changed that was read.
    newest: Option<DateTime<Utc>>,
    /// How many companies were read.
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
        watermark: watermark::Model,
        wants_all: bool,
    ) -> Result<Self, JobError> {
        let mut reading = Self {
            cx,
            client,
            ground,
            search: fetch::search(&watermark, wants_all),
            wants_all,
            began: cx.clock().now(),
            newest: watermark.last_updated_at,
            watermark,
            fetched: 0,
            counts: Counts::default(),
        };
        let mut next = reading.page(None).await?;
        while let Some(cursor) = next {
            next = reading.page(Some(cursor)).await?;
        }
        Ok(reading)
    }

    /// Reads a page and stages it, and moves the watermark in the same transaction. Gives where the next page begins, if
    /// there is one.
    async fn page(&mut self, after: Option<String>) -> Result<Option<String>, JobError> {
        let page = self.cx.send(fetch::page(self.client, &self.ground.shop, &self.search, after)).await??;
        let (cx, watermark, wants_all) = (self.cx, &self.watermark, self.wants_all);
        let ground = &Ground { now: cx.clock().now(), ..self.ground.clone() };
        let companies = &page.companies;
        let read_to = newest(companies);
        let all_to = self.newest.max(read_to).unwrap_or(self.began - watermark::CLOCKS);
        let ends_first = wants_all && page.next.is_none() && watermark.first_read_to.is_none();
        let wanted = if wants_all { Wanted::All } else { Wanted::Known };
        let left_out_before = self.counts.left_out > 0;
        let write = |tx| async move {
            match read_to {
                Some(read_to) => watermark::advance(&tx, watermark, read_to).await?,
                None => watermark::take_turn(&tx, &watermark.store, watermark.kind).await?,
            }
            let counts = stage::stage(&tx, ground, companies, wanted).await?;
            if ends_first {
                watermark::advance(&tx, watermark, all_to).await?;
                watermark::end_first(&tx, watermark, all_to).await?;
            }
            if counts.left_out > 0 && !left_out_before {
                watermark::begin_again(&tx, watermark).await?;
            }
            Ok::<_, Error>(counts)
        };
        self.counts += cx.write(write).await?;
        self.newest = self.newest.max(read_to);
        self.fetched += page.companies.len() as u64;
        let text = format!("{}: {} companies read", ground.shop.code, self.fetched);
        cx.progress(Progress { done: self.fetched, total: 0, text }).await?;
        Ok(page.next)
    }
}
