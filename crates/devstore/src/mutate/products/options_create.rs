use std::sync::Arc;

use super::super::limits::MOST_VARIANTS;
use super::super::moment::Moment;
use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use super::super::variants::new_variant;
use super::input::OptionInput;
use super::options::{MOST_OPTIONS, check, made};
use crate::store::State;
use crate::store::product::{Product, ProductOption, Variant};

/// `productOptionsCreate`: more to choose. The variants that there are get the first value of each new option; with
/// `creates_variants` there is one for every other combination as well.
pub(crate) fn product_options_create(
    state: &mut State,
    product: &str,
    inputs: Vec<OptionInput>,
    creates_variants: bool,
    moment: Moment,
) -> Result<Arc<Product>, Vec<UserError>> {
    let Some(old) = number(product, "Product").and_then(|id| state.products.get(&id)).cloned() else {
        return refuse_with("PRODUCT_DOES_NOT_EXIST", &["productId"], "Product does not exist");
    };
    let errors: Vec<UserError> = check(&inputs, &["options"]).into_iter().map(with_own_code).collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut product = Product::clone(&old);
    if product.has_only_default_variant() {
        product.options.clear();
        product.variants.iter_mut().for_each(|variant| variant.options.clear());
    }
    if product.options.len() + inputs.len() > MOST_OPTIONS {
        let message = format!("Can only specify a maximum of {MOST_OPTIONS} options");
        return refuse_with("OPTIONS_OVER_LIMIT", &["options"], message);
    }
    let taken = |input: &OptionInput| {
        let name = input.name.as_deref().map(|name| name.trim().to_lowercase());
        product.options.iter().any(|option| Some(option.name.to_lowercase()) == name)
    };
    if let Some(place) = inputs.iter().position(taken) {
        let field = ["options", &place.to_string(), "name"];
        return refuse_with("OPTION_ALREADY_EXISTS", &field, "Option already exists");
    }
    let new = made(state, &[], inputs);
    for option in &new {
        choose(state, &mut product, option, creates_variants, moment);
    }
    if product.variants.len() > MOST_VARIANTS {
        let message = format!("Cannot create more than {MOST_VARIANTS} variants");
        return refuse_with("TOO_MANY_VARIANTS_CREATED", &["options"], message);
    }
    product.options.extend(new);
    product.updated_at = moment.now;
    Ok(state.put_product(product))
}

/// The codes that this mutation has for the same mistakes.
fn with_own_code(error: UserError) -> UserError {
    let code = match error.code {
        Some("MISSING_FIELD_REQUIRED") if error.field.iter().any(|step| step == "values") => "OPTION_VALUES_MISSING",
        Some("MISSING_FIELD_REQUIRED") => "OPTION_NAME_MISSING",
        Some("INVALID_INPUT") if error.field.iter().any(|step| step == "values") => "OPTION_VALUE_NAME_TOO_LONG",
        Some("INVALID_INPUT") => "OPTION_NAME_TOO_LONG",
        Some(other) => other,
        None => return error,
    };
    error.with_code(code)
}

fn choose(state: &mut State, product: &mut Product, option: &ProductOption, every: bool, moment: Moment) {
    let mut variants: Vec<Variant> = Vec::new();
    let with = |variant: &Variant, value: &str| {
        let mut options = variant.options.clone();
        options.push((option.name.clone(), value.to_owned()));
        options
    };
    for (place, value) in option.values.iter().enumerate().take(if every { usize::MAX } else { 1 }) {
        for variant in &product.variants {
            let options = with(variant, &value.name);
            variants.push(if place == 0 {
                Variant { options, updated_at: moment.now, ..variant.clone() }
            } else {
                let (price, compare_at_price) = (variant.price, variant.compare_at_price);
                Variant { price, compare_at_price, ..new_variant(state, options, moment.now) }
            });
            if variants.len() > MOST_VARIANTS {
                break;
            }
        }
    }
    product.variants = variants;
}
