use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use serde::{Deserialize, Serialize};

use super::filter;
use super::run::run;
use crate::Connector;
use crate::customers::SYNC_CUSTOMERS;
use crate::shops::requested;

/// The task.
#[derive(Clone, Debug)]
pub struct SyncCustomers {
    connector: Connector,
}

/// Its request page has filters and no options.
#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {}

impl SyncCustomers {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }
}

impl Object for SyncCustomers {
    type Page = Options;

    const ID: i32 = SYNC_CUSTOMERS;
    const CAPTION: &'static str = "Sync Customers";
    const CATEGORY: &'static str = "SHPFY";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table(), filter::table()]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        let named = filter::named(&request.filters)?;
        let mut summary = Summary::default();
        for shop in requested::shops(cx, &request.filters).await? {
            summary += run(&self.connector, cx, shop, named.as_deref()).await?;
        }
        Ok(summary)
    }
}
