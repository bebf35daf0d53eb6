//! The filter of the request page on customers.

use job_queue::{FilterTable, Filters, JobError};

use crate::customers::staged::customer::Entity;
use crate::sync::ids_named;

/// The table's name on the request page.
const TABLE: &str = "ShopifyCustomer";

/// The filter that names single customers.
pub(crate) const SHOPIFY_CUSTOMER_ID: &str = "ShopifyCustomer.shopifyCustomerId";

/// The customers on the request page.
pub(super) fn table() -> FilterTable {
    FilterTable::of::<Entity>(TABLE, &["shopifyCustomerId"])
}

/// The ids in Shopify of the customers that the filters name one by one; nothing when they name none.
///
/// # Errors
/// A filter that names them in another way.
pub(super) fn named(filters: &Filters) -> Result<Option<Vec<i64>>, JobError> {
    ids_named(filters, SHOPIFY_CUSTOMER_ID, "customers")
}
