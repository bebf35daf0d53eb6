use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use super::blank::value;
use crate::store::State;
use crate::store::product::{DEFAULT_OPTION, DEFAULT_VALUE, Product, ProductOption};

/// `productOptionsDelete`: less to choose, and the ids of what there is no more. Of variants that are the same then the
/// first one stays, when `strategy` lets others go.
pub(crate) fn product_options_delete(
    state: &mut State,
    product: &str,
    options: &[String],
    strategy: &str,
    now: DateTime<Utc>,
) -> Result<(Arc<Product>, Vec<u64>), Vec<UserError>> {
    let Some(old) = number(product, "Product").and_then(|id| state.products.get(&id)).cloned() else {
        return refuse_with("PRODUCT_DOES_NOT_EXIST", &["productId"], "Product does not exist");
    };
    let gone = found(state, &old, options)?;
    let several = |option: &ProductOption| gone.contains(&option.id) && option.values.len() > 1;
    if !matches!(strategy, "NON_DESTRUCTIVE" | "POSITION") && old.options.iter().any(several) {
        let message = "Can't delete option with multiple values";
        return refuse_with("CANNOT_DELETE_OPTION_WITH_MULTIPLE_VALUES", &["options"], message);
    }
    if gone.is_empty() {
        return Ok((old, gone));
    }
    let mut product = Product::clone(&old);
    product.options.retain(|option| !gone.contains(&option.id));
    if product.options.is_empty() {
        let values = vec![value(state, DEFAULT_VALUE)];
        product.options.push(ProductOption { id: state.ids.next(), name: DEFAULT_OPTION.to_owned(), values });
    }
    for variant in &mut product.variants {
        variant.options.retain(|(name, _)| product.options.iter().any(|option| option.name == *name));
        if variant.options.is_empty() {
            variant.options.push((DEFAULT_OPTION.to_owned(), DEFAULT_VALUE.to_owned()));
        }
        variant.updated_at = now;
    }
    let mut seen = HashSet::new();
    product.variants.retain(|variant| seen.insert(variant.options.clone()));
    if strategy != "POSITION" && product.variants.len() < old.variants.len() {
        let message = "Cannot delete options without deleting variants.";
        return refuse_with("CANNOT_USE_NON_DESTRUCTIVE_STRATEGY", &["strategy"], message);
    }
    product.updated_at = now;
    Ok((state.put_product(product), gone))
}

/// The numbers of these options, which are all of the product.
fn found(state: &State, product: &Product, options: &[String]) -> Result<Vec<u64>, Vec<UserError>> {
    let mut found = Vec::new();
    for (place, id) in options.iter().enumerate() {
        let has = |product: &Product, id: u64| product.options.iter().any(|option| option.id == id);
        let field = ["options", &place.to_string()];
        match number(id, "ProductOption") {
            Some(id) if has(product, id) => found.push(id),
            Some(id) if state.products.values().any(|other| has(other, id)) => {
                let message = "Options do not belong to the same product";
                return refuse_with("OPTIONS_DO_NOT_BELONG_TO_THE_SAME_PRODUCT", &field, message);
            }
            _ => return refuse_with("OPTION_DOES_NOT_EXIST", &field, "Option does not exist"),
        }
    }
    Ok(found)
}
