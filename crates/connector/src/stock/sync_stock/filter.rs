//! The filter of the request page on variants.

use job_queue::{FilterTable, Filters, JobError};

use crate::products::staged::variant::Entity;
use crate::sync::ids_named;

/// The table's name on the request page.
const TABLE: &str = "ShopifyVariant";

/// The filter that names single variants.
pub const SHOPIFY_VARIANT_ID: &str = "ShopifyVariant.shopifyVariantId";

/// The variants on the request page.
pub(super) fn table() -> FilterTable {
    FilterTable::of::<Entity>(TABLE, &["shopifyVariantId"])
}

/// The ids in Shopify of the variants that the filters name one by one; nothing when they name none.
///
/// # Errors
/// A filter that names them in another way.
pub(super) fn named(filters: &Filters) -> Result<Option<Vec<i64>>, JobError> {
    ids_named(filters, SHOPIFY_VARIANT_ID, "variants")
}
