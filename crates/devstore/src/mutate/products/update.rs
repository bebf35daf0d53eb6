use std::sync::Arc;

use super::super::media::{MediaInput, attach};
use super::super::moment::Moment;
use super::super::part::{number, refuse};
use super::super::user_error::UserError;
use super::create::unknown_collections;
use super::input::{PlainProductInput, ProductIdentifier};
use super::texts;
use crate::store::State;
use crate::store::product::Product;

/// `productUpdate`: changes what is given, and adds pictures. The product is found by its id or its handle. One that is the
/// same afterwards has the same time.
pub(crate) fn product_update(
    state: &mut State,
    identifier: &ProductIdentifier,
    input: PlainProductInput,
    media: Vec<MediaInput>,
    moment: Moment,
) -> Result<Arc<Product>, Vec<UserError>> {
    let id = identifier.id.as_ref().or(input.id.as_ref());
    let known = match id {
        Some(id) => number(id, "Product").and_then(|id| state.products.get(&id)),
        None => identifier.handle.as_deref().and_then(|handle| state.product_by_handle(handle)),
    };
    let Some(old) = known.cloned() else {
        return refuse(&["id"], "Product does not exist");
    };
    let mut errors = texts::check(state, &input.texts, &[], Some(&old));
    errors.extend(unknown_collections(&input));
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut product = Product::clone(&old);
    let came = attach(state, &mut product, media, moment)?;
    texts::put_on(&mut product, input.texts);
    if product == *old {
        return Ok(old);
    }
    product.updated_at = moment.now;
    came.keep(state);
    Ok(state.put_product(product))
}
