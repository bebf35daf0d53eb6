//! Report 30109, Sync Shipments to Shopify.

use back_office::sales::posted::header;
use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use serde::{Deserialize, Serialize};

use super::{SYNC_SHIPMENTS, receive, run};
use crate::operations::Settled;
use crate::orders::change_in_store::end;
use crate::shops::requested;
use crate::{Connector, SOURCE_NUMBER};

/// The name of the posted shipments on the request page.
const TABLE: &str = "SalesShipmentHeader";
/// The filters that the request page shows without being asked.
const OFFERED: [&str; 3] = ["number", "customerNumber", "postingDate"];
/// The filter that names single shipments.
pub(crate) const SHIPMENT_NUMBER: &str = "SalesShipmentHeader.number";

/// The task: the posted shipments of Shopify orders that the filters let through become fulfilments in Shopify; and where the
/// shop card says so, fulfilments that were made there become posted shipments first.
#[derive(Clone, Debug)]
pub struct SyncShipments {
    connector: Connector,
}

/// Its request page has filters and no options.
#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {}

impl SyncShipments {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }
}

/// The posted shipments, as the request page filters them.
fn table() -> FilterTable {
    FilterTable::of::<header::Entity>(TABLE, &OFFERED)
        .renamed("sourceNumber", SOURCE_NUMBER.name, SOURCE_NUMBER.caption)
        .renamed("sourceDeliveryId", "shopifyFulfillmentId", "Shopify Fulfillment ID")
}

impl Object for SyncShipments {
    type Page = Options;

    const ID: i32 = SYNC_SHIPMENTS;
    const CAPTION: &'static str = "Sync Shipments to Shopify";
    const CATEGORY: &'static str = "SHPFYSTOCK";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table(), table()]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        let filter = &request.filters.resolve(&table(), &cx.words())?;
        let (mut summary, mut settled) = (Summary::default(), Settled::default());
        for shop in requested::shops(cx, &request.filters).await? {
            if shop.post_shopify_fulfillments {
                summary += receive::run(&self.connector, cx, shop.clone()).await?;
            }
            let (done, left) = run::run(&self.connector, cx, shop, filter).await?;
            summary += done;
            settled += left;
        }
        end(cx, summary, &settled)
    }
}
