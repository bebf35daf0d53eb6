use serde_json::{Value, json};

use super::parse::{Comparator, Query};

/// How a query was understood, in the form in which the store tells it.
pub(super) fn echo(query: &Query) -> Value {
    match query {
        Query::And(queries) => json!({ "and": queries.iter().map(echo).collect::<Vec<_>>() }),
        Query::Or(queries) => json!({ "or": queries.iter().map(echo).collect::<Vec<_>>() }),
        Query::Not(query) => json!({ "not": echo(query) }),
        Query::Term { field, comparator, value, .. } => {
            let test = match comparator {
                Comparator::Match => "match_all",
                Comparator::Less => "range_lt",
                Comparator::LessOrEqual => "range_lte",
                Comparator::Greater => "range_gt",
                Comparator::GreaterOrEqual => "range_gte",
            };
            match field {
                Some(field) => json!({ "field": field, test: value }),
                None => json!({ "field": "default", test: value }),
            }
        }
    }
}
