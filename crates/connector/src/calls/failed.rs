use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use shopify::Observed;

/// As much of an answer as tells whether it is an error.
#[derive(Deserialize)]
struct Glance<'a> {
    #[serde(default)]
    errors: Value,
    #[serde(borrow, default)]
    data: Option<&'a RawValue>,
}

/// How the names of all lists of errors end that a person is to mend: `userErrors`, `mediaUserErrors`.
const LISTS: &str = "serErrors";

/// Whether a call failed: it has no answer or none that can be read, its status is not one of success, there are errors
/// beside the data, or one of its lists of user errors is not empty. An empty list does not hide another that is not.
pub fn has_error(sent: &Observed) -> bool {
    if sent.error.is_some() || !matches!(sent.status, Some(200..=299)) {
        return true;
    }
    let Ok(glance) = serde_json::from_slice::<Glance<'_>>(&sent.response) else { return true };
    !is_nothing(&glance.errors) || glance.data.is_some_and(has_user_errors)
}

fn has_user_errors(data: &RawValue) -> bool {
    // Nearly all answers are large and have no such list: they need not be read.
    data.get().contains(LISTS) && serde_json::from_str(data.get()).is_ok_and(|data: Value| is_among(&data))
}

fn is_among(value: &Value) -> bool {
    match value {
        Value::Object(fields) => {
            fields.iter().any(|(name, value)| (name.ends_with(LISTS) && !is_nothing(value)) || is_among(value))
        }
        Value::Array(values) => values.iter().any(is_among),
        _ => false,
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(values) => values.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::String(text) => text.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calls::prepare::tests::sent;

    fn fails(status: Option<u16>, body: &str) -> bool {
        has_error(&Observed { status, ..sent(body) })
    }

    #[test]
    fn a_call_fails_by_its_status_its_errors_or_its_user_errors() {
        for body in [
            r#"{"errors":[{"message":"Throttled"}]}"#,
            r#"{"errors":"[API] Invalid API key"}"#,
            r#"{"data":{"orders":null},"errors":[{"message":"no"}]}"#,
            r#"{"data":{"a":{"userErrors":[{"message":"no"}]}}}"#,
            r#"{"data":{"a":{"orderCancelUserErrors":[{"message":"no"}],"userErrors":[]}}}"#,
            r#"{"data":{"a":{"userErrors":[]},"b":{"mediaUserErrors":[{"message":"no"}]}}}"#,
            "<html>",
            r#"{"data":{"#,
        ] {
            assert!(fails(Some(200), body), "{body}");
        }
        assert!(fails(Some(503), "{}") && fails(Some(302), "{}") && fails(None, ""));
    }

    #[test]
    fn a_call_without_any_of_them_is_no_error() {
        for body in [
            r#"{"data":{"shop":{"name":"userErrors"}}}"#,
            r#"{"data":{"a":{"userErrors":[],"mediaUserErrors":[]}},"errors":[]}"#,
            r#"{"data":{"errors":{"nodes":[1]}}}"#,
        ] {
            assert!(!fails(Some(200), body), "{body}");
        }
        assert!(!fails(Some(201), "{}"));
    }
}
