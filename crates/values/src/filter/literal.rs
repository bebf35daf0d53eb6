//! From the text of a value to the value.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::{Words, date, time};
use crate::field::{Kind, Value};
use crate::money::Amount;

/// What a value in a filter means.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Literal {
    /// `''`
    Blank,
    /// Exactly this.
    Value(Value),
    /// From the first instant up to, and without, the second.
    Period(DateTime<Utc>, DateTime<Utc>),
}

/// The names for the user who asks.
const ME: [&str; 3] = ["%me", "%user", "%userid"];

/// `None` when `text` is no value of the kind.
pub(super) fn parse(kind: Kind, text: &str, quoted: bool, words: &Words) -> Option<Literal> {
    let is_me = !quoted && ME.iter().any(|name| name.eq_ignore_ascii_case(text));
    let text = if is_me { words.user.as_str() } else { text };
    let trimmed = text.trim();
    Some(Literal::Value(match kind {
        Kind::Text => Value::Text(text.to_owned()),
        Kind::Code => Value::Text(trimmed.to_uppercase()),
        Kind::Boolean => Value::Boolean(boolean(trimmed)?),
        Kind::Integer => Value::Integer(trimmed.parse().ok()?),
        Kind::Decimal => Value::Decimal(decimal(trimmed)?),
        Kind::Date => Value::Date(date::parse(trimmed, words)?),
        Kind::Time => Value::Time(time::parse(trimmed)?),
        Kind::DateTime => return date_time(trimmed, words),
        Kind::Id => Value::Id(Uuid::try_parse(trimmed).ok()?),
        Kind::Option(captions) => Value::Text(option(trimmed, captions)?.to_owned()),
    }))
}

/// What would have been a value of the kind.
pub(super) fn expected(kind: Kind) -> String {
    match kind {
        Kind::Text | Kind::Code => "a text".to_owned(),
        Kind::Boolean => "Yes or No".to_owned(),
        Kind::Integer => "a whole number".to_owned(),
        Kind::Decimal => "a number of at most five decimals, as 1234.50,".to_owned(),
        Kind::Date => "a date, as 2026-03-02, 02.03.26, today, workdate or -30D,".to_owned(),
        Kind::Time => "a time of day, as 09:30,".to_owned(),
        Kind::DateTime => {
            "a date, or a date and a time, as 2026-03-02, 2026-03-02T09:30:00Z, today or -30D,".to_owned()
        }
        Kind::Id => "an id, as 01890a5d-ac96-774b-bcce-b302099a8057,".to_owned(),
        Kind::Option(captions) => {
            let captions = captions.iter().map(|caption| if caption.is_empty() { "''" } else { caption });
            format!("one of the options ({})", captions.collect::<Vec<_>>().join(", "))
        }
    }
}

fn boolean(text: &str) -> Option<bool> {
    let begins = |word: &str| word.get(..text.len()).is_some_and(|start| start.eq_ignore_ascii_case(text));
    match text {
        "" => None,
        "1" => Some(true),
        "0" => Some(false),
        _ if begins("yes") || begins("true") => Some(true),
        _ if begins("no") || begins("false") => Some(false),
        _ => None,
    }
}

fn decimal(text: &str) -> Option<Decimal> {
    let number = Decimal::from_str_exact(text).ok()?;
    Amount::new(number).ok().map(Amount::decimal)
}

/// By caption, by a beginning that only one caption has, or by place as BC's stored filters have it.
fn option<'c>(text: &str, captions: &[&'c str]) -> Option<&'c str> {
    if let Some(caption) = captions.iter().find(|caption| caption.eq_ignore_ascii_case(text)) {
        return Some(caption);
    }
    if let Ok(place) = text.parse::<usize>() {
        return captions.get(place).copied();
    }
    let begins = |caption: &str| caption.get(..text.len()).is_some_and(|start| start.eq_ignore_ascii_case(text));
    let mut found = captions.iter().filter(|caption| !text.is_empty() && begins(caption));
    match (found.next(), found.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

fn date_time(text: &str, words: &Words) -> Option<Literal> {
    if let Some(instant) = time::instant(text, words) {
        return Some(Literal::Value(Value::DateTime(instant)));
    }
    let day = date::parse(text, words)?;
    Some(Literal::Period(time::beginning(day, words.zone)?, time::beginning(day.succ_opt()?, words.zone)?))
}
