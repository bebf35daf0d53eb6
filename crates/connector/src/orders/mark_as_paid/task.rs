use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use sea_orm::{ColumnTrait, Condition};
use serde::{Deserialize, Serialize};
use shopify::documents::orders::OneOrder;

use super::MarkAsPaid;
use crate::Connector;
use crate::operations::Settled;
use crate::orders::MARK_AS_PAID;
use crate::orders::change_in_store::{Changing, change, chosen, end, table};
use crate::orders::staged::order::Column;
use crate::shops::requested;

/// The task: the staged orders that the filters let through, and that are neither paid nor cancelled, are marked as paid.
#[derive(Clone, Debug)]
pub struct MarkOrdersAsPaid {
    connector: Connector,
}

/// Its request page has filters and no options.
#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {}

impl MarkOrdersAsPaid {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }
}

impl Object for MarkOrdersAsPaid {
    type Page = Options;

    const ID: i32 = MARK_AS_PAID;
    const CAPTION: &'static str = "Mark Orders as Paid";
    const CATEGORY: &'static str = "SHPFY";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table(), table()]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        let filter = &chosen(cx, &request.filters, "marked as paid")?;
        let is_due = Condition::all().add(Column::FullyPaid.eq(false)).add(Column::CancelledAt.is_null());
        let changing = Changing { filter, is_due, variables: &|id| OneOrder { id: id.into() }, done: "marked as paid" };
        let (mut summary, mut settled) = (Summary::default(), Settled::default());
        for shop in requested::shops(cx, &request.filters).await? {
            let (done, left) = change::<MarkAsPaid>(&self.connector, cx, shop, &changing).await?;
            summary += done;
            settled += left;
        }
        end(cx, summary, &settled)
    }
}
