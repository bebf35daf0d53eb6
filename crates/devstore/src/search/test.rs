use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use rust_decimal::Decimal;

use super::field::{Found, Kind};
use super::parse::Comparator;

/// What one term asks of a field.
#[derive(Debug)]
pub(super) enum Test {
    Exists,
    Time(Comparator, DateTime<Utc>, TimeDelta),
    Ids(Vec<u64>),
    Id(Comparator, u64),
    Number(Comparator, Decimal),
    Flag(bool),
    Text { alternatives: Vec<Pattern>, words: bool },
    Never,
}

/// A text to compare with, in lower case.
#[derive(Debug)]
pub(super) struct Pattern {
    text: String,
    prefix: bool,
}

impl Pattern {
    pub(super) fn new(text: &str) -> Self {
        let text = text.to_lowercase();
        match text.strip_suffix('*') {
            Some(start) => Self { text: start.to_owned(), prefix: true },
            None => Self { text, prefix: false },
        }
    }

    pub(super) fn matches(&self, text: &str, words: bool) -> bool {
        let text = text.to_lowercase();
        let whole = if self.prefix { text.starts_with(&self.text) } else { text == self.text };
        whole || (words && text.split(|c: char| !c.is_alphanumeric()).any(|word| self.is_word(word)))
    }

    fn is_word(&self, word: &str) -> bool {
        if self.prefix { word.starts_with(&self.text) } else { word == self.text }
    }
}

/// The text is no point in time.
pub(super) struct NotATime;

impl Test {
    /// Reads the value of a term for a field of `kind`. Dates without a zone are the shop's.
    pub(super) fn read(kind: Kind, comparator: Comparator, value: &str, zone: Tz) -> Result<Self, NotATime> {
        if value == "*" {
            return Ok(Self::Exists);
        }
        Ok(match kind {
            Kind::Time => {
                let (instant, length) = time(value, zone).ok_or(NotATime)?;
                Self::Time(comparator, instant, length)
            }
            Kind::Id if comparator == Comparator::Match => {
                Self::Ids(value.split(',').filter_map(|id| id.trim().parse().ok()).collect())
            }
            Kind::Id => value.parse().map_or(Self::Never, |id| Self::Id(comparator, id)),
            Kind::Number => value.parse().map_or(Self::Never, |number| Self::Number(comparator, number)),
            Kind::Flag => match value.to_lowercase().as_str() {
                "true" | "yes" | "1" => Self::Flag(true),
                "false" | "no" | "0" => Self::Flag(false),
                _ => Self::Never,
            },
            Kind::Text | Kind::Words => Self::Text {
                alternatives: value.split(',').map(|text| Pattern::new(text.trim())).collect(),
                words: kind == Kind::Words,
            },
        })
    }

    pub(super) fn passes(&self, found: &Found<'_>) -> bool {
        match (self, found) {
            (Self::Never, _) | (_, Found::Nothing) => false,
            (Self::Exists, Found::Texts(texts)) => !texts.is_empty(),
            (Self::Exists, Found::Ids(ids)) => !ids.is_empty(),
            (Self::Exists, _) => true,
            (Self::Time(Comparator::Match, start, length), Found::Time(time)) => {
                *start <= *time && *time < *start + *length
            }
            (Self::Time(comparator, start, _), Found::Time(time)) => compares(*comparator, time, start),
            (Self::Ids(ids), Found::Id(id)) => ids.contains(id),
            (Self::Ids(wanted), Found::Ids(ids)) => ids.iter().any(|id| wanted.contains(id)),
            (Self::Id(comparator, wanted), Found::Id(id)) => compares(*comparator, id, wanted),
            (Self::Number(comparator, wanted), Found::Number(number)) => compares(*comparator, number, wanted),
            (Self::Number(comparator, wanted), Found::Numbers(numbers)) => {
                numbers.iter().any(|number| compares(*comparator, number, wanted))
            }
            (Self::Flag(wanted), Found::Flag(flag)) => wanted == flag,
            (Self::Text { alternatives, words }, Found::Text(text)) => {
                alternatives.iter().any(|pattern| pattern.matches(text, *words))
            }
            (Self::Text { alternatives, words }, Found::Texts(texts)) => {
                texts.iter().any(|text| alternatives.iter().any(|pattern| pattern.matches(text, *words)))
            }
            _ => false,
        }
    }
}

fn compares<T: PartialOrd>(comparator: Comparator, left: &T, right: &T) -> bool {
    match comparator {
        Comparator::Match => left == right,
        Comparator::Less => left < right,
        Comparator::LessOrEqual => left <= right,
        Comparator::Greater => left > right,
        Comparator::GreaterOrEqual => left >= right,
    }
}

/// The instant, and how long the text means: a second, an hour or a day.
fn time(text: &str, zone: Tz) -> Option<(DateTime<Utc>, TimeDelta)> {
    let second = TimeDelta::seconds(1);
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        return Some((instant.to_utc(), second));
    }
    let local = |local: NaiveDateTime| zone.from_local_datetime(&local).earliest().map(|instant| instant.to_utc());
    if let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return Some((local(date.and_hms_opt(0, 0, 0)?)?, TimeDelta::days(1)));
    }
    if let Some((date, hour)) = text.split_once('T').filter(|(_, hour)| hour.len() == 2) {
        let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?;
        return Some((local(date.and_hms_opt(hour.parse().ok()?, 0, 0)?)?, TimeDelta::hours(1)));
    }
    ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S"]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
        .and_then(local)
        .map(|instant| (instant, second))
}
