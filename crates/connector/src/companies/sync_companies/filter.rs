//! The filter of the request page on companies.

use job_queue::{FilterTable, Filters, JobError};

use crate::companies::staged::company::Entity;
use crate::sync::ids_named;

/// The table's name on the request page.
const TABLE: &str = "ShopifyCompany";

/// The filter that names single companies.
pub const SHOPIFY_COMPANY_ID: &str = "ShopifyCompany.shopifyCompanyId";

/// The companies on the request page.
pub(super) fn table() -> FilterTable {
    FilterTable::of::<Entity>(TABLE, &["shopifyCompanyId"])
}

/// The ids in Shopify of the companies that the filters name one by one; nothing when they name none.
///
/// # Errors
/// A filter that names them in another way.
pub(super) fn named(filters: &Filters) -> Result<Option<Vec<i64>>, JobError> {
    ids_named(filters, SHOPIFY_COMPANY_ID, "companies")
}
