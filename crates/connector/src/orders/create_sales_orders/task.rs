//! Report 30103, Create Sales Orders.

use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use serde::{Deserialize, Serialize};
use values::Filter;

use crate::orders::mapping::Ground;
use crate::orders::process::{self, Run};
use crate::orders::refunds::credit as refunds;
use crate::orders::{CREATE_SALES_ORDERS, staged};
use crate::shops::options::ReturnAndRefundProcess;
use crate::shops::requested;

/// The name of the staged orders on the request page.
const TABLE: &str = "ShopifyOrder";
/// The filters that the request page shows without being asked.
const OFFERED: [&str; 2] = ["fulfillmentStatus", "financialStatus"];

/// The task: every staged order of a shop that has no document yet, and that the filters let through; then the refunds of
/// such orders, where the shop card says so. Where refunds are chosen, they alone.
#[derive(Clone, Copy, Debug, Default)]
pub struct CreateSalesOrders;

/// Its request page has filters and no options.
#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {}

pub(in crate::orders) fn table() -> FilterTable {
    FilterTable::of::<staged::order::Entity>(TABLE, &OFFERED)
}

impl Object for CreateSalesOrders {
    type Page = Options;

    const ID: i32 = CREATE_SALES_ORDERS;
    const CAPTION: &'static str = "Create Sales Orders";
    const CATEGORY: &'static str = "SHPFY";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table(), table(), refunds::table()]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        let filter = request.filters.resolve(&table(), &cx.words())?;
        let chosen = request.filters.resolve(&refunds::table(), &cx.words())?;
        let only_refunds = chosen != Filter::everything();
        let mut summary = Summary::default();
        for shop in requested::shops(cx, &request.filters).await? {
            let ground = &Ground::read(cx, shop).await?;
            let refunds = |chosen| refunds::Run { ground, orders: filter.clone(), chosen };
            if only_refunds {
                summary += refunds::run(cx, &refunds(Some(chosen.clone()))).await?;
                continue;
            }
            summary +=
                process::run(cx, &Run { ground, object: Self::ID, filter: filter.clone(), only_auto_create: false })
                    .await?;
            if ground.shop.return_and_refund_process == ReturnAndRefundProcess::AutoCreate {
                summary += refunds::run(cx, &refunds(None)).await?;
            }
        }
        Ok(summary)
    }
}
