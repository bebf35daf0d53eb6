use back_office::sales;
use job_queue::{Context, FilterTable, JobError, Progress, Summary};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;
use values::Filter;

use super::create::create;
use super::fail::fail;
use super::money::Credited;
use crate::Error;
use crate::orders::CREATE_SALES_ORDERS;
use crate::orders::mapping::Ground;
use crate::orders::refunds::options::Origin;
use crate::orders::refunds::staged::{read_refunds, refund, return_line};
use crate::orders::staged::{self, order, transaction};

/// The name of the refunds on the request page of report 30103.
const TABLE: &str = "ShopifyRefund";
/// The filters that it shows without being asked.
const OFFERED: [&str; 1] = ["shopifyRefundId"];
/// The filter that names single refunds.
pub(crate) const SHOPIFY_REFUND_ID: &str = "ShopifyRefund.shopifyRefundId";

/// The refunds on the request page: where they are filtered, they alone get their documents.
pub(in crate::orders) fn table() -> FilterTable {
    FilterTable::of::<refund::Entity>(TABLE, &OFFERED)
}

/// How many refunds are read at a time.
const BATCH: u64 = 100;

/// Which refunds of a shop get their documents.
#[derive(Clone, Debug)]
pub(in crate::orders) struct Run<'a> {
    /// The shop and what else does not change.
    pub ground: &'a Ground,
    /// Those of which orders.
    pub orders: Filter,
    /// Which refunds; `None`: all that can have one now.
    pub chosen: Option<Filter>,
}

/// Makes the documents of refunds, each in a transaction of its own: one that is refused does not hold the rest back. The
/// summary counts documents as created.
pub(in crate::orders) async fn run(cx: &Context, run: &Run<'_>) -> Result<Summary, JobError> {
    let setup = &cx.db().read(|r| async move { Ok::<_, Error>(sales::Setup::read(&r).await?) }).await?;
    let (mut summary, mut last) = (Summary::default(), None);
    loop {
        cx.check()?;
        let some = cx.db().read(|r| async move { next(&r, run, last).await }).await?;
        let Some(end) = some.last() else { return Ok(summary) };
        last = Some(end.refunded.refund.shopify_refund_id);
        for credited in &some {
            match cx.write(|tx| async move { create(&tx, setup, run.ground, credited).await }).await {
                Ok(is_new) => summary.created += u64::from(is_new),
                Err(error) if error.is_of_the_record() => {
                    let (refund, why) = (&credited.refunded.refund, &error.to_string());
                    let write = |tx| async move { fail(&tx, run.ground, CREATE_SALES_ORDERS, refund, why).await };
                    cx.write(write).await?;
                    summary.failed += 1;
                }
                Err(error) => return Err(error.into()),
            }
        }
        let (done, text) =
            (summary.created + summary.failed, format!("{}: documents of refunds", run.ground.shop.code));
        cx.progress(Progress { done, total: 0, text }).await?;
    }
}

/// The next refunds, in the order in which they were made: so are their documents numbered.
async fn next(connection: &impl ConnectionTrait, run: &Run<'_>, last: Option<i64>) -> Result<Vec<Credited>, Error> {
    let mut query = refund::Entity::find().filter(refund::Column::ShopCode.eq(run.ground.shop.code.clone()));
    let orders = order::Entity::find()
        .select_only()
        .column(order::Column::Id)
        .filter(order::Column::ShopCode.eq(run.ground.shop.code.clone()))
        .filter(database::condition::<order::Entity>(connection, &run.orders)?);
    match &run.chosen {
        Some(filter) => {
            query = query
                .filter(database::condition::<refund::Entity>(connection, filter)?)
                .filter(refund::Column::OrderId.in_subquery(orders.into_query()));
        }
        None => {
            // What becomes of the document of an order that was cancelled is settled first.
            let is_settled = Condition::any()
                .add(order::Column::CancelledAt.is_null())
                .add(order::Column::HasOrderStateError.eq(false));
            let orders =
                orders.filter(order::Column::Processed.eq(true)).filter(order::has_document()).filter(is_settled);
            query = query
                .filter(refund::Column::IsProcessed.eq(false))
                .filter(refund::Column::CanCreateCreditMemo.eq(true))
                .filter(refund::Column::Pending.eq(false))
                .filter(refund::Column::OrderId.in_subquery(orders.into_query()));
        }
    }
    if let Some(last) = last {
        query = query.filter(refund::Column::ShopifyRefundId.gt(last));
    }
    let refunds = query.order_by_asc(refund::Column::ShopifyRefundId).limit(BATCH).all(connection).await?;
    read(connection, refunds).await
}

/// The refunds with what decides their documents.
async fn read(connection: &impl ConnectionTrait, refunds: Vec<refund::Model>) -> Result<Vec<Credited>, Error> {
    if refunds.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = refunds.iter().map(|refund| refund.order_id).collect();
    let orders = order::Entity::find().filter(order::Column::Id.is_in(ids.iter().copied())).all(connection).await?;
    let sales = staged::read_sales(connection, orders).await?;
    let paid = transaction::Column::OrderId.is_in(ids);
    let paid = transaction::Entity::find().filter(paid).all(connection).await?;
    let returns = refunds.iter().map(|refund| refund.shopify_return_id).filter(|id| *id != 0);
    let came_back = return_line::Entity::find()
        .filter(return_line::Column::ShopifyReturnId.is_in(returns))
        .filter(return_line::Column::Origin.eq(Origin::Default))
        .order_by_asc(return_line::Column::ReturnLineId)
        .all(connection)
        .await?;
    let whole = |refunded: crate::orders::refunds::staged::Refunded| {
        let refund = &refunded.refund;
        let sale = sales.iter().find(|sale| sale.order.id == refund.order_id)?.clone();
        let transactions = paid.iter().filter(|one| one.order_id == refund.order_id).cloned().collect();
        let of_return = |line: &&return_line::Model| {
            refund.shopify_return_id != 0 && line.shopify_return_id == refund.shopify_return_id
        };
        let return_lines = came_back.iter().filter(of_return).cloned().collect();
        Some(Credited { refunded, sale, transactions, return_lines })
    };
    Ok(read_refunds(connection, refunds).await?.into_iter().filter_map(whole).collect())
}
