//! A change that is made in Shopify of each of the orders that someone chose: written down before it is sent, and made once.

use std::collections::HashSet;

use database::Tx;
use job_queue::{Context, FilterTable, Filters, JobError, Progress, Summary};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shopify::{Client, Document, Meter};
use shopify_schema::gid::OrderId;
use values::Filter;

use crate::operations::{self, Change, Intent, LOOK_AFTER, Settled, follow, intend, send, settle};
use crate::orders::lane;
use crate::orders::mapping::Ground;
use crate::orders::staged::order::{Column, Entity, Model};
use crate::shops;
use crate::{Connector, Error, skipped};

/// The name of the staged orders on the request page.
const TABLE: &str = "ShopifyOrder";
/// The filters that the request page shows without being asked.
const OFFERED: [&str; 2] = ["shopifyOrderNumber", "financialStatus"];
/// How many orders are read and intended at a time.
const BATCH: u64 = 100;

/// The staged orders, as the request page filters them.
pub(crate) fn table() -> FilterTable {
    FilterTable::of::<Entity>(TABLE, &OFFERED)
}

/// What the filters let through; `done` says in the refusal what would be done with all orders if there were none.
///
/// # Errors
/// That no filter chooses orders, and what the filters say.
pub(crate) fn chosen(cx: &Context, filters: &Filters, done: &str) -> Result<Filter, JobError> {
    let filter = filters.resolve(&table(), &cx.words())?;
    if filter.is_everything() {
        return Err(JobError::fail(format!(
            "no order is {done} unless a filter on Shopify orders chooses it: set one"
        )));
    }
    Ok(filter)
}

/// Which change is made of which orders.
pub(crate) struct Changing<'a, V> {
    /// The filters of the request page.
    pub filter: &'a Filter,
    /// Which orders it has anything to do with.
    pub is_due: Condition,
    /// What the mutation is sent with, for the order of this id.
    pub variables: &'a (dyn Fn(String) -> V + Send + Sync),
    /// What is done with them, as "marked as paid".
    pub done: &'a str,
}

/// The variables of a change.
pub(crate) type VariablesOf<C> = <<C as Change>::Mutation as Document>::Variables;

/// Makes the change of every order of the shop that it has to do with and the filters let through. Gives what came of it, and
/// of how much nothing is known yet.
///
/// # Errors
/// [`Error::ReadOnly`], and those of [`send()`].
pub(crate) async fn change<C: Change>(
    connector: &Connector,
    cx: &Context,
    shop: shops::Model,
    changing: &Changing<'_, VariablesOf<C>>,
) -> Result<(Summary, Settled), JobError> {
    if !shop.allow_outgoing_requests {
        return Err(Error::ReadOnly(shop.code.to_string()).into());
    }
    let meter = Meter::of(C::OBJECT);
    let client = connector.client_of(cx, &shop).await?.metered(meter.clone()).in_lane(lane(cx));
    let ground = &Ground::read(cx, shop).await?;
    let mut settled = settle::<C>(cx, &client, &ground.seen(), &ground.shop.code).await?;
    let (mut fetched, mut left_out, mut last) = (0, 0, None);
    loop {
        let orders = &cx.db().read(|r| async move { next(&r, ground, changing, last).await }).await?;
        let Some(end) = orders.last() else { break };
        last = Some(end.shopify_order_id);
        fetched += orders.len() as u64;
        let waiting = &cx.db().read(|r| async move { waiting(&r, ground, orders).await }).await?;
        left_out += waiting.len() as u64;
        let intended =
            cx.write(|tx| async move { intend_all::<C>(&tx, ground, orders, waiting, changing).await }).await?;
        settled += send_all::<C>(cx, &client, ground, intended).await?;
        let text = format!("{}: orders {}", ground.shop.code, changing.done);
        cx.progress(Progress { done: settled.made + settled.failed, total: 0, text }).await?;
    }
    let summary = Summary {
        fetched,
        updated: settled.made,
        skipped: settled.for_a_person + left_out,
        failed: settled.failed,
        calls: meter.calls(),
        points: meter.points(),
        ..Summary::default()
    };
    Ok((summary, settled))
}

/// How a run ends that knows this much: where nothing is known of a change yet, it goes on when one may look.
///
/// # Errors
/// That it is too early to look.
pub(crate) fn end(cx: &Context, summary: Summary, settled: &Settled) -> Result<Summary, JobError> {
    let Some(at) = settled.look_at else { return Ok(summary) };
    let after = (at - cx.clock().now()).to_std().unwrap_or_default();
    let count = settled.unclear;
    Err(JobError::retry_after(
        after,
        format!(
            "no answer came to {count} changes, and it is too early to look whether they were made; the next run does"
        ),
    ))
}

async fn send_all<C: Change>(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    intended: Vec<operations::Model>,
) -> Result<Settled, JobError> {
    let mut settled = Settled::default();
    for operation in intended {
        let now = cx.clock().now();
        let seen = skipped::Seen { at: now, ..ground.seen() };
        let sent = send::<C>(cx, client, &seen, &operation).await?;
        let state = if C::IS_A_JOB { follow::<C>(cx, client, &seen, &operation, sent).await? } else { sent };
        settled.count(state, now + LOOK_AFTER);
    }
    Ok(settled)
}

/// A row for each order; one whose change is unfinished was settled before as far as it goes.
async fn intend_all<C: Change>(
    tx: &Tx,
    ground: &Ground,
    orders: &[Model],
    waiting: &HashSet<i64>,
    changing: &Changing<'_, VariablesOf<C>>,
) -> Result<Vec<operations::Model>, Error> {
    let mut intended = Vec::with_capacity(orders.len());
    for order in orders.iter().filter(|order| !waiting.contains(&order.shopify_order_id)) {
        let id = OrderId::new(u64::try_from(order.shopify_order_id).unwrap_or_default()).to_string();
        let intent = Intent {
            shop_code: order.shop_code.clone(),
            subject: id.clone(),
            document_name: order.shopify_order_number.clone(),
            variables: (changing.variables)(id),
        };
        let (operation, is_new) = intend::<C>(tx, &ground.seen(), intent).await?;
        if is_new {
            intended.push(operation);
        }
    }
    Ok(intended)
}

/// The orders whose change was refused, or can't be told: they wait for a person, who chooses them or tries again.
async fn waiting(connection: &impl ConnectionTrait, ground: &Ground, orders: &[Model]) -> Result<HashSet<i64>, Error> {
    let ids: Vec<i64> = orders.iter().map(|order| order.shopify_order_id).collect();
    skipped::open(connection, &ground.shop.code, skipped::Kind::Change, &ids).await
}

async fn next<V>(
    connection: &impl ConnectionTrait,
    ground: &Ground,
    changing: &Changing<'_, V>,
    last: Option<i64>,
) -> Result<Vec<Model>, Error> {
    let mut query = Entity::find()
        .filter(Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(changing.is_due.clone())
        .filter(database::condition::<Entity>(connection, changing.filter)?);
    if let Some(last) = last {
        query = query.filter(Column::ShopifyOrderId.gt(last));
    }
    Ok(query.order_by_asc(Column::ShopifyOrderId).limit(BATCH).all(connection).await?)
}
