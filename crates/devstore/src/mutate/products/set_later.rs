use std::sync::Arc;

use chrono::TimeDelta;

use super::super::moment::Moment;
use super::input::{ProductIdentifier, ProductInput};
use super::set::product_set;
use crate::store::State;
use crate::store::operation::ProductOperation;

/// `productSet` that answers before it has run: an operation that tells later what came of it.
pub(crate) fn product_set_later(
    state: &mut State,
    identifier: Option<ProductIdentifier>,
    input: ProductInput,
    (moment, takes): (Moment, TimeDelta),
) -> Arc<ProductOperation> {
    let (product, errors) = match product_set(state, identifier, input, moment) {
        Ok(product) => (Some(product.id), Vec::new()),
        Err(errors) => (None, errors),
    };
    let (id, done_at) = (state.ids.next(), moment.now + takes);
    state.put_operation(ProductOperation { id, created_at: moment.now, done_at, product, deletes: false, errors })
}
