//! A call as it is written down: redacted, cut to size, with a beginning that a list can show.

use runtime::Random;
use sea_orm::{IntoActiveModel, NotSet};
use serde_json::Value;

use super::queue::Call;
use super::{ActiveModel, Content, Model, cut, redact};

/// The rows of one call.
#[derive(Debug)]
pub(super) struct Rows {
    pub(super) entry: ActiveModel,
    pub(super) content: Content,
}

pub(super) fn rows(call: &Call, random: &Random) -> Rows {
    let sent = &call.sent;
    let keeps = call.shop.keeps_personal;
    let (request, response) = (Body::read(&sent.request, keeps), Body::read(&sent.response, keeps));
    let id = random.id(sent.at);
    let entry = Model {
        entry_number: 0,
        id,
        shop_code: call.shop.code.clone(),
        date_time: sent.at,
        document: sent.document.to_owned(),
        method: "POST".to_owned(),
        url: sent.url.clone(),
        status_code: sent.status.unwrap_or_default().into(),
        has_error: call.has_error,
        message: message(call, &response),
        retry_count: sent.retry.try_into().unwrap_or(i32::MAX),
        requested_query_cost: points(sent.requested_cost),
        query_cost: points(sent.actual_cost),
        duration_ms: sent.duration.as_millis().try_into().unwrap_or(i64::MAX),
        request_id: sent.request_id.clone(),
        api_version: sent.served_version.clone().unwrap_or_default(),
        request_preview: cut::preview(&request.variables()),
        response_preview: cut::preview(&response.text),
        job_queue_log_entry_id: call.run,
        reviewed: false,
    };
    let mut entry = entry.into_active_model();
    entry.entry_number = NotSet;
    Rows { entry, content: Content { log_entry_id: id, request: request.text, response: response.text } }
}

/// Why it failed, and what else is to be known of it.
fn message(call: &Call, response: &Body) -> String {
    let sent = &call.sent;
    let failed = match &sent.error {
        Some(error) if call.shop.keeps_personal => error.clone(),
        Some(error) => redact::redact_text(error),
        None if call.has_error => response.first_message().unwrap_or_default(),
        None => String::new(),
    };
    let version = match call.served.as_deref() {
        Some("") => format!("The store answers with version {} again.", sent.asked_version),
        Some(other) => format!("The store answers with version {other} instead of {}.", sent.asked_version),
        None => String::new(),
    };
    [failed, version].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

fn points(points: Option<f64>) -> i32 {
    points.unwrap_or_default().ceil() as i32
}

/// A body as it is kept.
struct Body {
    json: Option<Value>,
    text: String,
}

impl Body {
    fn read(bytes: &[u8], keeps_personal: bool) -> Self {
        if let Ok(mut json) = serde_json::from_slice::<Value>(bytes) {
            redact::redact(&mut json, keeps_personal);
            return Self { text: cut::fit(&json), json: Some(json) };
        }
        let text = String::from_utf8_lossy(bytes);
        let is_part_of_json = text.trim_start().starts_with(['{', '[']);
        let text = match (keeps_personal, is_part_of_json) {
            (true, _) => cut::fit_text(&text),
            // In half an answer it can't be told what is personal.
            (false, true) => format!("({} bytes that break off)", bytes.len()),
            (false, false) => cut::fit_text(&redact::redact_text(&text)),
        };
        Self { json: None, text }
    }

    /// What a document was asked with; the document itself begins the same each time.
    fn variables(&self) -> String {
        self.json.as_ref().and_then(|json| json.get("variables")).map(Value::to_string).unwrap_or_default()
    }

    /// The first message of the errors in it.
    fn first_message(&self) -> Option<String> {
        let json = self.json.as_ref()?;
        let beside = json.get("errors").and_then(message_of);
        beside.or_else(|| json.get("data").and_then(user_error))
    }
}

fn user_error(value: &Value) -> Option<String> {
    match value {
        Value::Object(fields) => fields.iter().find_map(|(name, value)| {
            let own = name.ends_with("serErrors").then(|| message_of(value)).flatten();
            own.or_else(|| user_error(value))
        }),
        Value::Array(values) => values.iter().find_map(user_error),
        _ => None,
    }
}

fn message_of(errors: &Value) -> Option<String> {
    match errors {
        Value::Array(errors) => errors.first().and_then(message_of),
        Value::Object(error) => error.get("message").and_then(Value::as_str).map(str::to_owned),
        Value::String(text) => Some(text.clone()),
        _ => None,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::time::Duration;

    use chrono::DateTime;
    use serde_json::json;
    use shopify::{Kind, Observed};

    use super::*;

    /// A query that was answered with `body`.
    pub(in crate::calls) fn sent(body: &str) -> Observed {
        Observed {
            at: DateTime::UNIX_EPOCH,
            document: "ShopSettings",
            kind: Kind::Query,
            url: "https://fjord.myshopify.com/admin/api/2026-10/graphql.json".into(),
            request: "{}".into(),
            status: Some(200),
            response: body.to_owned().into(),
            request_id: "r-1".into(),
            asked_version: "2026-10".into(),
            served_version: Some("2026-10".into()),
            deprecated: None,
            requested_cost: Some(1.0),
            actual_cost: Some(1.0),
            available: Some(1999.0),
            arrived: true,
            throttled: false,
            duration: Duration::from_millis(20),
            retry: 0,
            error: None,
        }
    }

    #[test]
    fn half_an_answer_is_not_kept_since_it_may_be_personal() {
        let half = br#"{"data":{"customer":{"displayName":"Kari Nor"#;
        assert_eq!(Body::read(half, false).text, format!("({} bytes that break off)", half.len()));
        assert!(Body::read(half, true).text.contains("Kari"));
    }

    #[test]
    fn the_message_is_the_first_of_those_in_the_answer() {
        let body = json!({ "data": { "a": { "userErrors": [], "mediaUserErrors": [{ "message": "too large" }] } } });
        assert_eq!(Body::read(body.to_string().as_bytes(), false).first_message().unwrap(), "too large");
        let body = json!({ "errors": "[API] Invalid API key" });
        assert_eq!(Body::read(body.to_string().as_bytes(), false).first_message().unwrap(), "[API] Invalid API key");
    }
}
