use std::collections::HashSet;

use database::Tx;
use job_queue::{Context, FilterTable, JobError, Object, Progress, Request, Summary};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use shopify::documents::orders::OneOrder;
use shopify::{Client, Meter};
use shopify_schema::gid::OrderId;
use values::Filter;

use super::MarkAsPaid;
use crate::operations::{self, Intent, LOOK_AFTER, Settled, intend, send, settle};
use crate::orders::mapping::Ground;
use crate::orders::staged::order::{Column, Entity, Model};
use crate::orders::{MARK_AS_PAID, lane};
use crate::shops::{self, requested};
use crate::{Connector, Error, skipped};

/// The name of the staged orders on the request page.
const TABLE: &str = "ShopifyOrder";
/// The filters that the request page shows without being asked.
const OFFERED: [&str; 2] = ["shopifyOrderNumber", "financialStatus"];
/// How many orders are read and intended at a time.
const BATCH: u64 = 100;

/// The task: the staged orders that the filters let through, and that are neither paid nor cancelled, are marked as paid.
#[derive(Clone, Debug)]
pub struct MarkOrdersAsPaid {
    connector: Connector,
}

/// Its request page has filters and no options.
#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {}

fn table() -> FilterTable {
    FilterTable::of::<Entity>(TABLE, &OFFERED)
}

impl MarkOrdersAsPaid {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }

    async fn mark(&self, cx: &Context, shop: shops::Model, filter: &Filter) -> Result<(Summary, Settled), JobError> {
        if !shop.allow_outgoing_requests {
            return Err(Error::ReadOnly(shop.code.to_string()).into());
        }
        let meter = Meter::of(MARK_AS_PAID);
        let client = self.connector.client_of(cx, &shop).await?.metered(meter.clone()).in_lane(lane(cx));
        let ground = &Ground::read(cx, shop).await?;
        let mut settled = settle::<MarkAsPaid>(cx, &client, &ground.seen(), &ground.shop.code).await?;
        let (mut fetched, mut left_out, mut last) = (0, 0, None);
        loop {
            let orders = &cx.db().read(|r| async move { next(&r, ground, filter, last).await }).await?;
            let Some(end) = orders.last() else { break };
            last = Some(end.shopify_order_id);
            fetched += orders.len() as u64;
            let waiting = &cx.db().read(|r| async move { waiting(&r, ground, orders).await }).await?;
            left_out += waiting.len() as u64;
            let intended = cx.write(|tx| async move { intend_all(&tx, ground, orders, waiting).await }).await?;
            settled += send_all(cx, &client, ground, intended).await?;
            let text = format!("{}: orders marked as paid", ground.shop.code);
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
}

async fn send_all(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    intended: Vec<operations::Model>,
) -> Result<Settled, JobError> {
    let mut settled = Settled::default();
    for operation in intended {
        let now = cx.clock().now();
        let seen = skipped::Seen { at: now, ..ground.seen() };
        let state = send::<MarkAsPaid>(cx, client, &seen, &operation).await?;
        settled.count(state, now + LOOK_AFTER);
    }
    Ok(settled)
}

/// A row for each order; one whose change is unfinished was settled before as far as it goes.
async fn intend_all(
    tx: &Tx,
    ground: &Ground,
    orders: &[Model],
    waiting: &HashSet<i64>,
) -> Result<Vec<operations::Model>, Error> {
    let mut intended = Vec::with_capacity(orders.len());
    for order in orders.iter().filter(|order| !waiting.contains(&order.shopify_order_id)) {
        let id = OrderId::new(u64::try_from(order.shopify_order_id).unwrap_or_default()).to_string();
        let intent = Intent {
            shop_code: order.shop_code.clone(),
            subject: id.clone(),
            document_name: order.shopify_order_number.clone(),
            variables: OneOrder { id: id.into() },
        };
        let (operation, is_new) = intend::<MarkAsPaid>(tx, &ground.seen(), intent).await?;
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

async fn next(
    connection: &impl ConnectionTrait,
    ground: &Ground,
    filter: &Filter,
    last: Option<i64>,
) -> Result<Vec<Model>, Error> {
    let mut query = Entity::find()
        .filter(Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(Column::FullyPaid.eq(false))
        .filter(Column::CancelledAt.is_null())
        .filter(database::condition::<Entity>(connection, filter)?);
    if let Some(last) = last {
        query = query.filter(Column::ShopifyOrderId.gt(last));
    }
    Ok(query.order_by_asc(Column::ShopifyOrderId).limit(BATCH).all(connection).await?)
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
        let is_chosen = request.filters.iter().any(|(field, _)| field.starts_with("ShopifyOrder."));
        if !is_chosen {
            return Err(JobError::fail(
                "no order is marked as paid unless a filter on Shopify orders chooses it: set one",
            ));
        }
        let filter = request.filters.resolve(&table(), &cx.words())?;
        let (mut summary, mut settled) = (Summary::default(), Settled::default());
        for shop in requested::shops(cx, &request.filters).await? {
            let (done, left) = self.mark(cx, shop, &filter).await?;
            summary += done;
            settled += left;
        }
        match settled.look_at {
            None => Ok(summary),
            Some(at) => {
                let after = (at - cx.clock().now()).to_std().unwrap_or_default();
                let count = settled.unclear;
                Err(JobError::retry_after(
                    after,
                    format!(
                        "no answer came to {count} changes, and it is too early to look whether they were made; the next run does"
                    ),
                ))
            }
        }
    }
}
