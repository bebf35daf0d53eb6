use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use serde::{Deserialize, Serialize};
use shopify::Meter;

use super::fetch::fetch;
use super::stage::stage;
use crate::Connector;
use crate::catalogs::SYNC_CATALOGS;
use crate::catalogs::options::Which;
use crate::orders::mapping::Ground;
use crate::products::lane;
use crate::shops::{self, requested};

/// The task.
#[derive(Clone, Debug)]
pub struct SyncCatalogs {
    connector: Connector,
}

/// Its request page.
#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Options {
    /// Which catalogs are read.
    pub catalog_type: Which,
}

impl SyncCatalogs {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }

    async fn sync(&self, cx: &Context, shop: shops::Model, which: Which) -> Result<Summary, JobError> {
        let meter = Meter::of(SYNC_CATALOGS);
        let client = self.connector.client_of(cx, &shop).await?.metered(meter.clone()).in_lane(lane(cx));
        let told = &fetch(cx, &client, &shop, which).await?;
        let ground = &Ground::read(cx, shop).await?;
        let summary = cx.write(|tx| async move { stage(&tx, ground, which, told).await }).await?;
        Ok(Summary { calls: meter.calls(), points: meter.points(), ..summary })
    }
}

impl Object for SyncCatalogs {
    type Page = Options;

    const ID: i32 = SYNC_CATALOGS;
    const CAPTION: &'static str = "Sync Catalogs";
    const CATEGORY: &'static str = "SHPFY";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table()]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        let mut summary = Summary::default();
        for shop in requested::shops(cx, &request.filters).await? {
            summary += self.sync(cx, shop, request.options.catalog_type).await?;
        }
        Ok(summary)
    }
}
