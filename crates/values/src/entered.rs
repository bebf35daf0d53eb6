//! Values as they are entered: read from JSON, or from a cell of a file, by the kind of their field.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::field::{Kind, UnknownOption, Value};
use crate::money::{self, Amount};

/// Why what was entered is no value of its field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is of another kind.
    #[error("'{entered}' is not {expected}")]
    OfOtherKind {
        /// What was entered.
        entered: String,
        /// What would do.
        expected: &'static str,
    },
    /// It is none of the options.
    #[error(transparent)]
    Option(#[from] UnknownOption),
    /// It is no number that can be kept.
    #[error(transparent)]
    Number(#[from] money::Invalid),
}

impl Value {
    /// The value of a field of that kind that stands in a body; `null` is blank.
    ///
    /// # Errors
    /// [`Unreadable`] says what would do.
    pub fn from_json(kind: Kind, json: &serde_json::Value) -> Result<Self, Unreadable> {
        use serde_json::Value as Json;
        match (kind, json) {
            (_, Json::Null) => Ok(Self::Null),
            (Kind::Boolean, Json::Bool(value)) => Ok(Self::Boolean(*value)),
            (Kind::Integer | Kind::Decimal, Json::Number(number)) => Self::from_text(kind, &number.to_string()),
            (Kind::Boolean | Kind::Integer, _) => Err(of_other_kind(kind, json.to_string())),
            (_, Json::String(text)) => Self::from_text(kind, text),
            _ => Err(of_other_kind(kind, json.to_string())),
        }
    }

    /// The value of a field of that kind that stands in a cell, in the form in which lists are written as files; an empty
    /// cell is blank.
    ///
    /// # Errors
    /// [`Unreadable`] says what would do.
    pub fn from_text(kind: Kind, text: &str) -> Result<Self, Unreadable> {
        let entered = text.trim();
        if entered.is_empty() {
            return Ok(Self::Null);
        }
        let other = || of_other_kind(kind, entered.to_owned());
        match kind {
            Kind::Text => Ok(Self::Text(text.to_owned())),
            Kind::Code => Ok(Self::Text(entered.to_uppercase())),
            Kind::Boolean => boolean(entered).map(Self::Boolean).ok_or_else(other),
            Kind::Integer => entered.parse().map(Self::Integer).map_err(|_| other()),
            Kind::Decimal => decimal(entered).map(Self::Decimal),
            Kind::Date => entered.parse::<NaiveDate>().map(Self::Date).map_err(|_| other()),
            Kind::Time => entered.parse::<NaiveTime>().map(Self::Time).map_err(|_| other()),
            Kind::DateTime => entered.parse::<DateTime<Utc>>().map(Self::DateTime).map_err(|_| other()),
            Kind::Id => entered.parse::<Uuid>().map(Self::Id).map_err(|_| other()),
            Kind::Option(captions) => {
                let known = captions.iter().find(|caption| caption.eq_ignore_ascii_case(entered));
                let caption = known.ok_or_else(|| UnknownOption::new(entered, captions))?;
                Ok(Self::Text((*caption).to_owned()))
            }
        }
    }

    /// Whether nothing is there.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

fn boolean(text: &str) -> Option<bool> {
    let is = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(text));
    match (is(&["true", "yes", "1"]), is(&["false", "no", "0"])) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

/// A number that a column can hold: whichever of the exact numbers the column is, its bounds are the same.
fn decimal(text: &str) -> Result<Decimal, Unreadable> {
    let number = Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text));
    let number = number.map_err(|_| money::Invalid::NotANumber(text.to_owned()))?;
    Ok(Amount::new(number)?.decimal())
}

fn of_other_kind(kind: Kind, entered: String) -> Unreadable {
    let expected = match kind {
        Kind::Text | Kind::Code | Kind::Option(_) => "a text",
        Kind::Boolean => "true or false",
        Kind::Integer => "a whole number",
        Kind::Decimal => "a number: write digits with a point, as 1234.50",
        Kind::Date => "a date: write it as 2026-11-26",
        Kind::Time => "a time: write it as 14:30:00",
        Kind::DateTime => "a moment: write it as 2026-11-26T14:30:00Z",
        Kind::Id => "an id",
    };
    Unreadable::OfOtherKind { entered, expected }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    const OPTIONS: Kind = Kind::Option(&["", "Ship"]);

    #[rstest]
    #[case(Kind::Code, "  nok ", Value::Text("NOK".into()))]
    #[case(Kind::Boolean, "Yes", Value::Boolean(true))]
    #[case(Kind::Decimal, "-1.50", Value::Decimal("-1.50".parse().unwrap()))]
    #[case(Kind::Date, "2026-11-26", Value::Date(NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()))]
    #[case(OPTIONS, "ship", Value::Text("Ship".into()))]
    #[case(Kind::Integer, "", Value::Null)]
    fn a_cell_is_read_by_the_kind_of_its_field(#[case] kind: Kind, #[case] text: &str, #[case] expected: Value) {
        assert_eq!(Value::from_text(kind, text), Ok(expected));
    }

    #[rstest]
    #[case(Kind::Boolean, "maybe", "true or false")]
    #[case(Kind::Integer, "1.5", "whole number")]
    #[case(Kind::Decimal, "1,5", "with a point")]
    #[case(Kind::Decimal, "0.000001", "five decimals")]
    #[case(Kind::Date, "26.11.2026", "2026-11-26")]
    #[case(OPTIONS, "Sail", "(blank), Ship")]
    fn what_can_not_be_read_says_what_would_do(#[case] kind: Kind, #[case] text: &str, #[case] remedy: &str) {
        let error = Value::from_text(kind, text).unwrap_err().to_string();
        assert!(error.contains(remedy) && error.contains(text), "{error}");
    }

    #[test]
    fn a_text_is_no_number_in_json_and_a_number_no_text() {
        assert_eq!(Value::from_json(Kind::Decimal, &json!(0.25)), Ok(Value::Decimal("0.25".parse().unwrap())));
        assert!(Value::from_json(Kind::Boolean, &json!("true")).is_err());
        assert!(Value::from_json(Kind::Text, &json!(5)).is_err());
    }
}
