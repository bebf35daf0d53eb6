use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use crate::store::State;
use crate::store::product::Product;

/// `productVariantsBulkDelete`: takes variants out of a product, all of them or none; one is always left.
pub(crate) fn product_variants_bulk_delete(
    state: &mut State,
    product: &str,
    variants: &[String],
    now: DateTime<Utc>,
) -> Result<Arc<Product>, Vec<UserError>> {
    let Some(old) = number(product, "Product").and_then(|id| state.products.get(&id)) else {
        return refuse_with("PRODUCT_DOES_NOT_EXIST", &["productId"], "Product does not exist");
    };
    let mut gone = HashSet::new();
    for (place, variant) in variants.iter().enumerate() {
        let Some(id) = number(variant, "ProductVariant").filter(|id| old.variant(*id).is_some()) else {
            let code = "AT_LEAST_ONE_VARIANT_DOES_NOT_BELONG_TO_THE_PRODUCT";
            let message = "At least one variant does not belong to the product";
            return refuse_with(code, &["variantsIds", &place.to_string()], message);
        };
        gone.insert(id);
    }
    if gone.len() == old.variants.len() {
        return refuse_with("CANNOT_DELETE_LAST_VARIANT", &["variantsIds"], "Cannot delete the last variant");
    }
    if gone.is_empty() {
        return Ok(Arc::clone(old));
    }
    let mut product = Product::clone(old);
    product.variants.retain(|variant| !gone.contains(&variant.id));
    product.updated_at = now;
    Ok(state.put_product(product))
}
