//! What the program knows of a field: its kind, and its value as filters and JSON see it.

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::Code;
use crate::money::{Amount, Percent, Price, Quantity};

/// The kind of a field: decides how a filter on it is read and how it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Free text, compared letter by letter.
    Text,
    /// Upper-case text.
    Code,
    /// Yes or no.
    Boolean,
    /// A whole number.
    Integer,
    /// An exact number with at most five decimals.
    Decimal,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// An instant.
    DateTime,
    /// A public id.
    Id,
    /// One of these captions.
    Option(&'static [&'static str]),
}

/// A value as filters see it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing is there. BC calls it blank.
    Null,
    /// Of [`Kind::Text`], [`Kind::Code`] or [`Kind::Option`].
    Text(String),
    /// Of [`Kind::Boolean`].
    Boolean(bool),
    /// Of [`Kind::Integer`].
    Integer(i64),
    /// Of [`Kind::Decimal`].
    Decimal(Decimal),
    /// Of [`Kind::Date`].
    Date(NaiveDate),
    /// Of [`Kind::Time`].
    Time(NaiveTime),
    /// Of [`Kind::DateTime`].
    DateTime(DateTime<Utc>),
    /// Of [`Kind::Id`].
    Id(Uuid),
}

/// A type that a field may have.
pub trait FieldType {
    /// Its kind.
    const KIND: Kind;
    /// Its value.
    fn value(&self) -> Value;
}

/// An option type: knows its captions.
pub trait OptionType: FieldType {
    /// In BC's order.
    const CAPTIONS: &'static [&'static str];
}

/// A text that is no caption of the option.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{text}' is not one of the options: {options}")]
pub struct UnknownOption {
    text: String,
    options: String,
}

impl UnknownOption {
    /// Names the text and the captions that would do.
    pub fn new(text: &str, captions: &[&str]) -> Self {
        let options = captions.iter().map(|caption| if caption.is_empty() { "(blank)" } else { caption });
        Self { text: text.to_owned(), options: options.collect::<Vec<_>>().join(", ") }
    }
}

impl Value {
    /// The value as JSON. Decimals are written as numbers; times in ISO 8601.
    pub fn json(&self) -> serde_json::Value {
        match self {
            Self::Null => serde_json::Value::Null,
            Self::Text(text) => text.as_str().into(),
            Self::Boolean(value) => (*value).into(),
            Self::Integer(value) => (*value).into(),
            Self::Decimal(value) => decimal_json(*value),
            Self::Date(value) => value.to_string().into(),
            Self::Time(value) => value.to_string().into(),
            Self::DateTime(value) => value.to_rfc3339_opts(SecondsFormat::AutoSi, true).into(),
            Self::Id(value) => value.to_string().into(),
        }
    }
}

/// `value` as a JSON number. Up to fifteen significant digits are kept exactly, which is every amount below ten billion.
fn decimal_json(value: Decimal) -> serde_json::Value {
    let text = value.normalize().to_string();
    serde_json::from_str(&text).unwrap_or(serde_json::Value::String(text))
}

macro_rules! field_types {
    ($($type:ty => $kind:ident($convert:expr)),+ $(,)?) => {
        $(impl FieldType for $type {
            const KIND: Kind = Kind::$kind;
            fn value(&self) -> Value {
                let convert: fn(&$type) -> Value = $convert;
                convert(self)
            }
        })+
    };
}

field_types! {
    String => Text(|v| Value::Text(v.clone())),
    bool => Boolean(|v| Value::Boolean(*v)),
    i64 => Integer(|v| Value::Integer(*v)),
    i32 => Integer(|v| Value::Integer(i64::from(*v))),
    Decimal => Decimal(|v| Value::Decimal(*v)),
    Amount => Decimal(|v| Value::Decimal(v.decimal())),
    Price => Decimal(|v| Value::Decimal(v.decimal())),
    Quantity => Decimal(|v| Value::Decimal(v.decimal())),
    Percent => Decimal(|v| Value::Decimal(v.decimal())),
    NaiveDate => Date(|v| Value::Date(*v)),
    NaiveTime => Time(|v| Value::Time(*v)),
    DateTime<Utc> => DateTime(|v| Value::DateTime(*v)),
    Uuid => Id(|v| Value::Id(*v)),
}

impl<const N: usize> FieldType for Code<N> {
    const KIND: Kind = Kind::Code;
    fn value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

impl<T: FieldType> FieldType for Option<T> {
    const KIND: Kind = T::KIND;
    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Null, FieldType::value)
    }
}
