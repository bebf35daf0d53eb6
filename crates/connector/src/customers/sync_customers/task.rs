use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use serde::{Deserialize, Serialize};

use super::filter::{self, Customers};
use super::run::{run, sends_nothing};
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
        let customers = Customers::read(cx, &request.filters)?;
        let (mut summary, mut silent) = (Summary::default(), Vec::new());
        for shop in requested::shops(cx, &request.filters).await? {
            silent.extend(sends_nothing(&shop).then(|| shop.code.to_string()));
            let is_named = customers.chosen.is_named();
            for some in customers.parts(cx, &shop).await? {
                summary += run(&self.connector, cx, shop.clone(), (some.as_deref(), is_named)).await?;
            }
        }
        if !silent.is_empty() {
            let sentence = format!(
                "customers were read, and none was changed in Shopify: Allow Data Sync to Shopify is turned off on the shop card of {}; turn it on there",
                silent.join(", ")
            );
            cx.remark(&sentence, &[]).await?;
        }
        Ok(summary)
    }
}
