use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use serde::{Deserialize, Serialize};
use shopify::Meter;
use values::Filter;

use super::chosen::{Chosen, chosen, table};
use super::ground::Ground;
use super::retire::retire;
use super::run::run;
use crate::catalogs::SYNC_CATALOG_PRICES;
use crate::catalogs::options::Which;
use crate::products::lane;
use crate::shops::{self, requested};
use crate::{Connector, Error};

/// The task.
#[derive(Clone, Debug)]
pub struct SyncCatalogPrices {
    connector: Connector,
}

/// Its request page.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Options {
    /// Which catalogs get their prices.
    pub catalog_type: Which,
    /// Whether the fixed prices of all of them are read in Shopify, although they were read in the last 24 hours.
    pub compare_with_shopify: bool,
    /// Whether prices are worked out and compared only, also those of catalogs without Sync Prices.
    pub only_calculate: bool,
}

impl SyncCatalogPrices {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }

    async fn sync(
        &self,
        cx: &Context,
        shop: shops::Model,
        options: Options,
        filter: &Filter,
    ) -> Result<Summary, JobError> {
        if !shop.allow_outgoing_requests && !options.only_calculate {
            return Err(Error::ReadOnly(shop.code.to_string()).into());
        }
        if !options.only_calculate {
            retire(cx, &shop.code).await?;
        }
        let meter = Meter::of(SYNC_CATALOG_PRICES);
        let client = self.connector.client_of(cx, &shop).await?.metered(meter.clone()).in_lane(lane(cx));
        let of_shop = &Chosen { shop: &shop.code, which: options.catalog_type, filter, all: options.only_calculate };
        let catalogs = cx.db().read(|r| async move { chosen(&r, of_shop).await }).await?;
        if catalogs.is_empty() {
            return Ok(Summary::default());
        }
        let ground = Ground::read(cx, shop, &catalogs).await?;
        let summary = run(cx, &client, &ground, options, catalogs).await?;
        Ok(Summary { calls: meter.calls(), points: meter.points(), ..summary })
    }
}

impl Object for SyncCatalogPrices {
    type Page = Options;

    const ID: i32 = SYNC_CATALOG_PRICES;
    const CAPTION: &'static str = "Sync Catalog Prices";
    const CATEGORY: &'static str = "SHPFY";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table(), table()]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        if !requested::names_shops(cx, &request.filters) {
            return Err(JobError::fail(
                "catalog prices are synced for shops that are named: set a filter on the shop's code",
            ));
        }
        let filter = request.filters.resolve(&table(), &cx.words())?;
        let mut summary = Summary::default();
        for shop in requested::shops(cx, &request.filters).await? {
            summary += self.sync(cx, shop, request.options, &filter).await?;
        }
        Ok(summary)
    }
}
