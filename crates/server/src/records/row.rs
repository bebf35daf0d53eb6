use serde::ser::{Error as _, SerializeMap};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use uuid::Uuid;
use values::field::Value;

use super::etag::ETag;

/// A value as JSON. A decimal is written digit by digit, so it is never more or less than what is stored.
pub(crate) struct Cell<'a>(pub(crate) &'a Value);

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Decimal(decimal) => {
                let text = decimal.normalize().to_string();
                RawValue::from_string(text).map_err(S::Error::custom)?.serialize(serializer)
            }
            Value::Null => serializer.serialize_unit(),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Boolean(value) => serializer.serialize_bool(*value),
            Value::Integer(value) => serializer.serialize_i64(*value),
            other => other.json().serialize(serializer),
        }
    }
}

/// A record as the API shows it: its version, its fields in order, and the records that were asked for with it.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Which record it is.
    pub(crate) id: Option<Uuid>,
    /// Its version.
    pub(crate) etag: ETag,
    /// Its fields, by their names in the API.
    pub(crate) fields: Vec<(&'static str, Value)>,
    /// The records that belong to it, by the name of their set.
    pub(crate) expanded: Vec<(&'static str, Vec<Row>)>,
}

impl Row {
    /// Leaves only the fields of these names.
    pub(crate) fn select(&mut self, names: &[String]) {
        self.fields.retain(|(name, _)| names.iter().any(|selected| selected == name));
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1 + self.fields.len() + self.expanded.len()))?;
        map.serialize_entry("@odata.etag", &self.etag)?;
        for (name, value) in &self.fields {
            map.serialize_entry(name, &Cell(value))?;
        }
        for (name, rows) in &self.expanded {
            map.serialize_entry(name, rows)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_amount_keeps_its_digits() {
        let value = Value::Decimal("92233720368547.75807".parse().unwrap());
        assert_eq!(serde_json::to_string(&Cell(&value)).unwrap(), "92233720368547.75807");
        let value = Value::Decimal("199.90000".parse().unwrap());
        assert_eq!(serde_json::to_string(&Cell(&value)).unwrap(), "199.9");
    }
}
