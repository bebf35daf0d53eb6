use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use sea_orm::Condition;
use values::Filter;
use values::field::Value;
use values::filter::Test;

use super::{CancelOptions, CancelOrder};
use crate::Connector;
use crate::operations::Settled;
use crate::orders::CANCEL_ORDERS;
use crate::orders::change_in_store::{Changing, change, chosen, end, table};
use crate::orders::sync_orders::{How, again};
use crate::shops::requested;

/// The task: the staged orders that the filters let through, and that are not cancelled yet, are called off in Shopify, and
/// read again.
#[derive(Clone, Debug)]
pub struct CancelOrders {
    connector: Connector,
}

impl CancelOrders {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }
}

impl Object for CancelOrders {
    type Page = CancelOptions;

    const ID: i32 = CANCEL_ORDERS;
    const CAPTION: &'static str = "Cancel Orders";
    const CATEGORY: &'static str = "SHPFY";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table(), table()]
    }

    async fn run(&self, cx: &Context, request: &Request<CancelOptions>) -> Result<Summary, JobError> {
        let (filters, options) = (&request.filters, &request.options);
        // Neither sent nor read again: what was cancelled before is known.
        let alive = Filter::field("cancelledAt", Test::Equal(Value::Null));
        let filter = &Filter::All(vec![chosen(cx, filters, "cancelled")?, alive]);
        let variables = &|id| options.variables(id);
        let changing = Changing { filter, is_due: Condition::all(), variables, done: "cancelled" };
        let (mut summary, mut settled) = (Summary::default(), Settled::default());
        for shop in requested::shops(cx, filters).await? {
            let (mut done, left) = change::<CancelOrder>(&self.connector, cx, shop.clone(), &changing).await?;
            if done.updated > 0 {
                let read = again(&self.connector, cx, (shop, Self::ID), filter, How::Follow).await?;
                (done.calls, done.points) = (done.calls + read.calls, done.points + read.points);
            }
            summary += done;
            settled += left;
        }
        end(cx, summary, &settled)
    }
}
