use std::sync::Arc;

use super::super::limits::MOST_VARIANTS;
use super::super::moment::Moment;
use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use super::super::variants::new_variant;
use super::blank::blank;
use super::files::{Files, set_files};
use super::input::{ProductIdentifier, ProductInput};
use super::options::{check as check_options, first_of_each, made};
use super::set_variants::set_variants;
use super::texts;
use crate::store::State;
use crate::store::product::Product;

/// `productSet`: makes a product, or makes one into what the input says.
pub(crate) fn product_set(
    state: &mut State,
    identifier: Option<ProductIdentifier>,
    mut input: ProductInput,
    moment: Moment,
) -> Result<Arc<Product>, Vec<UserError>> {
    let identifier = identifier.unwrap_or_default();
    let old = find(state, &identifier, &input)?;
    check(state, &input, old.as_deref())?;
    if old.is_none() && input.texts.handle.is_none() {
        input.texts.handle = identifier.handle;
    }
    let mut product = match &old {
        Some(old) => Product::clone(old),
        None => blank(state, input.texts.title.as_deref().unwrap_or_default(), moment.now),
    };
    texts::put_on(&mut product, input.texts);
    let files = match input.files {
        Some(files) => set_files(state, &mut product, files, moment)?,
        None => Files::default(),
    };
    if let Some(options) = input.product_options {
        product.options = made(state, &product.options, options);
        if input.variants.is_none() {
            let chosen = first_of_each(&product.options);
            product.variants = vec![new_variant(state, chosen, moment.now)];
        }
    }
    if let Some(variants) = input.variants {
        product.variants = set_variants(state, &product, variants, &files, moment)?;
    }
    let shown = product.media.clone();
    for variant in &mut product.variants {
        variant.media = variant.media.filter(|media| shown.contains(media));
    }
    match old {
        Some(old) if product == *old && files.is_empty() => Ok(old),
        _ => {
            product.updated_at = moment.now;
            files.keep(state, moment);
            Ok(state.put_product(product))
        }
    }
}

fn find(
    state: &State,
    identifier: &ProductIdentifier,
    input: &ProductInput,
) -> Result<Option<Arc<Product>>, Vec<UserError>> {
    if let Some(id) = identifier.id.as_ref().or(input.id.as_ref()) {
        return match number(id, "Product").and_then(|id| state.products.get(&id)) {
            Some(product) => Ok(Some(Arc::clone(product))),
            None => refuse_with("PRODUCT_DOES_NOT_EXIST", &["input"], "Product does not exist"),
        };
    }
    Ok(identifier.handle.as_deref().and_then(|handle| state.product_by_handle(handle)).map(Arc::clone))
}

fn check(state: &State, input: &ProductInput, old: Option<&Product>) -> Result<(), Vec<UserError>> {
    let mut errors = texts::check(state, &input.texts, &["input"], old);
    let mut say = |field: &str, message: String, code| {
        errors.push(UserError::new(&["input", field], message).with_code(code));
    };
    if input.collections.as_ref().is_some_and(|collections| !collections.is_empty()) {
        say("collections", "Collection does not exist".to_owned(), "NOT_FOUND");
    }
    if input.variants.is_some() && input.product_options.is_none() {
        let message = "Product options input is required when updating variants".to_owned();
        say("productOptions", message, "PRODUCT_OPTIONS_INPUT_MISSING");
    }
    if old.is_some() && input.product_options.is_some() && input.variants.is_none() {
        let message = "Variants input is required when updating product options".to_owned();
        say("variants", message, "VARIANTS_INPUT_MISSING");
    }
    if input.variants.as_ref().is_some_and(|variants| variants.len() > MOST_VARIANTS) {
        let message = format!("Cannot specify more than {MOST_VARIANTS} variants");
        say("variants", message, "VARIANTS_OVER_LIMIT");
    }
    errors
        .extend(input.product_options.iter().flat_map(|options| check_options(options, &["input", "productOptions"])));
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}
