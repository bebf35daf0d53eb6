//! Report 30104, Sync Orders from Shopify.

use job_queue::{Context, FilterTable, JobError, Object, Progress, Request, Summary};
use serde::{Deserialize, Serialize};
use shopify::{Client, Meter};
use values::Filter;

use super::filter::{self, OrderFilter};
use super::{fetch, stage, waiting};
use crate::operations::{Settled, settle};
use crate::orders::mapping::Ground;
use crate::orders::mark_as_paid::MarkAsPaid;
use crate::orders::process::{self, Run};
use crate::orders::{SYNC_ORDERS, lane};
use crate::shops::requested;
use crate::watermark::{self, Kind};
use crate::webhooks;
use crate::{Connector, Error};

/// The task.
#[derive(Clone, Debug)]
pub struct SyncOrders {
    connector: Connector,
}

/// Its request page has filters and no options.
#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {}

impl SyncOrders {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }

    async fn sync(&self, cx: &Context, ground: &Ground, filter: &OrderFilter) -> Result<Summary, JobError> {
        let meter = Meter::of(SYNC_ORDERS);
        let client = self.connector.client_of(cx, &ground.shop).await?.metered(meter.clone());
        let client = client.in_lane(lane(cx));
        let settled = match ground.shop.allow_outgoing_requests {
            true => settle::<MarkAsPaid>(cx, &client, &ground.seen(), &ground.shop.code).await?,
            false => Settled::default(),
        };
        let mut counts = waiting::take_up(cx, ground, filter).await?;
        let fetched = self.fetch(cx, ground, filter, &client, &mut counts).await?;
        let mut summary = Summary {
            fetched,
            created: counts.created,
            updated: counts.updated + settled.made,
            unchanged: counts.unchanged,
            skipped: counts.skipped + settled.for_a_person,
            failed: counts.failed + settled.failed,
            calls: meter.calls(),
            points: meter.points(),
        };
        if ground.shop.auto_create_orders {
            let created = Run { ground, object: SYNC_ORDERS, filter: Filter::everything(), only_auto_create: true };
            let documents = process::run(cx, &created).await?;
            summary.skipped += documents.skipped;
            summary.failed += documents.failed;
        }
        Ok(summary)
    }

    /// Page by page: each is staged, and the watermark moved, in one transaction.
    async fn fetch(
        &self,
        cx: &Context,
        ground: &Ground,
        filter: &OrderFilter,
        client: &Client,
        counts: &mut stage::Counts,
    ) -> Result<u64, JobError> {
        let store = ground.shop.domain.as_str();
        let last = cx.db().read(|r| async move { watermark::last(&r, store, Kind::Orders).await }).await?;
        let (search, began) = (fetch::search(last), cx.clock().now());
        let (mut fetched, mut cursor) = (0, None);
        loop {
            let page = cx.send(fetch::page(client, &search, cursor)).await??;
            let orders = &page.orders;
            let (newest, now, is_last) = (page.newest(), cx.clock().now(), page.next.is_none());
            let ground = &Ground { now, ..ground.clone() };
            let done = cx
                .write(|tx| async move {
                    if let Some(newest) = newest {
                        watermark::advance(&tx, store, Kind::Orders, newest).await?;
                    }
                    let staged = stage::stage(&tx, ground, filter, orders, false).await?;
                    if is_last {
                        webhooks::settle(&tx, store, began, now).await?;
                    }
                    Ok::<_, Error>(staged)
                })
                .await?;
            *counts += done;
            fetched += orders.len() as u64;
            let text = format!("{}: {fetched} orders read", ground.shop.code);
            cx.progress(Progress { done: fetched, total: 0, text }).await?;
            match page.next {
                Some(next) => cursor = Some(next),
                None => return Ok(fetched),
            }
        }
    }
}

impl Object for SyncOrders {
    type Page = Options;

    const ID: i32 = SYNC_ORDERS;
    const CAPTION: &'static str = "Sync Orders from Shopify";
    const CATEGORY: &'static str = "SHPFY";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table(), filter::table()]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        let filter = OrderFilter::resolve(&request.filters, &cx.words())?;
        let mut summary = Summary::default();
        for shop in requested::shops(cx, &request.filters).await? {
            let ground = Ground::read(cx, shop).await?;
            summary += self.sync(cx, &ground, &filter).await?;
        }
        Ok(summary)
    }
}
