use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::super::part::{number, refuse};
use super::super::user_error::UserError;
use crate::store::State;
use crate::store::operation::ProductOperation;

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

/// `productDelete` that answers before it has run: an operation that tells later that there is no such product any more.
pub(crate) fn product_delete_later(
    state: &mut State,
    id: &str,
    (now, takes): (DateTime<Utc>, TimeDelta),
) -> Result<Arc<ProductOperation>, Vec<UserError>> {
    let product = Some(product_delete(state, id)?);
    let (id, done_at) = (state.ids.next(), now + takes);
    let operation = ProductOperation { id, created_at: now, done_at, product, deletes: true, errors: Vec::new() };
    Ok(state.put_operation(operation))
}
