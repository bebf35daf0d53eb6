use std::collections::HashSet;
use std::sync::Arc;

use super::super::limits::{LONGEST, MOST_VARIANTS};
use super::super::moment::Moment;
use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use super::super::variants::new_variant;
use super::blank::value;
use super::input::{OptionInput, OptionValueInput};
use crate::store::State;
use crate::store::product::{Product, Variant};

/// The arguments of `productOptionUpdate`.
#[derive(Clone, Debug, Default)]
pub(crate) struct OptionChange {
    pub product: String,
    pub option: OptionInput,
    pub values_to_add: Vec<OptionValueInput>,
    pub values_to_update: Vec<OptionValueInput>,
    pub values_to_delete: Vec<String>,
    /// Whether variants are made for new values, and deleted with old ones.
    pub manages_variants: bool,
}

/// `productOptionUpdate`: another name or place of an option, and other values.
pub(crate) fn product_option_update(
    state: &mut State,
    change: OptionChange,
    moment: Moment,
) -> Result<Arc<Product>, Vec<UserError>> {
    let Some(old) = number(&change.product, "Product").and_then(|id| state.products.get(&id)).cloned() else {
        return refuse_with("PRODUCT_DOES_NOT_EXIST", &["productId"], "Product does not exist");
    };
    let option = change.option.id.as_deref().and_then(|id| number(id, "ProductOption"));
    let Some(place) = old.options.iter().position(|known| Some(known.id) == option) else {
        return refuse_with("OPTION_DOES_NOT_EXIST", &["option", "id"], "Option does not exist");
    };
    let mut product = Product::clone(&old);
    delete_values(&mut product, place, &change)?;
    rename_values(&mut product, place, &change.values_to_update)?;
    add_values(state, &mut product, place, &change, moment)?;
    rename(&mut product, place, change.option.name.as_deref())?;
    move_to(&mut product, place, change.option.position)?;
    if product == *old {
        return Ok(old);
    }
    product.updated_at = moment.now;
    Ok(state.put_product(product))
}

fn delete_values(product: &mut Product, place: usize, change: &OptionChange) -> Result<(), Vec<UserError>> {
    let Some(option) = product.options.get_mut(place) else { return Ok(()) };
    let mut gone = HashSet::new();
    for (step, id) in change.values_to_delete.iter().enumerate() {
        let id = number(id, "ProductOptionValue");
        let Some(known) = option.values.iter().find(|value| Some(value.id) == id) else {
            let field = ["optionValuesToDelete", &step.to_string()];
            return refuse_with("OPTION_VALUE_DOES_NOT_EXIST", &field, "Option value does not exist");
        };
        let used = product.variants.iter().any(|variant| has(variant, place, &known.name));
        if used && !change.manages_variants {
            let message = format!("Option value '{}' has variants", known.name);
            return refuse_with("OPTION_VALUE_HAS_VARIANTS", &["optionValuesToDelete", &step.to_string()], message);
        }
        gone.insert(known.name.clone());
    }
    if !gone.is_empty() && gone.len() == option.values.len() && change.values_to_add.is_empty() {
        let code = "CANNOT_DELETE_ALL_OPTION_VALUES_IN_OPTION";
        return refuse_with(code, &["optionValuesToDelete"], "Cannot delete all option values in an option");
    }
    option.values.retain(|value| !gone.contains(&value.name));
    product.variants.retain(|variant| !gone.iter().any(|name| has(variant, place, name)));
    Ok(())
}

fn rename_values(product: &mut Product, place: usize, inputs: &[OptionValueInput]) -> Result<(), Vec<UserError>> {
    for (step, input) in inputs.iter().enumerate() {
        let step = step.to_string();
        let field = ["optionValuesToUpdate", step.as_str()];
        let Some(name) = input.name.as_deref().map(str::trim).filter(|name| !name.is_empty()) else { continue };
        let Some(option) = product.options.get_mut(place) else { continue };
        let id = input.id.as_deref().and_then(|id| number(id, "ProductOptionValue"));
        if !option.values.iter().any(|value| Some(value.id) == id) {
            return refuse_with("OPTION_VALUE_DOES_NOT_EXIST", &field, "Option value does not exist");
        }
        check_value(name, option.values.iter().filter(|value| Some(value.id) != id).map(|value| &value.name), &field)?;
        for value in option.values.iter_mut().filter(|value| Some(value.id) == id) {
            for variant in product.variants.iter_mut().filter(|variant| has(variant, place, &value.name)) {
                if let Some((_, chosen)) = variant.options.get_mut(place) {
                    name.clone_into(chosen);
                }
            }
            name.clone_into(&mut value.name);
        }
    }
    Ok(())
}

fn add_values(
    state: &mut State,
    product: &mut Product,
    place: usize,
    change: &OptionChange,
    moment: Moment,
) -> Result<(), Vec<UserError>> {
    for (step, input) in change.values_to_add.iter().enumerate() {
        let step = step.to_string();
        let field = ["optionValuesToAdd", step.as_str()];
        let name = input.name.as_deref().map(str::trim).unwrap_or_default();
        let Some(option) = product.options.get_mut(place) else { continue };
        check_value(name, option.values.iter().map(|value| &value.name), &field)?;
        option.values.push(value(state, name));
        if change.manages_variants {
            let new = with_value(product, place, name);
            if product.variants.len() + new.len() > MOST_VARIANTS {
                let message = format!("Cannot create more than {MOST_VARIANTS} variants");
                return refuse_with("CANNOT_CREATE_VARIANTS_ABOVE_LIMIT", &field, message);
            }
            for (pattern, options) in new {
                let blank = new_variant(state, options, moment.now);
                let (price, compare_at_price) = (pattern.price, pattern.compare_at_price);
                product.variants.push(Variant { price, compare_at_price, ..blank });
            }
        }
    }
    Ok(())
}

/// The variants that a new value makes: one for each choice of the other options, after the first one that has it.
fn with_value(product: &Product, place: usize, name: &str) -> Vec<(Variant, Vec<(String, String)>)> {
    let mut seen = HashSet::new();
    let new = product.variants.iter().filter_map(|variant| {
        let mut options = variant.options.clone();
        name.clone_into(&mut options.get_mut(place)?.1);
        seen.insert(options.clone()).then(|| (variant.clone(), options))
    });
    new.collect()
}

fn check_value<'v>(
    name: &str,
    mut others: impl Iterator<Item = &'v String>,
    field: &[&str],
) -> Result<(), Vec<UserError>> {
    if name.chars().count() > LONGEST {
        return refuse_with("OPTION_VALUE_NAME_TOO_LONG", field, "Option value name is too long");
    }
    if others.any(|other| other.to_lowercase() == name.to_lowercase()) {
        let message = format!("Option value '{name}' already exists");
        return refuse_with("OPTION_VALUE_ALREADY_EXISTS", field, message);
    }
    Ok(())
}

fn rename(product: &mut Product, place: usize, name: Option<&str>) -> Result<(), Vec<UserError>> {
    let Some(name) = name.map(str::trim) else { return Ok(()) };
    let field = ["option", "name"];
    if name.is_empty() {
        return refuse_with("INVALID_NAME", &field, "Option name can't be blank");
    }
    if name.chars().count() > LONGEST {
        return refuse_with("OPTION_NAME_TOO_LONG", &field, "Option name is too long");
    }
    let mut others = product.options.iter().enumerate().filter(|(other, _)| *other != place);
    if others.any(|(_, other)| other.name.to_lowercase() == name.to_lowercase()) {
        return refuse_with("OPTION_ALREADY_EXISTS", &field, format!("Option '{name}' already exists"));
    }
    if let Some(option) = product.options.get_mut(place) {
        name.clone_into(&mut option.name);
    }
    for variant in &mut product.variants {
        if let Some((option, _)) = variant.options.get_mut(place) {
            name.clone_into(option);
        }
    }
    Ok(())
}

fn move_to(product: &mut Product, place: usize, position: Option<i64>) -> Result<(), Vec<UserError>> {
    let Some(position) = position else { return Ok(()) };
    let to = usize::try_from(position - 1).ok().filter(|to| *to < product.options.len());
    let Some(to) = to else {
        return refuse_with("INVALID_POSITION", &["option", "position"], "Position is out of bounds");
    };
    let option = product.options.remove(place);
    product.options.insert(to, option);
    for variant in &mut product.variants {
        if place < variant.options.len() {
            let chosen = variant.options.remove(place);
            variant.options.insert(to.min(variant.options.len()), chosen);
        }
    }
    Ok(())
}

fn has(variant: &Variant, place: usize, name: &str) -> bool {
    variant.options.get(place).is_some_and(|(_, value)| value == name)
}
