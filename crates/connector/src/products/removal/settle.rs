use job_queue::{Context, JobError, Summary};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use shopify::documents::product_changes::ProductSetStatus;
use shopify::{Document, Meter};

use super::change::Retire;
use crate::operations::{self, Column, Entity, Settled};
use crate::products::{SYNC_PRODUCTS, lane};
use crate::skipped::Seen;
use crate::{Connector, Error, shops};

/// Tells Shopify of the products of a shop that were taken away here, where that was not done yet. Costs nothing where there
/// are none; while the shop card allows no changes, or none of products, they wait.
///
/// # Errors
/// A lost lease or a wish to stop; why there is no answer.
pub(crate) async fn settle(
    connector: &Connector,
    cx: &Context,
    shop: &shops::Model,
) -> Result<(Summary, Settled), JobError> {
    let code = &shop.code;
    let waiting = |r| async move {
        let unfinished = Entity::find()
            .filter(Column::ShopCode.eq(code.clone()))
            .filter(Column::Operation.eq(ProductSetStatus::NAME))
            .filter(Column::FinishedAt.is_null());
        Ok::<_, Error>(unfinished.count(&r).await?)
    };
    let may_tell = shop.allow_outgoing_requests && shop.can_update_shopify_products;
    if !may_tell || cx.db().read(waiting).await? == 0 {
        return Ok((Summary::default(), Settled::default()));
    }
    let meter = Meter::of(SYNC_PRODUCTS);
    let client = connector.client_of(cx, shop).await?.metered(meter.clone()).in_lane(lane(cx));
    let seen = &Seen { run: cx.log_id(), at: cx.clock().now(), random: cx.random() };
    let settled = operations::settle::<Retire>(cx, &client, seen, code).await?;
    let summary = Summary {
        updated: settled.made,
        skipped: settled.for_a_person,
        failed: settled.failed,
        calls: meter.calls(),
        points: meter.points(),
        ..Summary::default()
    };
    Ok((summary, settled))
}
