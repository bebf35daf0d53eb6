use std::collections::BTreeSet;

use database::Tx;
use job_queue::{Context, JobError};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};

use super::entity::{Entity, Model};
use crate::Error;
use crate::products::export::ground::Ground;
use crate::products::export::said_otherwise;
use crate::products::export::send::Line;

/// Writes down that these lines are about to be changed.
///
/// # Errors
/// A lost lease or a wish to stop.
pub(in crate::products::export) async fn begin(
    cx: &Context,
    ground: &Ground,
    lines: &[Line<'_>],
) -> Result<Model, JobError> {
    let now = cx.clock().now();
    let products: BTreeSet<i64> = lines.iter().map(|line| line.product_id).collect();
    let ids: Vec<String> = products.iter().map(i64::to_string).collect();
    let change = Model {
        id: ground.random.id(now),
        shop_code: ground.shop.code.clone(),
        asked_at: now,
        products: ids.join(","),
    };
    let (row, products) = (&change, &products.into_iter().collect::<Vec<_>>());
    let write = |tx: Tx| async move {
        row.clone().into_active_model().reset_all().insert(&tx).await?;
        said_otherwise(&tx, &row.shop_code, products).await
    };
    cx.write(write).await?;
    Ok(change)
}

/// What came of it is written down, or it was never begun.
///
/// # Errors
/// A lost lease or a wish to stop.
pub(in crate::products::export) async fn forget(cx: &Context, change: &Model) -> Result<(), JobError> {
    let id = change.id;
    let write = |tx: Tx| async move {
        Entity::delete_by_id(id).exec(&tx).await?;
        Ok::<_, Error>(())
    };
    Ok(cx.write(write).await?)
}
