use super::super::part::{number, refuse};
use super::super::user_error::UserError;
use crate::store::State;

/// `productDelete`: takes a product out of the store, with its variants and their prices.
pub(crate) fn product_delete(state: &mut State, id: &str) -> Result<u64, Vec<UserError>> {
    match number(id, "Product").filter(|id| state.products.contains_key(id)) {
        Some(id) => {
            state.delete_product(id);
            Ok(id)
        }
        None => refuse(&["id"], "Product does not exist"),
    }
}
