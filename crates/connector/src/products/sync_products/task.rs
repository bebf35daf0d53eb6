//! Report 30108, Sync Products.

use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use sea_orm::{ColumnTrait, Condition};
use shopify::Meter;

use super::import;
use super::options::Options;
use crate::Connector;
use crate::operations::Settled;
use crate::orders::change_in_store::end;
use crate::orders::mapping::Ground;
use crate::products::export::{self, What};
use crate::products::staged::product;
use crate::products::{SYNC_PRODUCTS, lane, removal};
use crate::shops;
use crate::shops::options::SyncItem;
use crate::shops::requested;
use crate::sync::Chosen;

/// The name of the staged products on the request page.
const TABLE: &str = "ShopifyProduct";
/// The filters that the request page shows without being asked.
const OFFERED: [&str; 4] = ["shopifyProductId", "itemNumber", "vendor", "status"];
/// The filter that names single products.
pub const SHOPIFY_PRODUCT_ID: &str = "ShopifyProduct.shopifyProductId";

/// The task.
#[derive(Clone, Debug)]
pub struct SyncProducts {
    connector: Connector,
}

/// What a run does for one shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Nothing: the shop card says so.
    Nowhere,
    /// Products become items.
    FromShopify,
    /// Items become products, or nothing but their prices is sent.
    ToShopify(What),
}

impl SyncProducts {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }

    async fn sync(
        &self,
        cx: &Context,
        shop: shops::Model,
        (way, options): (Way, Options),
        named: Option<&[i64]>,
    ) -> Result<Summary, JobError> {
        match way {
            Way::FromShopify => {
                let meter = Meter::of(SYNC_PRODUCTS);
                let client = self.connector.client_of(cx, &shop).await?.metered(meter.clone()).in_lane(lane(cx));
                let ground = &Ground::read(cx, shop).await?;
                let summary = import::run(cx, &client, ground, named, options.most()).await?;
                Ok(Summary { calls: meter.calls(), points: meter.points(), ..summary })
            }
            Way::ToShopify(what) => export::run(&self.connector, cx, shop, what, named).await,
            Way::Nowhere => Ok(Summary::default()),
        }
    }
}

/// Which way the products of a shop go. Who names products wants them read, whatever the shop card says, unless they are to be
/// sent.
fn way(shop: &shops::Model, options: Options, chosen: &Chosen) -> Way {
    match shop.sync_item {
        _ if options.only_sync_prices => Way::ToShopify(What::OnlyPrices),
        _ if options.send_to_shopify && !chosen.is_all() => Way::ToShopify(What::Everything),
        _ if chosen.is_named() => Way::FromShopify,
        SyncItem::ToShopify => Way::ToShopify(What::Everything),
        SyncItem::FromShopify => Way::FromShopify,
        SyncItem::Blank => Way::Nowhere,
    }
}

fn table() -> FilterTable {
    FilterTable::of::<product::Entity>(TABLE, &OFFERED)
}

impl Object for SyncProducts {
    type Page = Options;

    const ID: i32 = SYNC_PRODUCTS;
    const CAPTION: &'static str = "Sync Products";
    const CATEGORY: &'static str = "SHPFY";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table(), table()]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        let chosen = Chosen::read(cx, &request.filters, &table(), SHOPIFY_PRODUCT_ID)?;
        let (mut summary, mut settled) = (Summary::default(), Settled::default());
        for shop in requested::shops(cx, &request.filters).await? {
            let way = way(&shop, request.options, &chosen);
            if way != Way::ToShopify(What::OnlyPrices) {
                let (told, left) = removal::settle(&self.connector, cx, &shop).await?;
                summary += told;
                settled += left;
            }
            let of = Condition::all().add(product::Column::ShopCode.eq(shop.code.clone()));
            for some in chosen.parts::<product::Entity>(cx, product::Column::ShopifyProductId, of).await? {
                summary += self.sync(cx, shop.clone(), (way, request.options), some.as_deref()).await?;
            }
        }
        // The run that was started for one product looks for its answer; any other is not held up by that.
        if request.options.send_to_shopify && !chosen.is_all() { end(cx, summary, &settled) } else { Ok(summary) }
    }
}
