use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::{Filter, Test};
use crate::field::Value;

impl Filter {
    /// Whether a record is let through. `value_of` gives the value of a field by its name.
    pub fn matches(&self, value_of: &dyn Fn(&str) -> Value) -> bool {
        match self {
            Self::All(filters) => filters.iter().all(|filter| filter.matches(value_of)),
            Self::Any(filters) => filters.iter().any(|filter| filter.matches(value_of)),
            Self::Not(filter) => !filter.matches(value_of),
            Self::Field { name, test } => test.matches(&value_of(name)),
        }
    }
}

impl Test {
    /// Whether `value` passes.
    pub fn matches(&self, value: &Value) -> bool {
        let order = |other: &Value| compare(value, other);
        match self {
            Self::Equal(other) => order(other) == Some(Ordering::Equal),
            Self::NotEqual(other) => order(other) != Some(Ordering::Equal),
            Self::Less(other) => order(other).is_some_and(Ordering::is_lt),
            Self::LessOrEqual(other) => order(other).is_some_and(Ordering::is_le),
            Self::Greater(other) => order(other).is_some_and(Ordering::is_gt),
            Self::GreaterOrEqual(other) => order(other).is_some_and(Ordering::is_ge),
            Self::Between(from, to) => {
                let after = from.as_ref().is_none_or(|from| order(from).is_some_and(Ordering::is_ge));
                after && to.as_ref().is_none_or(|to| order(to).is_some_and(Ordering::is_le))
            }
            Self::In(others) => others.iter().any(|other| order(other) == Some(Ordering::Equal)),
            Self::Like(pattern) => match value {
                Value::Text(text) => pattern.matches(text),
                Value::Null => pattern.matches(""),
                _ => false,
            },
        }
    }
}

/// Blank is the least value; values of different kinds have no order.
fn compare(one: &Value, other: &Value) -> Option<Ordering> {
    match (one, other) {
        (one, other) if is_blank(one) || is_blank(other) => Some(is_blank(other).cmp(&is_blank(one))),
        (Value::Text(one), Value::Text(other)) => Some(one.cmp(other)),
        (Value::Boolean(one), Value::Boolean(other)) => Some(one.cmp(other)),
        (Value::Integer(one), Value::Integer(other)) => Some(one.cmp(other)),
        (Value::Integer(one), Value::Decimal(other)) => Some(Decimal::from(*one).cmp(other)),
        (Value::Decimal(one), Value::Integer(other)) => Some(one.cmp(&Decimal::from(*other))),
        (Value::Decimal(one), Value::Decimal(other)) => Some(one.cmp(other)),
        (Value::Date(one), Value::Date(other)) => Some(one.cmp(other)),
        (Value::Time(one), Value::Time(other)) => Some(one.cmp(other)),
        (Value::DateTime(one), Value::DateTime(other)) => Some(one.cmp(other)),
        (Value::Id(one), Value::Id(other)) => Some(one.cmp(other)),
        _ => None,
    }
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Text(text) => text.is_empty(),
        _ => false,
    }
}
