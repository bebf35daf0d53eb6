use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use sea_orm::{ColumnTrait, Condition};
use serde::{Deserialize, Serialize};
use shopify::Meter;

use super::import;
use crate::Connector;
use crate::companies::SYNC_COMPANIES;
use crate::companies::staged::company;
use crate::orders::mapping::Ground;
use crate::products::lane;
use crate::shops::{self, requested};
use crate::sync::Chosen;

/// The name of the staged companies on the request page.
const TABLE: &str = "ShopifyCompany";
/// The filters that the request page shows without being asked.
const OFFERED: [&str; 2] = ["shopifyCompanyId", "customerNumber"];
/// The filter that names single companies.
pub const SHOPIFY_COMPANY_ID: &str = "ShopifyCompany.shopifyCompanyId";

/// The task.
#[derive(Clone, Debug)]
pub struct SyncCompanies {
    connector: Connector,
}

/// Its request page has filters and no options: what is done with companies is said on the shop card.
#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {}

impl SyncCompanies {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }

    async fn sync(&self, cx: &Context, shop: shops::Model, named: Option<&[i64]>) -> Result<Summary, JobError> {
        let meter = Meter::of(SYNC_COMPANIES);
        let client = self.connector.client_of(cx, &shop).await?.metered(meter.clone()).in_lane(lane(cx));
        let ground = &Ground::read(cx, shop).await?;
        let summary = import::run(cx, &client, ground, named).await?;
        Ok(Summary { calls: meter.calls(), points: meter.points(), ..summary })
    }
}

fn table() -> FilterTable {
    FilterTable::of::<company::Entity>(TABLE, &OFFERED)
}

impl Object for SyncCompanies {
    type Page = Options;

    const ID: i32 = SYNC_COMPANIES;
    const CAPTION: &'static str = "Sync Companies";
    const CATEGORY: &'static str = "SHPFY";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table(), table()]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        let chosen = Chosen::read(cx, &request.filters, &table(), SHOPIFY_COMPANY_ID)?;
        let mut summary = Summary::default();
        for shop in requested::shops(cx, &request.filters).await? {
            let of = Condition::all().add(company::Column::Store.eq(shop.domain.as_str()));
            for some in chosen.parts::<company::Entity>(cx, company::Column::ShopifyCompanyId, of).await? {
                summary += self.sync(cx, shop.clone(), some.as_deref()).await?;
            }
        }
        Ok(summary)
    }
}
