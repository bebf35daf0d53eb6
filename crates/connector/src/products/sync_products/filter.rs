//! The filters of the request page on products.

use job_queue::{Context, FilterTable, Filters, JobError};
use sea_orm::{ColumnTrait, Condition};

use crate::products::staged::product::{Column, Entity};
use crate::shops;
use crate::sync::Chosen;

/// The table's name on the request page.
const TABLE: &str = "ShopifyProduct";
/// The filters that the request page shows without being asked.
const OFFERED: [&str; 4] = ["shopifyProductId", "itemNumber", "vendor", "status"];
/// The filter that names single products.
pub const SHOPIFY_PRODUCT_ID: &str = "ShopifyProduct.shopifyProductId";

/// The products on the request page.
pub(super) fn table() -> FilterTable {
    FilterTable::of::<Entity>(TABLE, &OFFERED)
}

/// Which products the filters choose.
///
/// # Errors
/// A filter that can't be read.
pub(super) fn chosen(cx: &Context, filters: &Filters) -> Result<Chosen, JobError> {
    Chosen::read(cx, filters, &table(), SHOPIFY_PRODUCT_ID)
}

/// The ids in Shopify of what is chosen of the shop, some at a time; nothing, once, where all are.
///
/// # Errors
/// When the database fails.
pub(super) async fn parts(
    cx: &Context,
    chosen: &Chosen,
    shop: &shops::Model,
) -> Result<Vec<Option<Vec<i64>>>, JobError> {
    let of = Condition::all().add(Column::ShopCode.eq(shop.code.clone()));
    chosen.parts::<Entity>(cx, Column::ShopifyProductId, of).await
}
