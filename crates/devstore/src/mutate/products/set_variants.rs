use std::collections::HashSet;

use super::super::moment::Moment;
use super::super::part::number;
use super::super::user_error::UserError;
use super::super::variants::{Asked, VariantInput, broken, change, new_variant, told};
use super::files::Files;
use crate::store::State;
use crate::store::product::{Product, Variant};

/// The variants that a product is to have: those that are known by their ids or their options, and new ones.
pub(super) fn set_variants(
    state: &mut State,
    product: &Product,
    inputs: Vec<VariantInput>,
    files: &Files,
    moment: Moment,
) -> Result<Vec<Variant>, Vec<UserError>> {
    let mut errors = Vec::new();
    let mut seen = HashSet::new();
    let mut variants: Vec<(i64, Variant)> = Vec::new();
    for (place, mut input) in inputs.into_iter().enumerate() {
        let place = place.to_string();
        let path = ["input", "variants", place.as_str()];
        let mut say = |message: String, code| errors.push(UserError::new(&path, message).with_code(code));
        let options = match chosen(product, &input) {
            Ok(options) => options,
            Err(message) => {
                say(message, "INVALID_VARIANT");
                continue;
            }
        };
        if !seen.insert(options.clone()) {
            say(format!("The variant '{}' already exists.", told(&options)), "INVALID_VARIANT");
            continue;
        }
        let old = match &input.id {
            Some(id) => number(id, "ProductVariant").and_then(|id| product.variant(id)),
            None => product.variants.iter().find(|variant| variant.options == options),
        };
        if input.id.is_some() && old.is_none() {
            say("Product variant does not exist".to_owned(), "PRODUCT_VARIANT_DOES_NOT_EXIST");
            continue;
        }
        let shown_by = input.file.take().map(|file| files.find(&file));
        if shown_by == Some(None) {
            say("The file of a variant must be one of the files of the product".to_owned(), "INVALID_VARIANT");
            continue;
        }
        let wrong = broken(state, &input, &path, Asked::Set);
        if !wrong.is_empty() {
            errors.extend(wrong);
            continue;
        }
        let mut variant = old.cloned().unwrap_or_else(|| new_variant(state, options.clone(), moment.now));
        if variant.options != options {
            variant.options = options;
            variant.updated_at = moment.now;
        }
        variant.media = shown_by.flatten().or(variant.media);
        let position = input.position.unwrap_or(i64::MAX);
        change(&mut variant, input, moment.now);
        variants.push((position, variant));
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    if variants.is_empty() {
        return Ok(product.variants.first().cloned().into_iter().collect());
    }
    variants.sort_by_key(|(position, _)| *position);
    Ok(variants.into_iter().map(|(_, variant)| variant).collect())
}

/// The options of a variant, each with one of the values that the product has; what is wrong with them, else.
fn chosen(product: &Product, input: &VariantInput) -> Result<Vec<(String, String)>, String> {
    let values = input.option_values.as_deref().unwrap_or_default();
    let choose = |option: &crate::store::product::ProductOption| {
        let given = values.iter().find(|value| {
            value.option_name.as_deref() == Some(&option.name)
                || value.option_id.as_deref().is_some_and(|id| number(id, "ProductOption") == Some(option.id))
        });
        let missing = || format!("Option value for '{}' is missing", option.name);
        let given = given.ok_or_else(missing)?;
        let id = given.id.as_deref().and_then(|id| number(id, "ProductOptionValue"));
        let name = given.name.as_deref().map(str::trim);
        let known =
            option.values.iter().find(|value| id.map_or(Some(value.name.as_str()) == name, |id| value.id == id));
        match (known, name) {
            (Some(known), _) => Ok((option.name.clone(), known.name.clone())),
            (None, Some(name)) => Err(format!("Option value '{name}' does not exist")),
            (None, None) => Err(missing()),
        }
    };
    product.options.iter().map(choose).collect()
}
