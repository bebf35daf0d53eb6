use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use shopify::Client;
use shopify::bulk::{self, Finish};
use values::Code;

use super::begin::forget;
use super::entity::{Column, Entity, Model};
use crate::bulk::while_told;
use crate::operations::LOOK_AFTER;
use crate::orders::mapping::Ground;
use crate::products::{removal, sync_products};
use crate::{Error, shops};

/// Lets what was begun for a shop come to its end, and reads the products again that it was to change. Costs nothing where
/// nothing was begun.
///
/// # Errors
/// A lost lease or a wish to stop; why the store does not answer; that it is too early to look for what was begun.
pub(in crate::products::export) async fn settle(
    cx: &Context,
    client: &Client,
    shop: &shops::Model,
) -> Result<(), JobError> {
    let code = &shop.code;
    let begun = cx.db().read(|r| async move { of_shop(&r, code).await }).await?;
    if begun.is_empty() {
        return Ok(());
    }
    let ground = Ground::read(cx, shop.clone()).await?;
    for change in &begun {
        to_its_end(cx, client, change).await?;
        sync_products::read(cx, client, &ground, &still_here(cx, change).await?).await?;
        forget(cx, change).await?;
    }
    Ok(())
}

/// That no answer came, and that the request may still arrive.
pub(in crate::products::export) fn too_early(change: &Model, cx: &Context) -> JobError {
    let left = change.asked_at + LOOK_AFTER - cx.clock().now();
    JobError::retry_after(
        left.to_std().unwrap_or_default(),
        "no answer came to a bulk operation that changes products, and it is too early to look whether the store is at it; \
         the next run does",
    )
}

/// The products that it changes, but for those that were taken away here since it was asked for.
async fn still_here(cx: &Context, change: &Model) -> Result<Vec<i64>, JobError> {
    let (shop, mut ids) = (&change.shop_code, change.product_ids());
    let of = &ids;
    let removed = cx.db().read(|r| async move { removal::by_ids(&r, shop, of).await }).await?;
    ids.retain(|id| !removed.contains_key(id));
    Ok(ids)
}

async fn of_shop(c: &impl ConnectionTrait, shop: &Code<20>) -> Result<Vec<Model>, Error> {
    let query = Entity::find().filter(Column::ShopCode.eq(shop.clone())).order_by_asc(Column::AskedAt);
    Ok(query.all(c).await?)
}

/// Waits until the store is done with it. One that it does not know was never begun, or is long over.
async fn to_its_end(cx: &Context, client: &Client, change: &Model) -> Result<(), JobError> {
    let found = cx.send(bulk::find(client, &change.mark(), change.asked_at)).await?.map_err(Error::Shopify)?;
    match found {
        Some(found) => {
            let finish = Finish::default();
            let ends = bulk::wait(client, &found.id, &finish);
            cx.wait(while_told(cx.db(), client.store().domain(), &finish, ends)).await?.map_err(Error::Shopify)?;
            Ok(())
        }
        None if cx.clock().now() < change.asked_at + LOOK_AFTER => Err(too_early(change, cx)),
        None => Ok(()),
    }
}
