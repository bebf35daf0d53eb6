use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::task::Options;
use crate::locations::{Column, Entity};
use crate::shops::options::{SkuMapping, SyncItemImages};
use crate::stock::goes_to_shopify;
use crate::{Error, shops};

/// Whether items may be added so.
///
/// # Errors
/// What stands on the shop card against it.
pub(super) async fn allowed(cx: &Context, shop: &shops::Model, options: Options) -> Result<(), JobError> {
    if options.sync_images && shop.sync_item_images != SyncItemImages::ToShopify {
        return Err(JobError::fail(format!(
            "pictures do not go to the store of {}: set Sync Item Images on the shop card to To Shopify, or turn Sync Images off",
            shop.code
        )));
    }
    let code = &shop.code;
    if options.sync_inventory && !cx.db().read(|r| async move { goes_to_shopify(&r, code).await }).await? {
        return Err(JobError::fail(format!(
            "stock does not go to the store of {code}: choose a Stock Calculation for one of its locations, or turn Sync \
             Inventory off"
        )));
    }
    if shop.sku_mapping != SkuMapping::Blank {
        return Ok(());
    }
    let of_service = Entity::find()
        .filter(Column::ShopCode.eq(shop.code.clone()))
        .filter(Column::DefaultProductLocation.eq(true))
        .filter(Column::IsFulfillmentService.eq(true));
    match cx.db().read(|r| async move { Ok::<_, Error>(of_service.one(&r).await?) }).await? {
        Some(location) => Err(JobError::fail(format!(
            "new products of {} are stocked at {}, a fulfillment service, which knows goods by their SKUs: choose a SKU \
             Mapping on the shop card, or another Default Product Location",
            shop.code, location.name
        ))),
        None => Ok(()),
    }
}
