//! Report 30107, Sync Images.

use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use serde::{Deserialize, Serialize};
use shopify::Meter;

use super::ground::Ground;
use super::{from_shopify, to_shopify};
use crate::Connector;
use crate::products::staged::product;
use crate::products::{SYNC_IMAGES, lane};
use crate::shops::options::SyncItemImages;
use crate::shops::requested;

/// The name of the staged products on the request page.
const PRODUCTS: &str = "ShopifyProduct";
/// The filters that the request page shows without being asked.
const OFFERED: [&str; 2] = ["title", "itemNumber"];

/// The task.
#[derive(Clone, Debug)]
pub struct SyncImages {
    connector: Connector,
}

/// Its request page has filters and no options.
#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {}

impl SyncImages {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }
}

fn table() -> FilterTable {
    FilterTable::of::<product::Entity>(PRODUCTS, &OFFERED)
}

impl Object for SyncImages {
    type Page = Options;

    const ID: i32 = SYNC_IMAGES;
    const CAPTION: &'static str = "Sync Images";
    const CATEGORY: &'static str = "SHPFY";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table(), table()]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        let filter = &request.filters.resolve(&table(), &cx.words())?;
        let is_chosen = !filter.is_everything();
        let (mut summary, mut ends) = (Summary::default(), Ok(()));
        for shop in &requested::shops(cx, &request.filters).await? {
            if shop.sync_item_images == SyncItemImages::Disabled {
                continue;
            }
            let meter = Meter::of(SYNC_IMAGES);
            let client = &self.connector.client_of(cx, shop).await?.metered(meter.clone()).in_lane(lane(cx));
            let ground = &Ground { cx, client, shop };
            let counts = match shop.sync_item_images {
                SyncItemImages::ToShopify => to_shopify::run(ground, filter).await?,
                _ => from_shopify::run(ground, filter, is_chosen).await?,
            };
            ends = ends.and(counts.end(cx.clock().now()));
            summary += Summary { calls: meter.calls(), points: meter.points(), ..counts.summary };
        }
        ends.map(|()| summary)
    }
}
