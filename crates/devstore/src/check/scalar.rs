use chrono::{DateTime, NaiveDate};
use rust_decimal::Decimal;
use serde_json::Value;
use shopify_schema::gid::Gid;

/// Whether `value` can be a scalar of type `ty`; if not, why.
pub(super) fn check(ty: &str, value: &Value) -> Result<(), String> {
    let refused = || Err(format!("Could not coerce value {value} to {ty}"));
    match ty {
        "Int" => match value.as_i64().map(i32::try_from) {
            Some(Ok(_)) => Ok(()),
            _ => refused(),
        },
        "Float" if value.is_number() => Ok(()),
        "Boolean" if value.is_boolean() => Ok(()),
        "String" if value.is_string() => Ok(()),
        "Float" | "Boolean" | "String" => refused(),
        "ID" => match value {
            Value::String(id) if id.parse::<Gid>().is_ok() => Ok(()),
            Value::String(id) => Err(format!("Invalid global id '{id}'")),
            _ => Err(format!("Invalid global id '{value}'")),
        },
        "Decimal" | "Money" => {
            let text = match value {
                Value::String(text) => text.clone(),
                Value::Number(number) => number.to_string(),
                _ => return refused(),
            };
            if text.parse::<Decimal>().is_ok() { Ok(()) } else { Err(format!("invalid decimal '{text}'")) }
        }
        "DateTime" => match value.as_str().map(DateTime::parse_from_rfc3339) {
            Some(Ok(_)) => Ok(()),
            _ => Err(format!("invalid DateTime {value}: it must be in ISO 8601 format, as 2026-10-01T12:00:00Z")),
        },
        "Date" => match value.as_str().map(|text| NaiveDate::parse_from_str(text, "%Y-%m-%d")) {
            Some(Ok(_)) => Ok(()),
            _ => refused(),
        },
        "UnsignedInt64" => match value {
            Value::String(text) if text.parse::<u64>().is_ok() => Ok(()),
            Value::Number(number) if number.is_u64() => Ok(()),
            _ => refused(),
        },
        "URL" => match value.as_str() {
            Some(text) if text.contains("://") || text.starts_with('/') => Ok(()),
            _ => Err(format!("Invalid url {value}")),
        },
        "JSON" => Ok(()),
        _ if value.is_string() => Ok(()),
        _ => refused(),
    }
}
