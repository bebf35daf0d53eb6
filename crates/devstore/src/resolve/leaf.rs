use apollo_compiler::resolvers::ResolvedValue;
use apollo_compiler::response::JsonValue;
use chrono::{DateTime, SecondsFormat, Utc};
use rust_decimal::Decimal;

use super::session::Resolved;

/// A text.
pub(super) fn text<'a>(text: &str) -> Resolved<'a> {
    Ok(ResolvedValue::leaf(text))
}

/// A text, or null.
pub(super) fn optional<'a>(text: Option<&str>) -> Resolved<'a> {
    Ok(text.map_or_else(ResolvedValue::null, ResolvedValue::leaf))
}

/// True or false.
pub(super) fn flag<'a>(flag: bool) -> Resolved<'a> {
    Ok(ResolvedValue::leaf(flag))
}

/// A whole number.
pub(super) fn number<'a>(number: impl Into<i64>) -> Resolved<'a> {
    Ok(ResolvedValue::leaf(JsonValue::Number(number.into().into())))
}

/// A floating point number, as a share or a coordinate.
pub(super) fn float<'a>(number: f64) -> Resolved<'a> {
    Ok(serde_json::Number::from_f64(number)
        .map_or_else(ResolvedValue::null, |number| ResolvedValue::leaf(JsonValue::Number(number))))
}

/// A decimal number as a floating point one: what the schema says for rates.
pub(super) fn rate<'a>(rate: Decimal) -> Resolved<'a> {
    float(rate.to_string().parse().unwrap_or_default())
}

/// An id as Shopify's older interfaces wrote it: the number, as text.
pub(super) fn legacy<'a>(id: u64) -> Resolved<'a> {
    Ok(ResolvedValue::leaf(id.to_string()))
}

/// A global id.
pub(super) fn gid<'a>(kind: &str, id: u64) -> Resolved<'a> {
    Ok(ResolvedValue::leaf(format!("gid://shopify/{kind}/{id}")))
}

/// An instant, to the second.
pub(super) fn time<'a>(time: DateTime<Utc>) -> Resolved<'a> {
    Ok(ResolvedValue::leaf(time.to_rfc3339_opts(SecondsFormat::Secs, true)))
}

/// An instant, or null.
pub(super) fn optional_time<'a>(instant: Option<DateTime<Utc>>) -> Resolved<'a> {
    instant.map_or_else(|| Ok(ResolvedValue::null()), time)
}

/// An amount as the scalar `Money`: two decimals.
pub(super) fn money<'a>(amount: Decimal) -> Resolved<'a> {
    Ok(ResolvedValue::leaf(format!("{:.2}", amount.normalize())))
}

/// An amount as the scalar `Decimal`: at least one decimal and no more than it needs.
pub(super) fn decimal<'a>(amount: Decimal) -> Resolved<'a> {
    let amount = amount.normalize();
    let text = if amount.scale() == 0 { format!("{amount:.1}") } else { amount.to_string() };
    Ok(ResolvedValue::leaf(text))
}

/// A list of texts.
pub(super) fn texts<'a>(texts: impl IntoIterator<Item = impl AsRef<str>>) -> Resolved<'a> {
    let leaves: Vec<_> = texts.into_iter().map(|text| ResolvedValue::leaf(text.as_ref())).collect();
    Ok(ResolvedValue::list(leaves))
}
