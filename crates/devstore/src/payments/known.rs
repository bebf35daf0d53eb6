use shopify_schema::gid::Gid;

use crate::{Devstore, Error};

/// A list of values that is longer is not told.
const TOLD: usize = 20;

/// Whether the schema's enum has this value.
///
/// # Errors
/// [`Error::Value`] with the values that there are.
pub(super) fn value(devstore: &Devstore, enumeration: &str, value: &str) -> Result<(), Error> {
    let schema = &devstore.0.compiled.schema;
    let values: Vec<&str> = schema
        .get_enum(enumeration)
        .into_iter()
        .flat_map(|known| known.values.keys())
        .map(|name| name.as_str())
        .collect();
    if values.contains(&value) {
        return Ok(());
    }
    let known = if values.len() > TOLD { format!("those of {enumeration}") } else { values.join(", ") };
    Err(Error::Value(format!("there is no '{value}': the values are {known}")))
}

/// The number in the id of something of this type.
///
/// # Errors
/// [`Error::Value`] for a text that is no such id.
pub(super) fn id(text: &str, kind: &str) -> Result<u64, Error> {
    let number = text.parse::<Gid>().ok().filter(|gid| gid.kind() == kind).map(|gid| gid.number());
    number.ok_or_else(|| missing(text, kind))
}

/// There is nothing with this id.
pub(super) fn missing(text: &str, kind: &str) -> Error {
    Error::Value(format!("there is no {kind} '{text}': give its global id, as gid://shopify/{kind}/1234567890"))
}

/// The global id of something of this type.
pub(super) fn gid(kind: &str, id: u64) -> String {
    Gid::new(kind, id).to_string()
}
