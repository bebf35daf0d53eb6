use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use serde::{Deserialize, Serialize};
use shopify::Meter;

use super::refresh::{keep, read};
use crate::Connector;
use crate::customers::SYNC_COUNTRIES;
use crate::products::lane;
use crate::shops::{self, requested};

/// The task.
#[derive(Clone, Debug)]
pub struct SyncCountries {
    connector: Connector,
}

/// Its request page names shops and asks nothing.
#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {}

impl SyncCountries {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }

    async fn sync(&self, cx: &Context, shop: &shops::Model) -> Result<Summary, JobError> {
        let meter = Meter::of(SYNC_COUNTRIES);
        let client = self.connector.client_of(cx, shop).await?.metered(meter.clone()).in_lane(lane(cx));
        let said = &cx.send(read(&client)).await??;
        let connector = &self.connector;
        let kept = cx.write(|tx| async move { keep(&tx, connector, &shop.code, said).await }).await?;
        let unchanged = kept.found - kept.new;
        let (calls, points) = (meter.calls(), meter.points());
        Ok(Summary { fetched: kept.found, created: kept.new, unchanged, calls, points, ..Summary::default() })
    }
}

impl Object for SyncCountries {
    type Page = Options;

    const ID: i32 = SYNC_COUNTRIES;
    const CAPTION: &'static str = "Sync Countries";
    const CATEGORY: &'static str = "SHPFY";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table()]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        let mut summary = Summary::default();
        for shop in requested::shops(cx, &request.filters).await? {
            summary += self.sync(cx, &shop).await?;
        }
        Ok(summary)
    }
}
