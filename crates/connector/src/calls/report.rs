use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};

use super::{Content, Model};
use crate::Error;

/// As long Shopify can tell what became of a call.
const REPORTED_WITHIN: TimeDelta = TimeDelta::days(14);

/// Checks that a call is one for Shopify's support: the fault was Shopify's, and is not older than two weeks.
///
/// # Errors
/// [`Error::NotForSupport`] says why it is not.
pub fn check_for_support(entry: &Model, now: DateTime<Utc>) -> Result<(), Error> {
    if entry.status_code < 500 {
        return Err(Error::NotForSupport("Shopify's support looks into answers with HTTP status 500 and above"));
    }
    if now - entry.date_time > REPORTED_WITHIN {
        return Err(Error::NotForSupport("Shopify's support looks into calls of the last 14 days"));
    }
    Ok(())
}

/// What Shopify's support asks for, as text: which call it was, when, and what was sent and came back. It is in English,
/// since they read it.
pub fn report(entry: &Model, content: Option<&Content>, store: &str) -> String {
    let status = match entry.status_code {
        0 => "no answer".to_owned(),
        status => status.to_string(),
    };
    let lines = [
        ("Request ID", entry.request_id.clone()),
        ("Time (UTC)", entry.date_time.to_rfc3339_opts(SecondsFormat::Millis, true)),
        ("Store", store.to_owned()),
        ("URL", format!("{} {}", entry.method, entry.url)),
        ("API version", entry.api_version.clone()),
        ("Operation", entry.document.clone()),
        ("HTTP status", status),
        ("Duration", format!("{} ms", entry.duration_ms)),
        ("Sent before", format!("{} times", entry.retry_count)),
        ("Query cost", format!("{} requested, {} actual", entry.requested_query_cost, entry.query_cost)),
        ("Message", entry.message.clone()),
        ("Program", concat!("Kobling ", env!("CARGO_PKG_VERSION")).to_owned()),
    ];
    let mut text: String = lines.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    if let Some(content) = content {
        text += &format!("\nRequest:\n{}\n\nResponse:\n{}\n", content.request, content.response);
    }
    text
}
