//! Which records a list shows: OData's `$filter`, an expression for a field, a text to search for.

use std::cell::RefCell;

use values::field::{Kind, Value};
use values::filter::{self, Filter, Test, Words};

use super::query::those;
use super::resource::Resource;
use crate::Error;

/// OData's filter.
pub(crate) const FILTER: &str = "$filter";
/// How the option begins that holds an expression for one field.
pub(crate) const OF_FIELD: &str = "filter.";
/// A text that some text of the record contains.
pub(crate) const SEARCH: &str = "$search";

/// How many characters a text to search for may have.
const LONGEST_SEARCH: usize = 100;

/// What OData's `$filter` lets through, by the entity's own names.
///
/// # Errors
/// [`Error::Invalid`] says which field can't be asked for, or at which character what was expected.
pub(super) fn odata(resource: &dyn Resource, text: &str, words: &Words) -> Result<Filter, Error> {
    let refused = RefCell::new(None);
    let kind_of = |name: &str| match resource.field(name) {
        Some(field) if field.filterable => Some(field.kind),
        _ => {
            refused.replace(Some(name.to_owned()));
            None
        }
    };
    let parsed = filter::parse_odata(text, &kind_of, words);
    match (parsed, refused.into_inner()) {
        (Ok(filter), None) => Ok(in_own_names(resource, filter)),
        (_, Some(name)) => Err(unfilterable(resource, FILTER, &name)),
        (Err(error), None) => Err(Error::invalid(FILTER, error.to_string())),
    }
}

/// What the filter expression on the field `name` lets through; it is written as on a request page.
///
/// # Errors
/// As [`odata`]; the target is the field.
pub(super) fn of_field(resource: &dyn Resource, name: &str, text: &str, words: &Words) -> Result<Filter, Error> {
    let Some(field) = resource.field(name).filter(|field| field.filterable) else {
        return Err(unfilterable(resource, name, name));
    };
    expression(name, (field.own_name, field.kind), text, words)
}

/// What the filter expression lets through that the part `target` of the request has for a field of an entity.
///
/// # Errors
/// [`Error::Invalid`] says at which character what was expected.
pub(crate) fn expression(target: &str, (name, kind): (&str, Kind), text: &str, words: &Words) -> Result<Filter, Error> {
    let parsed = filter::parse_expression(name, kind, text, words);
    parsed.map_err(|error| Error::invalid(target, error.to_string()))
}

/// The text that records are to have in one of theirs, in whatever case and with whatever accents; nothing when all are
/// meant.
///
/// # Errors
/// [`Error::Invalid`] when the text is too long, or the records have no texts.
pub(super) fn search(resource: &dyn Resource, text: &str) -> Result<Option<String>, Error> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if text.contains('\0') || text.chars().count() > LONGEST_SEARCH {
        let message = format!("{SEARCH} is a text of at most {LONGEST_SEARCH} characters");
        return Err(Error::invalid(SEARCH, message));
    }
    if !resource.fields().iter().any(|field| field.searched) {
        let message = format!("{} have no texts to search: use {FILTER}", resource.name());
        return Err(Error::invalid(SEARCH, message));
    }
    Ok(Some(text.to_owned()))
}

/// Only the records whose `field` holds `id`.
pub(super) fn belonging_to(field: &str, id: uuid::Uuid) -> Filter {
    Filter::field(field, Test::Equal(Value::Id(id)))
}

fn unfilterable(resource: &dyn Resource, target: &str, name: &str) -> Error {
    let can = those(resource, |field| field.filterable);
    Error::invalid(target, format!("{} can't be filtered by '{name}'; they can by: {can}", resource.name()))
}

/// The filter with the names that the entity has for its fields.
fn in_own_names(resource: &dyn Resource, filter: Filter) -> Filter {
    let each = |filters: Vec<Filter>| filters.into_iter().map(|filter| in_own_names(resource, filter)).collect();
    match filter {
        Filter::All(filters) => Filter::All(each(filters)),
        Filter::Any(filters) => Filter::Any(each(filters)),
        Filter::Not(filter) => Filter::Not(Box::new(in_own_names(resource, *filter))),
        Filter::Field { name, test } => {
            let name = resource.field(&name).map_or(name, |field| field.own_name.to_owned());
            Filter::Field { name, test }
        }
    }
}
