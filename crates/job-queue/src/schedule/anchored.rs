use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveDateTime, Utc};

use super::next::next_day;
use super::{Schedule, bc, zone};

/// No pattern of days repeats less often than weekly; a day more on either side covers a window over midnight.
const DAYS_AHEAD: u64 = 9;
const DAY: i32 = 24 * 60;

/// The first run after `after`. With a starting time, each day's runs stand at that time and every so many minutes after
/// it, as far as the window goes; minutes that make whole days are counted on the calendar. Without a starting time
/// there is nothing to anchor, and runs follow the last one, as in BC.
pub(super) fn next(schedule: &Schedule, after: DateTime<Utc>) -> DateTime<Utc> {
    let days = u64::from((schedule.minutes / DAY).unsigned_abs());
    match schedule.starting_time {
        None if schedule.minutes <= 0 => next_day(schedule, after),
        Some(_) if schedule.minutes <= DAY => next_slot(schedule, after),
        Some(_) if schedule.minutes % DAY == 0 => every_days(schedule, days, after),
        _ => bc::first_allowed(schedule, after + Duration::minutes(i64::from(schedule.minutes))),
    }
}

fn next_slot(schedule: &Schedule, after: DateTime<Utc>) -> DateTime<Utc> {
    let today = zone::wall(after, schedule.zone).date();
    let yesterday = today.pred_opt().unwrap_or(today);
    (0..=DAYS_AHEAD)
        .map(|days| yesterday + Days::new(days))
        .filter(|day| schedule.days.contains(day.weekday()))
        .find_map(|day| slot_of_day(schedule, day, after))
        .unwrap_or_else(|| start_of(schedule, today + Days::new(1)))
}

/// The first run after `after` among those that begin on `day`. A day that the zone leaves out, as one that crosses the
/// date line does, has none.
fn slot_of_day(schedule: &Schedule, day: NaiveDate, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if !zone::has_day(day, schedule.zone) {
        return None;
    }
    let first = start_of(schedule, day);
    if first > after {
        return Some(first);
    }
    let once_a_day = schedule.minutes >= DAY || schedule.ending_time == schedule.starting_time;
    if schedule.minutes <= 0 || once_a_day {
        return None;
    }
    let distance = Duration::minutes(i64::from(schedule.minutes));
    let passed = (after - first).num_milliseconds() / distance.num_milliseconds() + 1;
    let run = first + Duration::milliseconds(distance.num_milliseconds() * passed);
    (run <= last_of_day(schedule, day)).then_some(run)
}

fn last_of_day(schedule: &Schedule, day: NaiveDate) -> DateTime<Utc> {
    let end: NaiveDateTime = match (schedule.ending_time, schedule.end_after_midnight()) {
        (_, Some(end)) => (day + Days::new(1)).and_time(end),
        (Some(end), None) => day.and_time(end),
        (None, None) => {
            return zone::instant((day + Days::new(1)).and_time(chrono::NaiveTime::MIN), schedule.zone)
                - Duration::microseconds(1);
        }
    };
    zone::instant(end, schedule.zone)
}

/// Every so many days after the day on which the last run was to start, at the starting time; on the next day of the
/// schedule where that is none.
fn every_days(schedule: &Schedule, days: u64, after: DateTime<Utc>) -> DateTime<Utc> {
    let last = zone::wall(schedule.earliest_start.unwrap_or(after), schedule.zone).date();
    let gone = (zone::wall(after, schedule.zone).date() - last).num_days().max(0).unsigned_abs();
    let mut day = last + Days::new((gone / days * days).max(days));
    while start_of(schedule, day) <= after {
        day = day + Days::new(days);
    }
    let allowed = (0..7).map(|skipped| day + Days::new(skipped)).find(|day| schedule.days.contains(day.weekday()));
    start_of(schedule, allowed.unwrap_or(day))
}

fn start_of(schedule: &Schedule, day: NaiveDate) -> DateTime<Utc> {
    zone::instant(day.and_time(schedule.start()), schedule.zone)
}
