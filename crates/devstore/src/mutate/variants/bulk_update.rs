use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::super::media::{Came, MediaInput, attach};
use super::super::moment::Moment;
use super::super::part::{coded, number};
use super::super::user_error::UserError;
use super::change::change;
use super::check::{Asked, broken};
use super::chosen::{chosen_anew, learn, told};
use super::input::VariantInput;
use super::pictures::picture;
use crate::store::State;
use crate::store::product::{Product, Variant};

/// What an update has done: the product with the ids of the variants that it has changed, and what it has refused.
type Updated = (Option<(Arc<Product>, Vec<u64>)>, Vec<UserError>);

/// `productVariantsBulkUpdate`: changes variants of a product: all of them or none, or with `partially` those that it
/// can.
pub(crate) fn product_variants_bulk_update(
    state: &mut State,
    product: &str,
    inputs: Vec<VariantInput>,
    (media, partially): (Vec<MediaInput>, bool),
    moment: Moment,
) -> Updated {
    let Some(old) = number(product, "Product").and_then(|id| state.products.get(&id)).cloned() else {
        let error = UserError::new(&["productId"], "Product does not exist").with_code("PRODUCT_DOES_NOT_EXIST");
        return (None, vec![error]);
    };
    let mut product = Product::clone(&old);
    let came = match attach(state, &mut product, media, moment).map_err(coded("INVALID_INPUT")) {
        Ok(came) => came,
        Err(errors) => return (None, errors),
    };
    let mut errors = Vec::new();
    let mut changed: Vec<(usize, Variant)> = Vec::new();
    for (place, input) in inputs.into_iter().enumerate() {
        let step = place.to_string();
        match updated(state, &product, &came, input, &["variants", step.as_str()], moment) {
            Ok(variant) => changed.push((place, variant)),
            Err(wrong) => errors.extend(wrong),
        }
    }
    errors.extend(take_out_doubles(&product, &mut changed));
    if !errors.is_empty() && (!partially || changed.is_empty()) {
        return (None, errors);
    }
    let ids = changed.iter().map(|(_, variant)| variant.id).collect();
    for (_, variant) in changed {
        learn(state, &mut product, &variant.options);
        if let Some(known) = product.variants.iter_mut().find(|known| known.id == variant.id) {
            *known = variant;
        }
    }
    if product == *old {
        return (Some((old, ids)), errors);
    }
    product.updated_at = moment.now;
    came.keep(state);
    (Some((state.put_product(product), ids)), errors)
}

/// The variant as its input makes it.
fn updated(
    state: &State,
    product: &Product,
    came: &Came,
    input: VariantInput,
    path: &[&str],
    moment: Moment,
) -> Result<Variant, Vec<UserError>> {
    let refused =
        |step: &str, message: &str, code| Err(vec![UserError::new(&[path, &[step]].concat(), message).with_code(code)]);
    let Some(id) = &input.id else {
        return refused("id", "Product variant is missing ID attribute", "PRODUCT_VARIANT_ID_MISSING");
    };
    let Some(known) = number(id, "ProductVariant").and_then(|id| product.variant(id)) else {
        return refused("id", "Product variant does not exist", "PRODUCT_VARIANT_DOES_NOT_EXIST");
    };
    if input.inventory_quantities.as_ref().is_some_and(|quantities| !quantities.is_empty()) {
        let message = "Inventory quantities can only be provided during create. To update inventory for existing \
                       variants, use inventoryAdjustQuantities.";
        return refused("inventoryQuantities", message, "NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE");
    }
    let mut errors = broken(state, &input, path, Asked::Update);
    let mut variant = known.clone();
    match picture(state, product, came, &input, path, moment) {
        Ok(shown_by) => variant.media = shown_by.or(variant.media),
        Err(error) => errors.push(error),
    }
    match chosen_anew(product, &known.options, input.option_values.as_deref().unwrap_or_default(), path) {
        Ok(options) => variant.options = options,
        Err(error) => errors.push(error),
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    if variant != *known {
        variant.updated_at = moment.now;
    }
    change(&mut variant, input, moment.now);
    Ok(variant)
}

/// Takes out the changed variants whose options another variant has in the end, and says which.
fn take_out_doubles(product: &Product, changed: &mut Vec<(usize, Variant)>) -> Vec<UserError> {
    let mut errors = Vec::new();
    loop {
        let double = doubles(product, changed);
        if double.is_empty() {
            return errors;
        }
        for (place, variant) in changed.iter().filter(|(place, _)| double.contains(place)) {
            let message = format!("The variant '{}' already exists.", told(&variant.options));
            let error = UserError::new(&["variants", &place.to_string()], message);
            errors.push(error.with_code("VARIANT_ALREADY_EXISTS"));
        }
        changed.retain(|(place, _)| !double.contains(place));
    }
}

/// Those that have moved to options that are taken.
fn doubles(product: &Product, changed: &[(usize, Variant)]) -> HashSet<usize> {
    let moved = |variant: &Variant| product.variant(variant.id).is_some_and(|old| old.options != variant.options);
    if !changed.iter().any(|(_, variant)| moved(variant)) {
        return HashSet::new();
    }
    let mut after: HashMap<u64, &Variant> = product.variants.iter().map(|variant| (variant.id, variant)).collect();
    after.extend(changed.iter().map(|(_, variant)| (variant.id, variant)));
    let mut count: HashMap<&[(String, String)], usize> = HashMap::new();
    for variant in after.values() {
        *count.entry(&variant.options).or_default() += 1;
    }
    let taken = |variant: &Variant| count.get(variant.options.as_slice()).is_some_and(|count| *count > 1);
    changed.iter().filter(|(_, variant)| moved(variant) && taken(variant)).map(|(place, _)| *place).collect()
}
