use back_office::items;
use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use serde::{Deserialize, Serialize};

use super::run::run;
use crate::Connector;
use crate::products::ADD_ITEMS;
use crate::shops::requested;

/// The name of the items on the request page.
const TABLE: &str = "Item";
/// The filters that the request page shows without being asked.
const OFFERED: [&str; 2] = ["number", "itemCategoryCode"];

/// The task.
#[derive(Clone, Debug)]
pub struct AddItems {
    connector: Connector,
}

/// Its request page.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Options {
    /// Whether the pictures of items go to the products that are made of them.
    pub sync_images: bool,
    /// Whether the stock of the shop goes to Shopify when they are added.
    pub sync_inventory: bool,
}

impl AddItems {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }
}

impl Object for AddItems {
    type Page = Options;

    const ID: i32 = ADD_ITEMS;
    const CAPTION: &'static str = "Add Item to Shopify";
    const CATEGORY: &'static str = "SHPFY";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table(), FilterTable::of::<items::Entity>(TABLE, &OFFERED)]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        if request.filters.get(requested::CODE).is_none() {
            return Err(JobError::fail("no item is added unless a shop is chosen: set the filter Shop Code"));
        }
        let table = FilterTable::of::<items::Entity>(TABLE, &OFFERED);
        let filter = &request.filters.resolve(&table, &cx.words())?;
        let mut summary = Summary::default();
        for shop in requested::shops(cx, &request.filters).await? {
            summary += run(&self.connector, cx, shop, filter, request.options).await?;
        }
        Ok(summary)
    }
}
