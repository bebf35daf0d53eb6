//! Values in the form in which a column stores them.

use sea_orm::{ColumnDef, ColumnType};
use values::field::Value;
use values::money::Amount;

/// `None` when a column of this type stores no such value.
pub(crate) fn stored(column: &ColumnDef, value: &Value) -> Option<sea_orm::Value> {
    use ColumnType as Type;
    match (column.get_column_type(), value) {
        (Type::String(_) | Type::Text | Type::Char(_), Value::Text(text)) => Some(text.as_str().into()),
        (Type::Boolean, Value::Boolean(value)) => Some((*value).into()),
        (Type::BigInteger, Value::Decimal(value)) => Some(Amount::new(*value).ok()?.to_scaled().into()),
        (Type::Integer | Type::SmallInteger | Type::BigInteger, Value::Integer(value)) => Some((*value).into()),
        (Type::Date, Value::Date(value)) => Some((*value).into()),
        (Type::Time, Value::Time(value)) => Some((*value).into()),
        (Type::TimestampWithTimeZone, Value::DateTime(value)) => Some((*value).into()),
        (Type::Uuid, Value::Id(value)) => Some((*value).into()),
        _ => None,
    }
}

/// A stored value as text, for a token; `None` for nothing.
pub(crate) fn to_text(value: &sea_orm::Value) -> Option<String> {
    use sea_orm::Value as Stored;
    match value {
        Stored::Bool(value) => value.map(|value| value.to_string()),
        Stored::Int(value) => value.map(|value| value.to_string()),
        Stored::BigInt(value) => value.map(|value| value.to_string()),
        Stored::String(value) => value.clone(),
        Stored::Uuid(value) => value.map(|value| value.to_string()),
        Stored::ChronoDate(value) => value.map(|value| value.to_string()),
        Stored::ChronoTime(value) => value.map(|value| value.to_string()),
        Stored::ChronoDateTimeUtc(value) => value.map(|value| value.to_rfc3339()),
        _ => None,
    }
}

/// The stored value of a text that [`to_text`] gave.
pub(crate) fn from_text(column: &ColumnDef, text: &str) -> Option<sea_orm::Value> {
    use ColumnType as Type;
    match column.get_column_type() {
        Type::String(_) | Type::Text | Type::Char(_) => Some(text.into()),
        Type::Boolean => text.parse::<bool>().ok().map(Into::into),
        Type::Integer | Type::SmallInteger => text.parse::<i32>().ok().map(Into::into),
        Type::BigInteger => text.parse::<i64>().ok().map(Into::into),
        Type::Date => text.parse::<chrono::NaiveDate>().ok().map(Into::into),
        Type::Time => text.parse::<chrono::NaiveTime>().ok().map(Into::into),
        Type::TimestampWithTimeZone => text.parse::<chrono::DateTime<chrono::Utc>>().ok().map(Into::into),
        Type::Uuid => text.parse::<uuid::Uuid>().ok().map(Into::into),
        _ => None,
    }
}
