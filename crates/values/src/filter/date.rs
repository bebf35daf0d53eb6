//! Days in filters: ISO, BC's short forms (the day first), words and formulas.

use chrono::{Datelike, NaiveDate};

use super::Words;
use crate::DateFormula;

/// `None` when `text` is no day.
pub(super) fn parse(text: &str, words: &Words) -> Option<NaiveDate> {
    let day = iso(text).or_else(|| short(text, words)).or_else(|| relative(text, words))?;
    (1..=9999).contains(&day.year()).then_some(day)
}

fn iso(text: &str) -> Option<NaiveDate> {
    let shape = text.len() == 10 && text.as_bytes().get(4) == Some(&b'-');
    shape.then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()).flatten()
}

/// `2`, `0203`, `020326`, `02032026`, `2.3`, `2.3.26`, `02/03/2026`: what is left out is that of the work date.
fn short(text: &str, words: &Words) -> Option<NaiveDate> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|letter| letter.is_ascii_digit());
    if is_number(text) {
        return match text.len() {
            1 | 2 => day(text, None, None, words),
            4 => day(text.get(..2)?, text.get(2..), None, words),
            6 | 8 => day(text.get(..2)?, text.get(2..4), text.get(4..), words),
            _ => None,
        };
    }
    let separator = ['.', '/', '-'].into_iter().find(|separator| text.contains(*separator))?;
    let parts: Vec<&str> = text.trim_end_matches('.').split(separator).collect();
    if !parts.iter().all(|part| is_number(part)) {
        return None;
    }
    match parts.as_slice() {
        [date] if separator == '.' && date.len() <= 2 => day(date, None, None, words),
        [date, month] => day(date, Some(month), None, words),
        [date, month, year] => day(date, Some(month), Some(year), words),
        _ => None,
    }
}

fn day(date: &str, month: Option<&str>, year: Option<&str>, words: &Words) -> Option<NaiveDate> {
    let work_date = words.work_date();
    let month = match month {
        Some(month) => month.parse().ok()?,
        None => work_date.month(),
    };
    let year = match year {
        Some(year) if year.len() == 2 => 2000 + year.parse::<i32>().ok()?,
        Some(year) if year.len() == 4 => year.parse().ok()?,
        Some(_) => return None,
        None => work_date.year(),
    };
    NaiveDate::from_ymd_opt(year, month, date.parse().ok()?)
}

/// `today`, `w`, `t-30D`, `-30D`, `CM`: a formula alone counts from today.
fn relative(text: &str, words: &Words) -> Option<NaiveDate> {
    let bases =
        [("today", words.today()), ("workdate", words.work_date()), ("t", words.today()), ("w", words.work_date())];
    for (word, base) in bases {
        let Some((start, rest)) = text.split_at_checked(word.len()) else { continue };
        let rest = rest.trim_start();
        if start.eq_ignore_ascii_case(word) && (rest.is_empty() || rest.starts_with(['+', '-'])) {
            return apply(rest, base);
        }
    }
    if text.is_empty() { None } else { apply(text, words.today()) }
}

fn apply(formula: &str, base: NaiveDate) -> Option<NaiveDate> {
    formula.parse::<DateFormula>().ok()?.apply(base).ok()
}
