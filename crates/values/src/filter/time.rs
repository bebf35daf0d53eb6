//! Times and instants in filters.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, SubsecRound, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

use super::{Words, date};

/// No clock was ever moved by more than a day.
const LONGEST_GAP: i64 = 24 * 60;

/// `9`, `0930`, `093000`, `9:30`, `9:30:00.5`
pub(super) fn parse(text: &str) -> Option<NaiveTime> {
    if text.is_empty() || !text.bytes().all(|letter| letter.is_ascii_digit() || b":.".contains(&letter)) {
        return None;
    }
    let number = |text: Option<&str>| text.map_or(Some(0), |text| text.parse::<u32>().ok());
    if !text.contains([':', '.']) {
        let (hour, minute, second) = match text.len() {
            1 | 2 => (Some(text), None, None),
            4 => (text.get(..2), text.get(2..), None),
            6 => (text.get(..2), text.get(2..4), text.get(4..)),
            _ => return None,
        };
        return NaiveTime::from_hms_opt(number(hour)?, number(minute)?, number(second)?);
    }
    let formats = ["%H:%M", "%H:%M:%S%.f"];
    let time = formats.iter().find_map(|format| NaiveTime::parse_from_str(text, format).ok())?;
    Some(time.trunc_subsecs(6)).filter(|time| time.nanosecond() < 1_000_000_000)
}

/// `2026-03-02T09:30:00Z`, `2026-03-02T09:30:00+01:00`, or a day and a time in the zone: `2026-03-02 09:30`,
/// `02.03.26 9:30`, `today 9`; and `now`.
pub(super) fn instant(text: &str, words: &Words) -> Option<DateTime<Utc>> {
    if text.eq_ignore_ascii_case("now") {
        return Some(words.now);
    }
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        return Some(instant.with_timezone(&Utc).trunc_subsecs(6));
    }
    let at_t = text.split_once(['T', 't']).filter(|(_, time)| time.contains(':'));
    let (day, time) = at_t.or_else(|| text.rsplit_once(' '))?;
    let day = date::parse(day.trim(), words)?;
    match time.strip_suffix(['Z', 'z']) {
        Some(time) => Some(day.and_time(parse(time)?).and_utc()),
        None => local(day.and_time(parse(time)?), words.zone),
    }
}

/// The first instant of a day.
pub(super) fn beginning(day: NaiveDate, zone: Tz) -> Option<DateTime<Utc>> {
    local(day.and_time(NaiveTime::MIN), zone)
}

/// What stands on the wall twice is the first; what it leaps over is the first instant after.
fn local(wall: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    if let Some(instant) = zone.from_local_datetime(&wall).earliest() {
        return Some(instant.with_timezone(&Utc));
    }
    let minute = wall.with_second(0)?.with_nanosecond(0)?;
    let later = (1..=LONGEST_GAP).filter_map(|minutes| minute.checked_add_signed(TimeDelta::minutes(minutes)));
    let found = later.filter_map(|wall| zone.from_local_datetime(&wall).earliest()).next();
    found
        .or_else(|| zone.from_local_datetime(&wall.checked_add_days(Days::new(1))?).earliest())
        .map(|instant| instant.with_timezone(&Utc))
}
