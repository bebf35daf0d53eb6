use back_office::customers;
use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use serde::{Deserialize, Serialize};

use super::run::run;
use crate::Connector;
use crate::customers::ADD_CUSTOMERS;
use crate::shops::requested;

/// The name of the customers on the request page.
const TABLE: &str = "Customer";
/// The filters that the request page shows without being asked.
const OFFERED: [&str; 1] = ["number"];

/// The task.
#[derive(Clone, Debug)]
pub struct AddCustomers {
    connector: Connector,
}

/// Its request page has filters and no options.
#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {}

impl AddCustomers {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }
}

impl Object for AddCustomers {
    type Page = Options;

    const ID: i32 = ADD_CUSTOMERS;
    const CAPTION: &'static str = "Add Customer to Shopify";
    const CATEGORY: &'static str = "SHPFY";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table(), FilterTable::of::<customers::Entity>(TABLE, &OFFERED)]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        if request.filters.get(requested::CODE).is_none() {
            return Err(JobError::fail("no customer is added unless a shop is chosen: set the filter Shop Code"));
        }
        let table = FilterTable::of::<customers::Entity>(TABLE, &OFFERED);
        let filter = &request.filters.resolve(&table, &cx.words())?;
        let mut summary = Summary::default();
        for shop in requested::shops(cx, &request.filters).await? {
            summary += run(&self.connector, cx, shop, filter).await?;
        }
        Ok(summary)
    }
}
