//! The orders that waited: left by a filter that lets them through now, or failed. What Shopify said is kept with them,
//! so that none of this costs a call.

use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::fetch::Fetched;
use super::filter::OrderFilter;
use super::stage::{self, Counts};
use crate::Error;
use crate::orders::mapping::Ground;
use crate::orders::to_import::{Column, Entity, Model};
use crate::watermark::{self, Kind};

/// How many are taken up at a time.
const BATCH: u64 = 100;

/// Takes up what waits for this shop and is let through now.
pub(super) async fn take_up(cx: &Context, ground: &Ground, filter: &OrderFilter) -> Result<Counts, JobError> {
    let mut counts = Counts::default();
    let mut last = None;
    loop {
        let rows = cx.db().read(|r| async move { next(&r, ground, filter, last).await }).await?;
        let Some(end) = rows.last().map(|row| row.id) else { return Ok(counts) };
        last = Some(end);
        let tried: Vec<Fetched> = rows
            .iter()
            .filter(|row| row.has_error || filter.attributes_let_through(row))
            .map(|row| Fetched::stored(row.shopify_order_id, &row.content, &row.content_hash))
            .collect();
        let tried = &tried;
        if !tried.is_empty() {
            let take_up = |tx| async move {
                watermark::take_turn(&tx, &ground.shop.domain, Kind::Orders).await?;
                stage::stage(&tx, ground, filter, tried, true).await
            };
            counts += cx.write(take_up).await?;
        }
    }
}

async fn next(
    connection: &impl ConnectionTrait,
    ground: &Ground,
    filter: &OrderFilter,
    last: Option<Uuid>,
) -> Result<Vec<Model>, Error> {
    let is_ours = Column::ShopCode.is_in(["", ground.shop.code.as_str()]);
    let is_due = database::condition::<Entity>(connection, &filter.fields)?;
    let mut query = Entity::find()
        .filter(Column::Store.eq(ground.shop.domain.as_str()))
        .filter(is_ours)
        .filter(sea_orm::Condition::any().add(is_due).add(Column::HasError.eq(true)));
    if let Some(last) = last {
        query = query.filter(Column::Id.gt(last));
    }
    Ok(query.order_by_asc(Column::Id).limit(BATCH).all(connection).await?)
}
