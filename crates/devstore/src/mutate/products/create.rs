use std::sync::Arc;

use super::super::media::{MediaInput, attach};
use super::super::moment::Moment;
use super::super::user_error::UserError;
use super::super::variants::new_variant;
use super::blank::blank;
use super::input::PlainProductInput;
use super::options::{check as check_options, first_of_each, made};
use super::texts;
use crate::store::State;
use crate::store::product::Product;

/// `productCreate`: a product with one variant, which has the first value of each option. No sales channel has it yet.
pub(crate) fn product_create(
    state: &mut State,
    input: PlainProductInput,
    media: Vec<MediaInput>,
    moment: Moment,
) -> Result<Arc<Product>, Vec<UserError>> {
    let mut errors = texts::check(state, &input.texts, &[], None);
    errors.extend(input.product_options.iter().flat_map(|options| check_options(options, &["productOptions"])));
    errors.extend(unknown_collections(&input));
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut product = blank(state, input.texts.title.as_deref().unwrap_or_default(), moment.now);
    let came = attach(state, &mut product, media, moment)?;
    texts::put_on(&mut product, input.texts);
    if let Some(options) = input.product_options.filter(|options| !options.is_empty()) {
        product.options = made(state, &[], options);
        let chosen = first_of_each(&product.options);
        product.variants = vec![new_variant(state, chosen, moment.now)];
    }
    came.keep(state);
    Ok(state.put_product(product))
}

/// There are no collections to join.
pub(super) fn unknown_collections(input: &PlainProductInput) -> Vec<UserError> {
    let unknown = |(place, _): (usize, &String)| {
        UserError::new(&["collectionsToJoin", &place.to_string()], "Collection does not exist")
    };
    input.collections_to_join.iter().flatten().enumerate().map(unknown).collect()
}
