use rust_decimal::Decimal;
use serde_json::Value;

use crate::search::{Comparator, Query, parse};

/// Whether a filter names a field in each of its terms.
pub(crate) fn is_filter(text: &str) -> bool {
    fn names_fields(query: &Query) -> bool {
        match query {
            Query::And(parts) | Query::Or(parts) => !parts.is_empty() && parts.iter().all(names_fields),
            Query::Not(part) => names_fields(part),
            Query::Term { field, .. } => field.is_some(),
        }
    }
    names_fields(&parse(text))
}

/// Whether a payload passes a filter. A field is a path into the payload, as `line_items.sku`; where it leads through
/// a list, one of its items is enough.
pub(super) fn passes(filter: &str, payload: &Value) -> bool {
    matches(&parse(filter), payload)
}

fn matches(query: &Query, payload: &Value) -> bool {
    match query {
        Query::And(parts) => parts.iter().all(|part| matches(part, payload)),
        Query::Or(parts) => parts.iter().any(|part| matches(part, payload)),
        Query::Not(part) => !matches(part, payload),
        Query::Term { field, comparator, value, .. } => {
            let path: Vec<&str> = field.as_deref().unwrap_or_default().split('.').collect();
            let mut found = Vec::new();
            reach(payload, &path, &mut found);
            found.into_iter().any(|found| compares(found, *comparator, value))
        }
    }
}

fn reach<'v>(value: &'v Value, path: &[&str], found: &mut Vec<&'v Value>) {
    match (value, path) {
        (Value::Array(items), _) => items.iter().for_each(|item| reach(item, path, found)),
        (Value::Null, _) => {}
        (_, []) => found.push(value),
        (_, [first, rest @ ..]) => {
            if let Some(value) = value.get(first) {
                reach(value, rest, found);
            }
        }
    }
}

fn compares(found: &Value, comparator: Comparator, wanted: &str) -> bool {
    if comparator == Comparator::Match && wanted == "*" {
        return true;
    }
    let text = match found {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let order = match (text.parse::<Decimal>(), wanted.parse::<Decimal>()) {
        (Ok(found), Ok(wanted)) => found.cmp(&wanted),
        _ => text.to_lowercase().cmp(&wanted.to_lowercase()),
    };
    match comparator {
        Comparator::Match => order.is_eq(),
        Comparator::Less => order.is_lt(),
        Comparator::LessOrEqual => order.is_le(),
        Comparator::Greater => order.is_gt(),
        Comparator::GreaterOrEqual => order.is_ge(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_filter_reaches_into_lists_and_compares_numbers_as_numbers() {
        let payload = json!({ "total_price": "99.50", "tags": null, "line_items": [{ "sku": "A" }, { "sku": "B" }] });
        for (filter, wanted) in [
            ("total_price:>=99.5", true),
            ("total_price:>100", false),
            ("line_items.sku:b", true),
            ("line_items.sku:C OR total_price:<100", true),
            ("NOT line_items.sku:A", false),
            ("tags:*", false),
        ] {
            assert_eq!(passes(filter, &payload), wanted, "{filter}");
        }
        assert!(is_filter("a:1 AND b:2") && !is_filter("a:1 word") && !is_filter(""));
    }
}
