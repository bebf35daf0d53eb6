//! The filters of the request page on variants.

use job_queue::{Context, FilterTable, Filters, JobError};
use sea_orm::{ColumnTrait, Condition};

use crate::products::staged::variant::{Column, Entity};
use crate::shops;
use crate::sync::Chosen;

/// The table's name on the request page.
const TABLE: &str = "ShopifyVariant";
/// The filters that the request page shows without being asked.
const OFFERED: [&str; 2] = ["shopifyVariantId", "itemNumber"];
/// The filter that names single variants.
pub const SHOPIFY_VARIANT_ID: &str = "ShopifyVariant.shopifyVariantId";

/// The variants on the request page.
pub(super) fn table() -> FilterTable {
    FilterTable::of::<Entity>(TABLE, &OFFERED)
}

/// Which variants the filters choose.
///
/// # Errors
/// A filter that can't be read.
pub(super) fn chosen(cx: &Context, filters: &Filters) -> Result<Chosen, JobError> {
    Chosen::read(cx, filters, &table(), SHOPIFY_VARIANT_ID)
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
    chosen.parts::<Entity>(cx, Column::ShopifyVariantId, of).await
}
