use database::Record;
use sea_orm::ModelTrait;
use serde_json::{Map, Value, json};

/// What the program sets by itself whenever a record is changed.
const BY_ITSELF: [&str; 6] = ["id", "createdAt", "lastModifiedAt", "lastModifiedDateTime", "lastReadyState", "version"];

/// What differs between a record as it was and as it is: its fields by their API names, each with its `old` and its `new`
/// value. One that was not there has only new values, and of those the ones that are not blank; one that is gone has only
/// old ones. Fields that are never shown, as secrets, are no part of it.
pub(super) fn changes<E: Record>(before: Option<&E::Model>, after: Option<&E::Model>) -> Map<String, Value>
where
    E::Model: ModelTrait<Entity = E>,
{
    let mut changes = Map::new();
    for field in E::fields().iter().filter(|field| !BY_ITSELF.contains(&field.name)) {
        let value = |model: &E::Model| E::value(model, field.column).json();
        let change = match (before.map(value), after.map(value)) {
            (Some(old), Some(new)) if old != new => json!({ "old": old, "new": new }),
            (None, Some(new)) if !is_blank(&new) => json!({ "new": new }),
            (Some(old), None) if !is_blank(&old) => json!({ "old": old }),
            _ => continue,
        };
        changes.insert(field.name.to_owned(), change);
    }
    changes
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Number(number) => number.as_f64() == Some(0.0),
        _ => false,
    }
}
