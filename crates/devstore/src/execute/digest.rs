use std::collections::BTreeMap;
use std::fmt::Write;

use apollo_compiler::response::{JsonMap, JsonValue};
use sha2::{Digest, Sha256};

use crate::hex::hex;

/// Of a mutation and its arguments, in whatever order they were written.
pub(super) fn digest(field: &str, arguments: &JsonMap) -> String {
    let mut text = String::new();
    write_sorted(&JsonValue::Object(arguments.clone()), &mut text);
    let mut hasher = Sha256::new();
    hasher.update(field);
    hasher.update(text);
    hex(hasher.finalize())
}

fn write_sorted(value: &JsonValue, text: &mut String) {
    // Writing to a text does not fail.
    match value {
        JsonValue::Object(object) => {
            let sorted: BTreeMap<&str, &JsonValue> =
                object.iter().map(|(name, value)| (name.as_str(), value)).collect();
            for (name, value) in sorted {
                let _ = write!(text, "{{{name:?}:");
                write_sorted(value, text);
                text.push('}');
            }
        }
        JsonValue::Array(items) => {
            text.push('[');
            for item in items {
                write_sorted(item, text);
                text.push(',');
            }
            text.push(']');
        }
        leaf => {
            let _ = write!(text, "{leaf}");
        }
    }
}
