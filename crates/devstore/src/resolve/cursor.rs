use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::problem::Problem;

/// What rows are sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SortValue {
    Number(i64),
    Text(String),
}

/// Where a row stands in its connection: its sort value, and its id among equals.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    pub value: SortValue,
    pub id: u64,
}

impl Position {
    pub(crate) const fn number(value: i64, id: u64) -> Self {
        Self { value: SortValue::Number(value), id }
    }

    /// The position as an opaque cursor.
    pub(crate) fn cursor(&self) -> String {
        let value = match &self.value {
            SortValue::Number(number) => json!(number),
            SortValue::Text(text) => json!(text),
        };
        STANDARD.encode(json!({ "last_id": self.id, "last_value": value }).to_string())
    }

    /// The position that a cursor stands for.
    pub(crate) fn of(cursor: &str) -> Result<Self, Problem> {
        let read = || {
            let json: Value = serde_json::from_slice(&STANDARD.decode(cursor).ok()?).ok()?;
            let value = match json.get("last_value")? {
                Value::Number(number) => SortValue::Number(number.as_i64()?),
                Value::String(text) => SortValue::Text(text.clone()),
                _ => return None,
            };
            Some(Self { value, id: json.get("last_id")?.as_u64()? })
        };
        read().ok_or_else(|| Problem::bad_request(format!("Invalid cursor: {cursor}")))
    }
}
