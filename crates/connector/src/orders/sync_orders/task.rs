//! Report 30104, Sync Orders from Shopify.

use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use serde::{Deserialize, Serialize};
use shopify::Meter;
use values::Filter;

use super::filter::{self, OrderFilter};
use super::reading::Reading;
use super::waiting;
use crate::Connector;
use crate::operations::{Settled, settle};
use crate::orders::mapping::Ground;
use crate::orders::mark_as_paid::MarkAsPaid;
use crate::orders::process::{self, Run};
use crate::orders::{SYNC_ORDERS, lane};
use crate::shops::requested;

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
        let reading = Reading::read(cx, &client, ground, filter).await?;
        counts += reading.counts;
        let mut summary = Summary {
            fetched: reading.fetched,
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
