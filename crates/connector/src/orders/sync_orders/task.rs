//! Report 30104, Sync Orders from Shopify.

use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use serde::{Deserialize, Serialize};
use shopify::{Client, Meter, Scopes};
use values::Filter;

use super::filter::{self, OrderFilter};
use super::reading::Reading;
use super::stage::{Counts, Door};
use super::threshold::Threshold;
use super::{named, waiting};
use crate::operations::{Settled, settle};
use crate::orders::cancel_orders::CancelOrder;
use crate::orders::mapping::Ground;
use crate::orders::mark_as_paid::MarkAsPaid;
use crate::orders::process::{self, Run};
use crate::orders::refunds::credit;
use crate::orders::refunds::reading::read_due;
use crate::orders::{SYNC_ORDERS, archive, lane, write_back};
use crate::shipments::receive;
use crate::shops::options::ReturnAndRefundProcess;
use crate::shops::requested;
use crate::watermark::{self, Kind};
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
        let mut settled = Settled::default();
        if ground.shop.allow_outgoing_requests {
            settled += settle::<MarkAsPaid>(cx, &client, &ground.seen(), &ground.shop.code).await?;
            settled += settle::<CancelOrder>(cx, &client, &ground.seen(), &ground.shop.code).await?;
        }
        let (fetched, mut counts) = import(cx, &client, ground, filter).await?;
        counts.failed += read_due(cx, &client, ground).await?;
        let mut summary = Summary {
            fetched,
            created: counts.created,
            updated: counts.updated + settled.made,
            unchanged: counts.unchanged,
            skipped: counts.skipped + settled.for_a_person,
            failed: counts.failed + settled.failed,
            ..Summary::default()
        };
        if ground.shop.auto_create_orders {
            let created = Run { ground, object: SYNC_ORDERS, filter: Filter::everything(), only_auto_create: true };
            let documents = process::run(cx, &created).await?;
            summary.skipped += documents.skipped;
            summary.failed += documents.failed;
            if ground.shop.return_and_refund_process == ReturnAndRefundProcess::AutoCreate {
                let refunds = credit::Run { ground, orders: Filter::everything(), chosen: None };
                summary.failed += credit::run(cx, &refunds).await?.failed;
            }
        }
        if ground.shop.post_shopify_fulfillments {
            summary.skipped += receive::run_with(cx, &client, ground).await?.skipped;
        }
        summary.failed += tell(cx, &client, ground).await?;
        Ok(Summary { calls: meter.calls(), points: meter.points(), ..summary })
    }
}

/// Stages what the filter names, or what waits and what is new. Returns how many orders were read, and what they did.
async fn import(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    filter: &OrderFilter,
) -> Result<(u64, Counts), JobError> {
    let standing = |r| async move {
        let watermark = watermark::of(&r, &ground.shop.domain, Kind::Orders).await?;
        let threshold = Threshold::read(&r, &ground.shop, ground.zone, &watermark).await?;
        Ok::<_, Error>((watermark, threshold))
    };
    let (watermark, threshold) = cx.db().read(standing).await?;
    let door = &Door { ground, filter, threshold };
    if let Some(ids) = &filter.named {
        return named::read(cx, client, door, ids).await;
    }
    let mut counts = waiting::take_up(cx, client, door).await?;
    let reading = Reading::read(cx, client, door, watermark).await?;
    counts += reading.counts;
    Ok((reading.fetched, counts))
}

/// Tells Shopify what has become of its orders, as far as the shop card wants it and the app may. Gives how often it was
/// refused.
async fn tell(cx: &Context, client: &Client, ground: &Ground) -> Result<u64, JobError> {
    let (shop, mut refused) = (&ground.shop, 0);
    if !shop.allow_outgoing_requests || !Scopes::parse(&shop.granted_scopes).grant("write_orders") {
        return Ok(0);
    }
    if shop.order_attributes_to_shopify {
        refused += write_back::run(cx, client, ground).await?;
    }
    if shop.archive_processed_orders {
        refused += archive::run(cx, client, ground).await?;
    }
    Ok(refused)
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
