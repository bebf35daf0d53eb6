use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use serde::{Deserialize, Serialize};
use values::Filter;
use values::field::Value;
use values::filter::Test;

use crate::Connector;
use crate::orders::IMPORT_AGAIN;
use crate::orders::change_in_store::{chosen, table};
use crate::orders::sync_orders::{How, again};
use crate::shops::requested;

/// The task: what is staged of the orders that the filters let through is deleted, and they are imported again. An order that
/// Shopify changed after its document was made is passed over: that would be forgotten.
#[derive(Clone, Debug)]
pub struct ImportOrdersAgain {
    connector: Connector,
}

/// Its request page has filters and no options.
#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {}

impl ImportOrdersAgain {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }
}

impl Object for ImportOrdersAgain {
    type Page = Options;

    const ID: i32 = IMPORT_AGAIN;
    const CAPTION: &'static str = "Import Orders Again";
    const CATEGORY: &'static str = "SHPFY";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table(), table()]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        let chosen = chosen(cx, &request.filters, "imported again")?;
        let settled = Filter::field("hasOrderStateError", Test::Equal(Value::Boolean(false)));
        let filter = &Filter::All(vec![chosen, settled]);
        let mut summary = Summary::default();
        for shop in requested::shops(cx, &request.filters).await? {
            summary += again(&self.connector, cx, (shop, Self::ID), filter, How::Anew).await?;
        }
        Ok(summary)
    }
}
