use apollo_compiler::resolvers::{FieldError, ResolveInfo};
use apollo_compiler::response::serde_json_bytes;
use serde::de::DeserializeOwned;

use super::problem::Problem;

/// A text argument; null and absent are the same.
pub(super) fn string(info: &ResolveInfo<'_>, name: &str) -> Option<String> {
    info.arguments().get(name)?.as_str().map(str::to_owned)
}

/// A whole number.
pub(super) fn int(info: &ResolveInfo<'_>, name: &str) -> Option<i64> {
    info.arguments().get(name)?.as_i64()
}

/// True when it was given as true.
pub(super) fn flag(info: &ResolveInfo<'_>, name: &str) -> bool {
    info.arguments().get(name).and_then(|value| value.as_bool()).unwrap_or_default()
}

/// An input object as it was given, with its nulls.
pub(super) fn given(info: &ResolveInfo<'_>, name: &str) -> serde_json::Map<String, serde_json::Value> {
    let value = info.arguments().get(name).and_then(|value| serde_json::to_value(value).ok());
    value.and_then(|value| value.as_object().cloned()).unwrap_or_default()
}

/// An input object, which has passed every check of the schema.
pub(super) fn input<T: DeserializeOwned + Default>(info: &ResolveInfo<'_>, name: &str) -> Result<T, FieldError> {
    let value = match info.arguments().get(name) {
        None => return Ok(T::default()),
        Some(value) if value.is_null() => return Ok(T::default()),
        Some(value) => without_nulls(value.clone()),
    };
    serde_json_bytes::from_value(value).map_err(|error| unread(name, &error))
}

/// The same, where a null is not the same as nothing; also of a list of input objects.
pub(super) fn exactly<T: DeserializeOwned + Default>(info: &ResolveInfo<'_>, name: &str) -> Result<T, FieldError> {
    let Some(value) = info.arguments().get(name).filter(|value| !value.is_null()) else { return Ok(T::default()) };
    serde_json_bytes::from_value(value.clone()).map_err(|error| unread(name, &error))
}

fn unread(name: &str, error: &impl std::fmt::Display) -> FieldError {
    Problem::new("INTERNAL_SERVER_ERROR", format!("The devstore could not read {name}: {error}")).into()
}

/// Ids.
pub(super) fn ids(info: &ResolveInfo<'_>, name: &str) -> Vec<String> {
    let given = info.arguments().get(name).and_then(|ids| ids.as_array()).map(Vec::as_slice).unwrap_or_default();
    given.iter().filter_map(|id| id.as_str().map(str::to_owned)).collect()
}

/// For most of the devstore's mutations a null is the same as nothing, whatever the type is.
fn without_nulls(value: serde_json_bytes::Value) -> serde_json_bytes::Value {
    match value {
        serde_json_bytes::Value::Object(object) => serde_json_bytes::Value::Object(
            object
                .into_iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(key, value)| (key, without_nulls(value)))
                .collect(),
        ),
        serde_json_bytes::Value::Array(items) => {
            serde_json_bytes::Value::Array(items.into_iter().map(without_nulls).collect())
        }
        other => other,
    }
}
