//! Report 30102, Sync Stock to Shopify.

use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use sea_orm::{ColumnTrait, Condition};
use shopify::Meter;

use super::options::Options;
use super::run::run;
use super::{collect, turn};
use crate::products::staged::variant;
use crate::shops::{self, requested};
use crate::stock::SYNC_STOCK;
use crate::stock::objects::lane;
use crate::sync::Chosen;
use crate::{Connector, Error};

/// The name of the staged variants on the request page.
const TABLE: &str = "ShopifyVariant";
/// The filters that the request page shows without being asked.
const OFFERED: [&str; 2] = ["shopifyVariantId", "itemNumber"];
/// The filter that names single variants.
pub const SHOPIFY_VARIANT_ID: &str = "ShopifyVariant.shopifyVariantId";

/// The task.
#[derive(Clone, Debug)]
pub struct SyncStock {
    connector: Connector,
}

impl SyncStock {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }

    async fn sync(
        &self,
        cx: &Context,
        shop: &shops::Model,
        options: Options,
        named: Option<&[i64]>,
    ) -> Result<Summary, JobError> {
        // Who may change nothing may compare.
        let only_compares = options.compare_with_shopify && named.is_none();
        if !shop.allow_outgoing_requests && !only_compares {
            return Err(Error::ReadOnly(shop.code.to_string()).into());
        }
        let meter = Meter::of(SYNC_STOCK);
        let client = self.connector.client_of(cx, shop).await?.metered(meter.clone()).in_lane(lane(cx));
        // What is marked is handed on in any case: whoever has the turn, or comes after, looks at it.
        collect::spread(cx).await?;
        if !turn::take(cx, &shop.code).await? {
            let sentence = format!(
                "another run sends the stock of {} at this moment: the next one sends what it leaves",
                shop.code
            );
            cx.remark(&sentence, &[]).await?;
            return Ok(Summary::default());
        }
        let summary = run(cx, &client, shop, options, named).await?;
        turn::give_back(cx, &shop.code).await?;
        Ok(Summary { calls: meter.calls(), points: meter.points(), ..summary })
    }
}

fn table() -> FilterTable {
    FilterTable::of::<variant::Entity>(TABLE, &OFFERED)
}

impl Object for SyncStock {
    type Page = Options;

    const ID: i32 = SYNC_STOCK;
    const CAPTION: &'static str = "Sync Stock to Shopify";
    const CATEGORY: &'static str = "SHPFYSTOCK";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table(), table()]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        let chosen = Chosen::read(cx, &request.filters, &table(), SHOPIFY_VARIANT_ID)?;
        let mut summary = Summary::default();
        for shop in requested::shops(cx, &request.filters).await? {
            let of = Condition::all().add(variant::Column::ShopCode.eq(shop.code.clone()));
            for some in chosen.parts::<variant::Entity>(cx, variant::Column::ShopifyVariantId, of).await? {
                summary += self.sync(cx, &shop, request.options, some.as_deref()).await?;
            }
        }
        Ok(summary)
    }
}
