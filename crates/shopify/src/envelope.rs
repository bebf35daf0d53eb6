use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::bucket::ThrottleStatus;

/// What is around the data of an answer.
#[derive(Debug, Deserialize)]
pub(crate) struct Envelope {
    /// The answer itself, read only when there are no errors.
    #[serde(default)]
    pub(crate) data: Option<Box<RawValue>>,
    /// A list, or a text as Shopify's older API writes it.
    #[serde(default)]
    errors: Value,
    #[serde(default)]
    pub(crate) extensions: Extensions,
}

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Extensions {
    #[serde(default)]
    pub(crate) cost: Option<Cost>,
    #[serde(default)]
    search: Vec<Search>,
}

/// What the call cost.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Cost {
    #[serde(default)]
    requested_query_cost: Option<f64>,
    #[serde(default)]
    actual_query_cost: Option<f64>,
    #[serde(default)]
    pub(crate) throttle_status: Option<ThrottleStatus>,
}

impl Cost {
    /// The points that were asked for; Shopify writes whole numbers also as `25.0`.
    pub(crate) fn requested(&self) -> Option<u32> {
        self.requested_query_cost.map(|points| points.ceil() as u32)
    }

    /// The points that were charged in the end: what a call did not need is given back.
    pub(crate) fn charged(&self) -> Option<f64> {
        self.actual_query_cost.or(self.requested_query_cost)
    }
}

#[derive(Debug, Deserialize)]
struct Search {
    #[serde(default)]
    warnings: Vec<Warning>,
}

#[derive(Debug, Deserialize)]
struct Warning {
    #[serde(default)]
    field: String,
    #[serde(default)]
    message: String,
}

/// One error beside the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Complaint {
    pub(crate) message: String,
    /// As `THROTTLED`; empty if none.
    pub(crate) code: String,
    /// The first part of its path: the field of the document that it is about, if it names one.
    pub(crate) field: Option<String>,
}

impl Envelope {
    /// Reads an answer, if it is one.
    pub(crate) fn read(body: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(body)
    }

    /// The errors, in whatever form they came.
    pub(crate) fn complaints(&self) -> Vec<Complaint> {
        match &self.errors {
            Value::Null => Vec::new(),
            Value::Array(errors) => errors.iter().map(complaint).collect(),
            other => vec![complaint(other)],
        }
    }

    /// The filters that Shopify did not understand and left out.
    pub(crate) fn ignored_filters(&self) -> Vec<String> {
        let warnings = self.extensions.search.iter().flat_map(|search| &search.warnings);
        warnings.map(|warning| format!("{}: {}", warning.field, warning.message)).collect()
    }
}

fn complaint(error: &Value) -> Complaint {
    let message = match error {
        Value::String(text) => text.clone(),
        other => other.get("message").and_then(Value::as_str).map_or_else(|| other.to_string(), str::to_owned),
    };
    let code = error.pointer("/extensions/code").and_then(Value::as_str).unwrap_or_default().to_owned();
    let field = error.pointer("/path/0").and_then(Value::as_str).map(str::to_owned);
    Complaint { message, code, field }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(json: &str) -> Vec<(String, String)> {
        let envelope = Envelope::read(json.as_bytes()).unwrap();
        envelope.complaints().into_iter().map(|one| (one.code, one.message)).collect()
    }

    #[test]
    fn errors_are_read_in_every_form() {
        let pair = |code: &str, message: &str| vec![(code.to_owned(), message.to_owned())];
        assert_eq!(complaints(r#"{"errors":"[API] Invalid API key"}"#), pair("", "[API] Invalid API key"));
        let list = r#"{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}]}"#;
        assert_eq!(complaints(list), pair("THROTTLED", "Throttled"));
        assert_eq!(complaints(r#"{"errors":{"base":["odd"]}}"#), pair("", r#"{"base":["odd"]}"#));
        assert_eq!(complaints(r#"{"data":{}}"#), []);
    }

    #[test]
    fn cost_is_read_from_whole_and_other_numbers() {
        let json = r#"{"data":{},"extensions":{"cost":{"requestedQueryCost":25.0,"actualQueryCost":null,"throttleStatus":
            {"maximumAvailable":2000.0,"currentlyAvailable":1988,"restoreRate":100}}}}"#;
        let cost = Envelope::read(json.as_bytes()).unwrap().extensions.cost.unwrap();
        assert_eq!(cost.requested(), Some(25));
        assert_eq!(cost.throttle_status.unwrap().currently_available, 1988.0);
    }

    #[test]
    fn a_filter_that_was_left_out_is_named() {
        let json = r#"{"data":{},"extensions":{"search":[{"path":["orders"],"query":"made_up:1",
            "warnings":[{"field":"made_up","message":"Invalid search field for this query.","code":"invalid_field"}]}]}}"#;
        let ignored = Envelope::read(json.as_bytes()).unwrap().ignored_filters();
        assert_eq!(ignored, ["made_up: Invalid search field for this query."]);
    }
}
