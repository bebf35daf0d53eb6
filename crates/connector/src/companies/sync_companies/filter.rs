//! The filters of the request page on companies.

use job_queue::{Context, FilterTable, Filters, JobError};
use sea_orm::{ColumnTrait, Condition};

use crate::companies::staged::company::{Column, Entity};
use crate::shops;
use crate::sync::Chosen;

/// The table's name on the request page.
const TABLE: &str = "ShopifyCompany";
/// The filters that the request page shows without being asked.
const OFFERED: [&str; 2] = ["shopifyCompanyId", "customerNumber"];
/// The filter that names single companies.
pub const SHOPIFY_COMPANY_ID: &str = "ShopifyCompany.shopifyCompanyId";

/// The companies on the request page.
pub(super) fn table() -> FilterTable {
    FilterTable::of::<Entity>(TABLE, &OFFERED)
}

/// Which companies the filters choose.
///
/// # Errors
/// A filter that can't be read.
pub(super) fn chosen(cx: &Context, filters: &Filters) -> Result<Chosen, JobError> {
    Chosen::read(cx, filters, &table(), SHOPIFY_COMPANY_ID)
}

/// The ids in Shopify of what is chosen of the shop's store, some at a time; nothing, once, where all are.
///
/// # Errors
/// When the database fails.
pub(super) async fn parts(
    cx: &Context,
    chosen: &Chosen,
    shop: &shops::Model,
) -> Result<Vec<Option<Vec<i64>>>, JobError> {
    let of = Condition::all().add(Column::Store.eq(shop.domain.as_str()));
    chosen.parts::<Entity>(cx, Column::ShopifyCompanyId, of).await
}
