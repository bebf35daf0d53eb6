//! Orders that are staged are read again by their ids, whatever was read before.

use job_queue::{Context, Filters, JobError, Progress, Summary};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shopify::Meter;
use shopify::documents::orders::AT_ONCE;
use shopify_schema::gid::OrderId;
use values::Filter;

use super::decide::Tried;
use super::fetch::{self, Fetched};
use super::filter::OrderFilter;
use super::stage::{self, Door};
use super::threshold::Threshold;
use super::{anew, buyers};
use crate::orders::lane;
use crate::orders::mapping::Ground;
use crate::orders::staged::order::{Column, Entity, Model};
use crate::skipped::{self, Skipped};
use crate::watermark::{self, Kind};
use crate::{Connector, Error, shops};

/// What becomes of what is staged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::orders) enum How {
    /// It follows what Shopify says, as in any sync.
    Follow,
    /// It is taken away, and what Shopify says is staged as if it were new.
    Anew,
}

/// Reads those of the shop's staged orders again that `filter` lets through. One that Shopify has no more is left as it is,
/// and written down.
///
/// # Errors
/// Why there is no answer; a lost lease or a wish to stop.
pub(in crate::orders) async fn again(
    connector: &Connector,
    cx: &Context,
    (shop, object): (shops::Model, i32),
    filter: &Filter,
    how: How,
) -> Result<Summary, JobError> {
    let meter = Meter::of(object);
    let client = connector.client_of(cx, &shop).await?.metered(meter.clone()).in_lane(lane(cx));
    let reach = fetch::reach(&shop);
    let ground = Ground::read(cx, shop).await?;
    let everything = OrderFilter::resolve(&Filters::new(), &cx.words())?;
    let (mut summary, mut last) = (Summary::default(), None);
    loop {
        cx.check()?;
        let ground = &Ground { now: cx.clock().now(), ..ground.clone() };
        let orders = &cx.db().read(|r| async move { next(&r, ground, filter, last).await }).await?;
        let Some(end) = orders.last() else { break };
        last = Some(end.shopify_order_id);
        let ids: Vec<OrderId> = orders
            .iter()
            .map(|order| OrderId::new(u64::try_from(order.shopify_order_id).unwrap_or_default()))
            .collect();
        let fetched = &cx.send(fetch::by_ids(&client, reach, &ids)).await??;
        buyers::meet(cx, &client, ground, fetched).await?;
        let (everything, missing) = (&everything, &missing(orders, fetched, object));
        let write = |tx| async move {
            watermark::take_turn(&tx, &ground.shop.domain, Kind::Orders).await?;
            skipped::record(&tx, &ground.seen(), missing.clone()).await?;
            match how {
                How::Follow => {
                    let door = &Door { ground, filter: everything, threshold: Threshold::default() };
                    stage::stage(&tx, door, fetched, Tried::Named).await
                }
                How::Anew => anew::stage(&tx, ground, fetched, object).await,
            }
        };
        let counts = cx.write(write).await?;
        summary.fetched += fetched.len() as u64;
        summary.updated += counts.updated;
        summary.unchanged += counts.unchanged;
        summary.skipped += counts.skipped + missing.len() as u64;
        summary.failed += counts.failed;
        let text = format!("{}: {} orders read", ground.shop.code, summary.fetched);
        cx.progress(Progress { done: summary.fetched, total: 0, text }).await?;
    }
    Ok(Summary { calls: meter.calls(), points: meter.points(), ..summary })
}

fn missing(orders: &[Model], fetched: &[Fetched], object: i32) -> Vec<Skipped> {
    let is_gone = |order: &&Model| !fetched.iter().any(|one| one.shopify_order_id == order.shopify_order_id);
    let told = |order: &Model| {
        let cause = "Shopify has this order no more.".to_owned();
        let remedy = "What is staged of it stays as it is; if it has a document, close that by hand.".to_owned();
        Skipped::order_failed(order, cause, remedy, object)
    };
    orders.iter().filter(is_gone).map(told).collect()
}

/// The next orders, by their ids in Shopify.
async fn next(
    connection: &impl ConnectionTrait,
    ground: &Ground,
    filter: &Filter,
    last: Option<i64>,
) -> Result<Vec<Model>, Error> {
    let mut query =
        Entity::find()
            .filter(Column::ShopCode.eq(ground.shop.code.clone()))
            .filter(database::condition::<Entity>(connection, filter)?);
    if let Some(last) = last {
        query = query.filter(Column::ShopifyOrderId.gt(last));
    }
    Ok(query.order_by_asc(Column::ShopifyOrderId).limit(AT_ONCE as u64).all(connection).await?)
}
