use back_office::sales;
use job_queue::{Context, JobError, Progress, Summary};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Filter;
use values::money::Amount;

use super::create::{self, Made};
use super::fail::{self, Refused};
use crate::Error;
use crate::companies::sync_companies::find_customers;
use crate::orders::mapping::{self, Ground};
use crate::orders::options::SetAside;
use crate::orders::staged::{self, Sale, order};

/// How many orders are read and mapped at a time.
const BATCH: u64 = 100;

/// Which orders are processed, by which object.
#[derive(Clone, Debug)]
pub struct Run<'a> {
    /// The shop and what else does not change.
    pub ground: &'a Ground,
    /// The object that runs, which is also the one to try again with.
    pub object: i32,
    /// Which of the shop's unprocessed orders.
    pub filter: Filter,
    /// Whether only those whose documents the importing run is to make.
    pub only_auto_create: bool,
}

/// Maps the shop's unprocessed orders and makes their sales orders, a batch in a transaction. What can't be mapped is skipped,
/// what the back office refuses has failed; neither holds the rest back. The summary counts documents as created, and those
/// that can't be released as skipped, too.
pub async fn run(cx: &Context, run: &Run<'_>) -> Result<Summary, JobError> {
    let setup = cx.db().read(|r| async move { Ok::<_, Error>(sales::Setup::read(&r).await?) }).await?;
    let mut summary = Summary::default();
    let mut last = None;
    loop {
        cx.check()?;
        let sales = &cx.db().read(|r| async move { next(&r, run, last).await }).await?;
        let Some(end) = sales.last() else { return Ok(summary) };
        last = Some(end.order.shopify_order_id);
        let buyers = sales.iter().map(|sale| &sale.order).filter(|order| order.b2b && order.company_id != 0);
        let unmapped = buyers.filter(|order| order.bill_to_customer_number.is_blank()).map(|order| order.company_id);
        find_customers(cx, run.ground, unmapped.collect()).await?;
        let map = |tx| async move { mapping::map_staged(&tx, run.ground, run.object, sales).await };
        let batch = cx.write(map).await?;
        summary.skipped += batch.skipped;
        let made = make(cx, run, &setup, &batch.ready).await?;
        summary.created += made.created;
        summary.failed += made.failed;
        // A person has to do something about them, too.
        summary.skipped += made.kept_open;
        let (done, text) = (summary.created + summary.failed, format!("{}: sales orders", run.ground.shop.code));
        cx.progress(Progress { done, total: 0, text }).await?;
    }
}

/// Makes the documents of a batch together. What holds up the whole batch, as a number series that ends within it, is
/// told from what it lets through by making them one by one.
async fn make(cx: &Context, run: &Run<'_>, setup: &sales::Setup, ready: &[(Sale, bool)]) -> Result<Made, JobError> {
    let create =
        |batch| cx.write(move |tx| async move { create::create(&tx, setup, run.ground, run.object, batch).await });
    match create(ready).await {
        Err(error) if error.is_of_the_record() => {}
        made => return Ok(made?),
    }
    let mut made = Made::default();
    for one in ready {
        match create(std::slice::from_ref(one)).await {
            Ok(one) => made += one,
            Err(error) => {
                let refused = &[Refused::of(&one.0.order, error)?];
                cx.write(|tx| async move { fail::fail(&tx, run.ground, run.object, refused).await }).await?;
                made.failed += 1;
            }
        }
    }
    Ok(made)
}

/// The next orders, in the order in which they were placed: so are their documents numbered.
pub(in crate::orders) async fn next(
    connection: &impl ConnectionTrait,
    run: &Run<'_>,
    last: Option<i64>,
) -> Result<Vec<Sale>, Error> {
    // What was called off before anything was paid is sold to nobody.
    let is_paid = order::Column::TotalReceivedAmount.ne(Amount::ZERO);
    let mut query = order::Entity::find()
        .filter(order::Column::ShopCode.eq(run.ground.shop.code.clone()))
        .filter(order::Column::Processed.eq(false))
        .filter(order::Column::SetAside.eq(SetAside::Blank))
        .filter(order::Column::RefundsDue.eq(false))
        .filter(Condition::any().add(order::Column::CancelledAt.is_null()).add(is_paid))
        .filter(database::condition::<order::Entity>(connection, &run.filter)?);
    if run.only_auto_create {
        query = query.filter(order::Column::AutoCreate.eq(true));
    }
    if let Some(last) = last {
        query = query.filter(order::Column::ShopifyOrderId.gt(last));
    }
    let orders = query.order_by_asc(order::Column::ShopifyOrderId).limit(BATCH).all(connection).await?;
    staged::read_sales(connection, orders).await
}
