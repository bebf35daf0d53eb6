//! One run at a time sends the stock of a shop. The job queue keeps those apart that were made for the shop; one for all shops,
//! or a run of all syncs, may come at the same time, and whatever the other has on its way would be sent twice.

use database::{Tx, upsert_many};
use job_queue::{Context, JobError, run};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QuerySelect};
use values::Code;

use crate::Error;
use crate::stock::staged::standing::{Column, Entity, Model};

/// Takes the turn of a shop; whether it was to be had. Whoever has it and is lost loses it with its run.
pub(super) async fn take(cx: &Context, shop: &Code<20>) -> Result<bool, JobError> {
    let write = |tx: Tx| async move {
        let row = Model { shop_code: shop.clone(), ..Model::default() };
        upsert_many(&tx, vec![row.into_active_model()], &[Column::ShopCode], &[]).await?;
        let standing = Entity::find_by_id(shop.clone()).lock_exclusive().one(&tx).await?;
        let other = standing.and_then(|standing| standing.sent_by).filter(|run| *run != cx.log_id());
        if let Some(other) = other
            && run::Entity::find().filter(run::Column::LogId.eq(other)).count(&tx).await? > 0
        {
            return Ok::<_, Error>(false);
        }
        set(&tx, shop, Some(cx.log_id())).await?;
        Ok(true)
    };
    Ok(cx.write(write).await?)
}

/// Gives the turn back, before the run as a whole ends.
pub(super) async fn give_back(cx: &Context, shop: &Code<20>) -> Result<(), JobError> {
    Ok(cx.write(|tx| async move { set(&tx, shop, None).await }).await?)
}

async fn set(tx: &Tx, shop: &Code<20>, run: Option<uuid::Uuid>) -> Result<(), Error> {
    Entity::update_many()
        .col_expr(Column::SentBy, Expr::value(run))
        .filter(Column::ShopCode.eq(shop.clone()))
        .exec(tx)
        .await?;
    Ok(())
}
