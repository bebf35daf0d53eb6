use serde_json::Value;

/// A number of what a measurement says; 0 when it says none.
pub(super) fn number(value: &Value, name: &str) -> u64 {
    value.get(name).and_then(Value::as_u64).unwrap_or_default()
}

/// A figure, with whether it is what was wanted.
pub(super) fn goal(figure: String, reached: bool) -> String {
    format!("{figure} ({})", if reached { "reached" } else { "not reached" })
}
