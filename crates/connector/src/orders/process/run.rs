use back_office::sales;
use database::Tx;
use job_queue::{Context, JobError, Progress, Summary};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;
use values::Filter;
use values::money::Amount;

use super::create::{self, Made};
use super::fail::{self, Refused};
use crate::Error;
use crate::companies::sync_companies::find_customers;
use crate::orders::by_hand::take_turn;
use crate::orders::mapping::{self, Batch, Ground};
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
        let ids: Vec<Uuid> = sales.iter().map(|sale| sale.order.id).collect();
        let made = make(cx, run, &setup, &ids).await?;
        summary.created += made.created;
        summary.failed += made.failed;
        // A person has to do something about those that stay open, too.
        summary.skipped += made.skipped + made.kept_open;
        let (done, text) = (summary.created + summary.failed, format!("{}: sales orders", run.ground.shop.code));
        cx.progress(Progress { done, total: 0, text }).await?;
    }
}

/// Maps a batch and makes its documents together. What holds up the whole batch, as a number series that ends within it, is
/// told from what it lets through by making them one by one.
async fn make(cx: &Context, run: &Run<'_>, setup: &sales::Setup, ids: &[Uuid]) -> Result<Made, JobError> {
    match cx.write(|tx| async move { make_in(&tx, run, setup, ids).await }).await {
        Err(error) if error.is_of_the_record() => {}
        made => return Ok(made?),
    }
    let batch = cx.write(|tx| async move { map(&tx, run, ids).await }).await?;
    let mut made = Made { skipped: batch.skipped, ..Made::default() };
    for (sale, _) in &batch.ready {
        let id = sale.order.id;
        match cx.write(|tx| async move { make_in(&tx, run, setup, &[id]).await }).await {
            Ok(one) => made += one,
            Err(error) => {
                let refused = &[Refused::of(&sale.order, error)?];
                cx.write(|tx| async move { fail::fail(&tx, run.ground, run.object, refused).await }).await?;
                made.failed += 1;
            }
        }
    }
    Ok(made)
}

/// Maps orders and makes their documents in one transaction.
async fn make_in(tx: &Tx, run: &Run<'_>, setup: &sales::Setup, ids: &[Uuid]) -> Result<Made, Error> {
    let batch = map(tx, run, ids).await?;
    let made = create::create(tx, setup, run.ground, run.object, &batch.ready).await?;
    Ok(Made { skipped: batch.skipped, ..made })
}

/// Maps orders, in the turn of their store: what a person has chosen for them since they were looked for is read, and nobody
/// chooses anything until the transaction ends.
async fn map(tx: &Tx, run: &Run<'_>, ids: &[Uuid]) -> Result<Batch, Error> {
    take_turn(tx, &run.ground.shop.domain).await?;
    let orders = due(tx, run)?.filter(order::Column::Id.is_in(ids.iter().copied()));
    let orders = orders.order_by_asc(order::Column::ShopifyOrderId).all(tx).await?;
    let sales = staged::read_sales(tx, orders).await?;
    mapping::map_staged(tx, run.ground, run.object, &sales).await
}

/// The next orders, in the order in which they were placed: so are their documents numbered.
pub(in crate::orders) async fn next(
    connection: &impl ConnectionTrait,
    run: &Run<'_>,
    last: Option<i64>,
) -> Result<Vec<Sale>, Error> {
    let mut query = due(connection, run)?;
    if let Some(last) = last {
        query = query.filter(order::Column::ShopifyOrderId.gt(last));
    }
    let orders = query.order_by_asc(order::Column::ShopifyOrderId).limit(BATCH).all(connection).await?;
    staged::read_sales(connection, orders).await
}

/// The orders that are to be processed.
fn due(connection: &impl ConnectionTrait, run: &Run<'_>) -> Result<Select<order::Entity>, Error> {
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
    Ok(query)
}
