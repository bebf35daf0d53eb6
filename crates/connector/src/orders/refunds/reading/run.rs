use job_queue::{Context, JobError, Progress};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shopify::documents::refunds::{AT_ONCE, RefundsVariables, of_orders};
use shopify::{Client, Scopes};
use shopify_schema::gid::OrderId;
use uuid::Uuid;

use super::due::comes_back;
use super::stage::stage;
use crate::Error;
use crate::orders::mapping::Ground;
use crate::orders::options::ReturnStatus;
use crate::orders::refunds::staged::returned;
use crate::orders::staged::order;
use crate::watermark::{self, Kind};

/// Asks for the refunds and returns of the shop's orders that are due, many orders per call, and stages them. Gives how
/// many orders could not be staged, which is written down.
pub(in crate::orders) async fn read_due(cx: &Context, client: &Client, ground: &Ground) -> Result<u64, JobError> {
    let within = RefundsVariables::of(&Scopes::parse(&ground.shop.granted_scopes));
    let (mut last, mut done, mut failed) = (None, 0, 0);
    loop {
        cx.check()?;
        let due = &cx.db().read(|r| async move { next(&r, ground, last).await }).await?;
        let Some(end) = due.orders.last() else { return Ok(failed) };
        last = Some(*end);
        let reach = RefundsVariables { returns: within.returns && due.have_returns, ..within.clone() };
        let due = &due.orders;
        let ids: Vec<OrderId> = due.iter().filter_map(|id| u64::try_from(*id).ok()).map(OrderId::new).collect();
        let said = &cx.send(of_orders(client, &reach, &ids)).await?.map_err(Error::from)?;
        let write = |tx| async move {
            watermark::take_turn(&tx, &ground.shop.domain, Kind::Orders).await?;
            stage(&tx, ground, due, said).await
        };
        failed += cx.write(write).await?;
        done += due.len() as u64;
        let text = format!("{}: refunds and returns of {done} orders read", ground.shop.code);
        cx.progress(Progress { done, total: 0, text }).await?;
    }
}

/// Orders that are due.
#[derive(Debug)]
struct Due {
    /// By their ids in Shopify.
    orders: Vec<i64>,
    /// Whether any of them has a return, or had one: returns are dear, and few orders have any.
    have_returns: bool,
}

/// The next orders.
async fn next(connection: &impl ConnectionTrait, ground: &Ground, last: Option<i64>) -> Result<Due, Error> {
    let mut query = order::Entity::find()
        .select_only()
        .columns([order::Column::ShopifyOrderId, order::Column::ReturnStatus, order::Column::Id])
        .filter(order::Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(order::Column::RefundsDue.eq(true));
    if let Some(last) = last {
        query = query.filter(order::Column::ShopifyOrderId.gt(last));
    }
    let query = query.order_by_asc(order::Column::ShopifyOrderId).limit(AT_ONCE as u64);
    let found: Vec<(i64, ReturnStatus, Uuid)> = query.into_tuple().all(connection).await?;
    let had = returned::Column::OrderId.is_in(found.iter().map(|(.., id)| *id));
    let have_returns = found.iter().any(|(_, status, _)| comes_back(status))
        || returned::Entity::find().filter(had).one(connection).await?.is_some();
    Ok(Due { orders: found.into_iter().map(|(order, ..)| order).collect(), have_returns })
}
