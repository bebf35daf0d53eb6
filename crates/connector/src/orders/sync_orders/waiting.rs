//! The orders that waited: left by a filter that lets them through now, or failed. What Shopify said is kept with them,
//! so that none of this costs a call, but for a company that is not known yet.

use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};
use shopify::Client;
use uuid::Uuid;

use super::buyers;
use super::decide::Tried;
use super::fetch::Fetched;
use super::stage::{self, Counts, Door};
use crate::Error;
use crate::orders::options::{ImportAction, SetAside};
use crate::orders::to_import::{Column, Entity, Model};
use crate::watermark::{self, Kind};

/// How many are taken up at a time.
const BATCH: u64 = 100;

/// Takes up what waits for this shop and is let through now.
pub(super) async fn take_up(cx: &Context, client: &Client, door: &Door<'_>) -> Result<Counts, JobError> {
    let mut counts = Counts::default();
    let mut last = None;
    loop {
        let rows = cx.db().read(|r| async move { next(&r, door, last).await }).await?;
        let Some(end) = rows.last().map(|row| row.id) else { return Ok(counts) };
        last = Some(end);
        let tried: Vec<Fetched> = rows
            .iter()
            .filter(|row| row.has_error || door.filter.attributes_let_through(row))
            .map(|row| Fetched::stored(row.shopify_order_id, &row.content, &row.content_hash))
            .collect();
        let tried = &tried;
        if !tried.is_empty() {
            buyers::meet(cx, client, door.ground, tried).await?;
            let take_up = |tx| async move {
                watermark::take_turn(&tx, &door.ground.shop.domain, Kind::Orders).await?;
                stage::stage(&tx, door, tried, Tried::Again).await
            };
            counts += cx.write(take_up).await?;
        }
    }
}

async fn next(connection: &impl ConnectionTrait, door: &Door<'_>, last: Option<Uuid>) -> Result<Vec<Model>, Error> {
    let shop = &door.ground.shop;
    let is_ours = Column::ShopCode.is_in(["", shop.code.as_str()]);
    let is_due = database::condition::<Entity>(connection, &door.filter.fields)?;
    let mut query = Entity::find()
        .filter(Column::Store.eq(shop.domain.as_str()))
        .filter(is_ours)
        .filter(Column::SetAside.eq(SetAside::Blank))
        .filter(sea_orm::Condition::any().add(is_due).add(Column::HasError.eq(true)));
    if let Some(oldest) = door.threshold.oldest_here {
        let is_update = Column::ImportAction.eq(ImportAction::Update);
        query = query.filter(is_update.or(Column::CreatedAt.gte(oldest)));
    }
    if let Some(last) = last {
        query = query.filter(Column::Id.gt(last));
    }
    Ok(query.order_by_asc(Column::Id).limit(BATCH).all(connection).await?)
}
