//! The filter of the request page on customers.

use std::collections::BTreeSet;

use job_queue::{FilterTable, Filters, JobError};

use crate::customers::staged::customer::Entity;

/// The table's name on the request page.
const TABLE: &str = "ShopifyCustomer";

/// The filter that names single customers.
pub(crate) const SHOPIFY_CUSTOMER_ID: &str = "ShopifyCustomer.shopifyCustomerId";

/// The customers on the request page.
pub(super) fn table() -> FilterTable {
    FilterTable::of::<Entity>(TABLE, &["shopifyCustomerId"])
}

/// The ids in Shopify of the customers that the filters name one by one, as `7001|7002`, each once; nothing when they name
/// none.
///
/// # Errors
/// A filter that names them in another way.
pub(super) fn named(filters: &Filters) -> Result<Option<Vec<i64>>, JobError> {
    let Some(expression) = filters.get(SHOPIFY_CUSTOMER_ID) else { return Ok(None) };
    let ids = expression.split('|').map(|id| id.trim().parse().ok()).collect::<Option<BTreeSet<i64>>>();
    let ids = ids.filter(|ids| ids.iter().all(|id| *id > 0));
    let refused = || JobError::fail(format!("'{expression}' names no customers: write their ids, as 7001|7002"));
    ids.map(|ids| Some(ids.into_iter().collect())).ok_or_else(refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customers_are_named_by_their_ids_and_by_nothing_else() {
        let named = |expression: &str| named(&Filters::new().with(SHOPIFY_CUSTOMER_ID, expression));
        assert_eq!(named("7002 | 7001|7002").unwrap(), Some(vec![7001, 7002]), "each once");
        for other in ["7001..7009", "0", "<>7001"] {
            assert!(named(other).is_err(), "{other}");
        }
    }
}
