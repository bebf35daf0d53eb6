//! The filter of the request page on products.

use job_queue::{FilterTable, Filters, JobError};

use crate::products::staged::product::Entity;
use crate::sync::ids_named;

/// The table's name on the request page.
const TABLE: &str = "ShopifyProduct";

/// The filter that names single products.
pub const SHOPIFY_PRODUCT_ID: &str = "ShopifyProduct.shopifyProductId";

/// The products on the request page.
pub(super) fn table() -> FilterTable {
    FilterTable::of::<Entity>(TABLE, &["shopifyProductId"])
}

/// The ids in Shopify of the products that the filters name one by one; nothing when they name none.
///
/// # Errors
/// A filter that names them in another way.
pub(super) fn named(filters: &Filters) -> Result<Option<Vec<i64>>, JobError> {
    ids_named(filters, SHOPIFY_PRODUCT_ID, "products")
}
