//! The filter of the request page on companies.

use std::collections::BTreeSet;

use job_queue::{FilterTable, Filters, JobError};

use crate::companies::staged::company::Entity;

/// The table's name on the request page.
const TABLE: &str = "ShopifyCompany";

/// The filter that names single companies.
pub const SHOPIFY_COMPANY_ID: &str = "ShopifyCompany.shopifyCompanyId";

/// The companies on the request page.
pub(super) fn table() -> FilterTable {
    FilterTable::of::<Entity>(TABLE, &["shopifyCompanyId"])
}

/// The ids in Shopify of the companies that the filters name one by one, as `7001|7002`, each once; nothing when they name
/// none.
///
/// # Errors
/// A filter that names them in another way.
pub(super) fn named(filters: &Filters) -> Result<Option<Vec<i64>>, JobError> {
    let Some(expression) = filters.get(SHOPIFY_COMPANY_ID) else { return Ok(None) };
    let ids = expression.split('|').map(|id| id.trim().parse().ok()).collect::<Option<BTreeSet<i64>>>();
    let ids = ids.filter(|ids| ids.iter().all(|id| *id > 0));
    let refused = || JobError::fail(format!("'{expression}' names no companies: write their ids, as 7001|7002"));
    ids.map(|ids| Some(ids.into_iter().collect())).ok_or_else(refused)
}
