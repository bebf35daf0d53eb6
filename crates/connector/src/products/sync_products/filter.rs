//! The filter of the request page on products.

use std::collections::BTreeSet;

use job_queue::{FilterTable, Filters, JobError};

use crate::products::staged::product::Entity;

/// The table's name on the request page.
const TABLE: &str = "ShopifyProduct";

/// The filter that names single products.
pub const SHOPIFY_PRODUCT_ID: &str = "ShopifyProduct.shopifyProductId";

/// The products on the request page.
pub(super) fn table() -> FilterTable {
    FilterTable::of::<Entity>(TABLE, &["shopifyProductId"])
}

/// The ids in Shopify of the products that the filters name one by one, as `5001|5002`, each once; nothing when they name none.
///
/// # Errors
/// A filter that names them in another way.
pub(super) fn named(filters: &Filters) -> Result<Option<Vec<i64>>, JobError> {
    let Some(expression) = filters.get(SHOPIFY_PRODUCT_ID) else { return Ok(None) };
    let ids = expression.split('|').map(|id| id.trim().parse().ok()).collect::<Option<BTreeSet<i64>>>();
    let ids = ids.filter(|ids| ids.iter().all(|id| *id > 0));
    let refused = || JobError::fail(format!("'{expression}' names no products: write their ids, as 5001|5002"));
    ids.map(|ids| Some(ids.into_iter().collect())).ok_or_else(refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_named_by_their_ids_and_by_nothing_else() {
        let named = |expression: &str| named(&Filters::new().with(SHOPIFY_PRODUCT_ID, expression));
        assert_eq!(named("5001 | 5002").unwrap(), Some(vec![5001, 5002]));
        assert_eq!(named("5002|5001|5002").unwrap(), Some(vec![5001, 5002]), "each once");
        for other in ["5001..5009", "0", "<>5001"] {
            assert!(named(other).is_err(), "{other}");
        }
    }
}
