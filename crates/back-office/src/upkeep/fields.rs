use database::{Field, Record, assign};
use sea_orm::IdenStatic;
use uuid::Uuid;
use values::field::Value;

use super::Upkeep;
use crate::{Error, Result};

/// The field by which a record is addressed.
const ID: &str = "id";

/// What is given of a record: values by the names of their fields.
pub type Given = Vec<(String, Value)>;

/// The fields of `E` that a person may give: those of a new record, or those that may be changed.
pub fn fields<E: Upkeep>(new: bool) -> impl Iterator<Item = &'static Field<E::Column>> {
    let is_kept = move |field: &&Field<E::Column>| {
        field.name != ID && !among::<E>(E::KEPT, field) && (new || !among::<E>(E::KEY, field))
    };
    E::fields().iter().filter(is_kept)
}

/// Sets what is given.
///
/// # Errors
/// [`Error::Field`] for a field that is not there or not to be set, and for a value that it does not take.
pub(super) fn set<E: Upkeep>(record: &mut E::ActiveModel, given: &Given, new: bool) -> Result<()> {
    for (name, value) in given {
        let Some(field) = fields::<E>(new).find(|field| field.name == name) else {
            return Err(refused::<E>(name, new));
        };
        assign::<E>(record, field, value).map_err(|unfit| Error::Field {
            field: field.name,
            problem: format!("{} does not fit: {unfit}", field.caption),
        })?;
    }
    Ok(())
}

fn refused<E: Upkeep>(name: &str, new: bool) -> Error {
    let Some(field) = E::field(name) else {
        let names: Vec<_> = fields::<E>(new).map(|field| field.name).collect();
        return Error::NoField { kind: E::ONE, field: name.to_owned(), possible: names.join(", ") };
    };
    let problem = if among::<E>(E::KEY, field) {
        format!("{} stays as it is: make another {}", field.caption, E::ONE)
    } else {
        format!("{} is set by the program alone: leave it out", field.caption)
    };
    Error::Field { field: field.name, problem }
}

/// Whether the field is one of these columns.
pub(super) fn among<E: Record>(columns: &[E::Column], field: &Field<E::Column>) -> bool {
    columns.iter().any(|column| column.as_str() == field.column.as_str())
}

/// The field of a column.
pub(super) fn field_of<E: Record>(column: E::Column) -> Option<&'static Field<E::Column>> {
    E::fields().iter().find(|field| field.column.as_str() == column.as_str())
}

/// How a record is told from the others, in a sentence.
pub fn key_of<E: Upkeep>(record: &E::Model) -> String {
    let parts = E::KEY.iter().map(|column| match E::value(record, *column) {
        Value::Text(text) => text,
        other => other.json().to_string().trim_matches('"').to_owned(),
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// The id of a record; nothing when it has none.
pub(super) fn id_of<E: Record>(record: &E::Model) -> Option<Uuid> {
    match E::value(record, E::field(ID)?.column) {
        Value::Id(id) => Some(id),
        _ => None,
    }
}
