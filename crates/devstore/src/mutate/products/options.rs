use std::collections::HashSet;

use super::super::limits::LONGEST;
use super::super::part::number;
use super::super::user_error::UserError;
use super::blank::value;
use super::input::OptionInput;
use crate::store::State;
use crate::store::product::ProductOption;

/// The most options of a product.
pub(super) const MOST_OPTIONS: usize = 3;

/// What is wrong with the options of a new product, or of one that is made anew. `path` leads to the list.
pub(super) fn check(inputs: &[OptionInput], path: &[&str]) -> Vec<UserError> {
    let mut errors = Vec::new();
    if inputs.len() > MOST_OPTIONS {
        let message = format!("Can only specify a maximum of {MOST_OPTIONS} options");
        errors.push(UserError::new(path, message).with_code("OPTIONS_OVER_LIMIT"));
    }
    let mut names = HashSet::new();
    for (place, input) in inputs.iter().enumerate() {
        let place = place.to_string();
        let mut say = |steps: &[&str], message: String, code| {
            errors.push(UserError::new(&[path, &[place.as_str()], steps].concat(), message).with_code(code));
        };
        match input.name.as_deref().map(str::trim) {
            None if input.id.is_some() => {}
            None | Some("") => say(&["name"], "Option name can't be blank".to_owned(), "MISSING_FIELD_REQUIRED"),
            Some(name) if name.chars().count() > LONGEST => {
                say(&["name"], "Option name is too long".to_owned(), "INVALID_INPUT");
            }
            Some(name) if !names.insert(name.to_lowercase()) => {
                say(&["name"], format!("Duplicated option name '{name}'"), "DUPLICATED_OPTION_NAME");
            }
            Some(_) => {}
        }
        let mut values = HashSet::new();
        let given = input.values.as_deref().unwrap_or_default();
        if given.is_empty() {
            say(&["values"], "Option values can't be blank".to_owned(), "OPTION_VALUES_MISSING");
        }
        for (place, given) in given.iter().enumerate() {
            let place = place.to_string();
            let steps = ["values", place.as_str(), "name"];
            match given.name.as_deref().map(str::trim) {
                None if given.id.is_some() => {}
                None | Some("") => say(&steps, "Option value can't be blank".to_owned(), "MISSING_FIELD_REQUIRED"),
                Some(name) if name.chars().count() > LONGEST => {
                    say(&steps, "Option value name is too long".to_owned(), "INVALID_INPUT");
                }
                Some(name) if !values.insert(name.to_lowercase()) => {
                    say(&steps, format!("Duplicated option value '{name}'"), "DUPLICATED_OPTION_VALUE");
                }
                Some(_) => {}
            }
        }
    }
    errors
}

/// The options that these inputs make of the old ones: what has the same id or name keeps its id.
pub(super) fn made(state: &mut State, old: &[ProductOption], mut inputs: Vec<OptionInput>) -> Vec<ProductOption> {
    inputs.sort_by_key(|input| input.position.unwrap_or(i64::MAX));
    inputs
        .into_iter()
        .map(|input| {
            let id = input.id.as_deref().map(|id| number(id, "ProductOption"));
            let old = old.iter().find(|option| match id {
                Some(id) => Some(option.id) == id,
                None => Some(option.name.as_str()) == input.name.as_deref(),
            });
            let name = input.name.map(|name| name.trim().to_owned()).or_else(|| old.map(|old| old.name.clone()));
            let known = old.map(|old| old.values.as_slice()).unwrap_or_default();
            let values = input.values.unwrap_or_default().into_iter().filter_map(|input| {
                let id = input.id.as_deref().and_then(|id| number(id, "ProductOptionValue"));
                let same = known.iter().find(|value| match id {
                    Some(id) => value.id == id,
                    None => Some(value.name.as_str()) == input.name.as_deref(),
                });
                let name = input.name.as_deref().map(str::trim);
                match (same, name) {
                    (Some(same), None) => Some(same.clone()),
                    (Some(same), Some(name)) => {
                        let mut same = same.clone();
                        name.clone_into(&mut same.name);
                        Some(same)
                    }
                    (None, Some(name)) => Some(value(state, name)),
                    (None, None) => None,
                }
            });
            let values = values.collect();
            ProductOption {
                id: old.map_or_else(|| state.ids.next(), |old| old.id),
                name: name.unwrap_or_default(),
                values,
            }
        })
        .collect()
}

/// The first value of each option: what the first variant of a product has.
pub(super) fn first_of_each(options: &[ProductOption]) -> Vec<(String, String)> {
    let first = |option: &ProductOption| option.values.first().map(|value| value.name.clone()).unwrap_or_default();
    options.iter().map(|option| (option.name.clone(), first(option))).collect()
}
