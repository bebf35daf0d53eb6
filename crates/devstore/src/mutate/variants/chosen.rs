use std::collections::HashMap;

use super::super::limits::LONGEST;
use super::super::part::number;
use super::super::products::value;
use super::super::user_error::UserError;
use super::check::Asked;
use super::input::VariantOptionInput;
use crate::store::State;
use crate::store::product::{Product, ProductOption};

/// The options of a new variant, in the order of the product's.
pub(super) fn all_chosen(
    product: &Product,
    values: &[VariantOptionInput],
    path: &[&str],
) -> Result<Vec<(String, String)>, UserError> {
    let mut choice = choose(product, values, path, Asked::Create)?;
    let mut chosen = Vec::new();
    for option in &product.options {
        let Some(value) = choice.remove(&option.name) else {
            let message = format!("You need to add option values for {}", option.name);
            return Err(UserError::new(path, message).with_code("NEED_TO_ADD_OPTION_VALUES"));
        };
        chosen.push((option.name.clone(), value));
    }
    Ok(chosen)
}

/// The options of a variant that has these now: what an input does not name stays.
pub(super) fn chosen_anew(
    product: &Product,
    now: &[(String, String)],
    values: &[VariantOptionInput],
    path: &[&str],
) -> Result<Vec<(String, String)>, UserError> {
    let mut choice = choose(product, values, path, Asked::Update)?;
    let anew = |(name, value): &(String, String)| (name.clone(), choice.remove(name).unwrap_or_else(|| value.clone()));
    Ok(now.iter().map(anew).collect())
}

/// Gives the options of a product the values that a variant has chosen.
pub(super) fn learn(state: &mut State, product: &mut Product, chosen: &[(String, String)]) {
    for (name, wanted) in chosen {
        if let Some(option) = product.options.iter_mut().find(|option| option.name == *name)
            && !option.values.iter().any(|known| known.name == *wanted)
        {
            option.values.push(value(state, wanted));
        }
    }
}

/// The text that variants are told apart by: `M / Red`.
pub(in crate::mutate) fn told(options: &[(String, String)]) -> String {
    options.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" / ")
}

/// What an input chooses of each option that it names: option and value, by their names.
fn choose(
    product: &Product,
    values: &[VariantOptionInput],
    path: &[&str],
    asked: Asked,
) -> Result<HashMap<String, String>, UserError> {
    let mut choice = HashMap::new();
    for (place, value) in values.iter().enumerate() {
        let place = place.to_string();
        let field = [path, &["optionValues", place.as_str()]].concat();
        let wrong = |message: &str, code| Err(UserError::new(&field, message).with_code(code));
        if value.option_id.is_some() && value.option_name.is_some() {
            return wrong("cannot specify both `optionId` and `optionName`", "INVALID_INPUT");
        }
        if value.id.is_some() && value.name.is_some() {
            return wrong("cannot specify both `id` and `name`", "INVALID_INPUT");
        }
        let Some(option) = named(product, value) else {
            let code = if asked == Asked::Create { "INVALID_INPUT" } else { "OPTION_DOES_NOT_EXIST" };
            return wrong("Option does not exist", code);
        };
        let Some(name) = value_of(option, value) else {
            let code = if asked == Asked::Create { "INVALID_INPUT" } else { "OPTION_VALUE_DOES_NOT_EXIST" };
            return wrong("Option value does not exist", code);
        };
        if name.chars().count() > LONGEST {
            let code = if asked == Asked::Update { "OPTION_VALUE_NAME_TOO_LONG" } else { "INVALID_INPUT" };
            return wrong("Option value name is too long", code);
        }
        if choice.insert(option.name.clone(), name).is_some() {
            let message = format!("Duplicated option name '{}'", option.name);
            let field = [path, &["optionValues"]].concat();
            return Err(UserError::new(&field, message).with_code("INVALID_INPUT"));
        }
    }
    Ok(choice)
}

/// The option that a value is of.
fn named<'p>(product: &'p Product, value: &VariantOptionInput) -> Option<&'p ProductOption> {
    if let Some(id) = &value.option_id {
        let id = number(id, "ProductOption")?;
        return product.options.iter().find(|option| option.id == id);
    }
    let name = value.option_name.as_deref()?;
    product.options.iter().find(|option| option.name == name)
}

/// The name of a value: of one that is known by its id, or of any by its name.
fn value_of(option: &ProductOption, value: &VariantOptionInput) -> Option<String> {
    if let Some(id) = &value.id {
        let id = number(id, "ProductOptionValue")?;
        return option.values.iter().find(|value| value.id == id).map(|value| value.name.clone());
    }
    value.name.as_deref().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned)
}
