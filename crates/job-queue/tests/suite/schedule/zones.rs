//! Every zone's changes of the clocks, against a second reckoning that only ever reads a clock: nothing is missed, nothing
//! comes twice.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveTime, Offset, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use job_queue::schedule::{Schedule, Weekdays, next};
use proptest::prelude::*;

const FIRST_YEAR: i32 = 2000;
const LAST_YEAR: i32 = 2037;

fn offset(zone: Tz, at: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
}

fn start_of_year(year: i32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).unwrap()
}

/// The instants at which the zone's clocks change.
fn changes(zone: Tz) -> Vec<DateTime<Utc>> {
    let (mut at, end) = (start_of_year(FIRST_YEAR), start_of_year(LAST_YEAR + 1));
    let mut changes = Vec::new();
    while at < end {
        let day = at + Duration::days(1);
        if offset(zone, at) != offset(zone, day) {
            let is_changed = |minute: &i64| offset(zone, at + Duration::minutes(*minute)) != offset(zone, at);
            changes.extend((1..=24 * 60).find(is_changed).map(|minute| at + Duration::minutes(minute)));
        }
        at = day;
    }
    changes
}

/// One change of each kind that there is: how far the clocks go, at which time of day, in which distance from UTC.
fn kinds_of_changes() -> Vec<(Tz, DateTime<Utc>)> {
    let mut kinds = BTreeMap::new();
    for zone in TZ_VARIANTS {
        for at in changes(zone) {
            let (before, after) = (offset(zone, at - Duration::minutes(1)), offset(zone, at));
            kinds.entry((before, after, at.time())).or_insert((zone, at));
        }
    }
    kinds.into_values().collect()
}

/// The minutes of a day of the zone, from its first to its last: instant and wall clock.
fn minutes_of(zone: Tz, day: NaiveDate) -> Vec<(DateTime<Utc>, NaiveTime)> {
    let from = day.and_time(NaiveTime::MIN).and_utc() - Duration::hours(15);
    let wall = |minute| {
        let at = from + Duration::minutes(minute);
        (at, at.with_timezone(&zone).naive_local())
    };
    let all = (0..55 * 60).map(wall).filter(|(_, wall)| wall.date() == day);
    all.map(|(at, wall)| (at, wall.time())).collect()
}

/// The runs that begin on a day, read off the clock minute by minute: at the first instant of the day at which the
/// starting time is reached, and every so many minutes after it, until the ending time is reached for the first time, or
/// the day is over.
fn runs_of(schedule: &Schedule, day: NaiveDate) -> Vec<DateTime<Utc>> {
    if !schedule.days.contains(day.weekday()) {
        return Vec::new();
    }
    let start = schedule.starting_time.unwrap();
    let minutes = minutes_of(schedule.zone, day);
    let Some(last_minute) = minutes.last().map(|(at, _)| *at) else { return Vec::new() };
    let midnight = last_minute + Duration::minutes(1);
    let begins = minutes.iter().find(|(_, time)| *time >= start);
    let first = begins.map_or(midnight, |(at, _)| *at);
    let reached = |minutes: &[(DateTime<Utc>, NaiveTime)], end| {
        let last = minutes.last().map_or(midnight, |(at, _)| *at);
        minutes.iter().find(|(_, time)| *time >= end).map_or(last, |(at, _)| *at)
    };
    let last = match schedule.ending_time {
        None => last_minute,
        Some(end) if end < start => reached(&minutes_of(schedule.zone, day + Days::new(1)), end),
        Some(end) if end == start => first,
        Some(end) => reached(&minutes, end),
    };
    let every = Duration::minutes(i64::from(schedule.minutes));
    if schedule.minutes == 0 || schedule.minutes >= 24 * 60 {
        return vec![first];
    }
    let later = std::iter::successors(Some(first), |run| Some(*run + every)).skip(1).take_while(|run| *run <= last);
    std::iter::once(first).chain(later).collect()
}

/// The runs after `from` and up to `to`, by the second reckoning.
fn expected(schedule: &Schedule, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let day = |at: DateTime<Utc>| at.with_timezone(&schedule.zone).date_naive();
    let days = day(from).pred_opt().unwrap().iter_days().take_while(|one| *one <= day(to));
    let mut runs: Vec<_> =
        days.flat_map(|day| runs_of(schedule, day)).filter(|run| *run > from && *run <= to).collect();
    runs.sort();
    runs.dedup();
    runs
}

/// The runs after `from` and up to `to`, by the schedule.
fn found(schedule: &Schedule, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let after = |run: &DateTime<Utc>| {
        let schedule = Schedule { earliest_start: Some(*run), ..schedule.clone() };
        Some(next(&schedule, *run))
    };
    std::iter::successors(Some(from), after).skip(1).take_while(|run| *run <= to).collect()
}

fn at(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, 0)
}

#[test]
fn around_every_change_of_the_clocks_nothing_is_missed_and_nothing_comes_twice() {
    let changes = kinds_of_changes();
    assert!(changes.len() > 100, "{} changes", changes.len());
    let patterns =
        [(at(2, 30), None, 1440), (at(0, 0), None, 0), (at(1, 15), at(3, 30), 20), (at(22, 0), at(2, 10), 45)];
    for (zone, change) in changes {
        let (from, to) = (change - Duration::hours(36), change + Duration::hours(36));
        for (starting_time, ending_time, minutes) in patterns {
            let schedule = Schedule { starting_time, ending_time, ..Schedule::every(minutes, Weekdays::ALL, zone) };
            assert_eq!(
                found(&schedule, from, to),
                expected(&schedule, from, to),
                "{zone} at {change}, from {starting_time:?} to {ending_time:?} every {minutes}"
            );
        }
    }
}

fn days() -> impl Strategy<Value = Weekdays> {
    (1u8..128).prop_map(|days| {
        let day = |of: u8| days & (1 << of) != 0;
        let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = [0, 1, 2, 3, 4, 5, 6].map(day);
        Weekdays { monday, tuesday, wednesday, thursday, friday, saturday, sunday }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]

    #[test]
    fn in_any_week_of_any_zone_nothing_is_missed_and_nothing_comes_twice(
        zone in prop::sample::select(TZ_VARIANTS.to_vec()),
        hour in 0i64..(38 * 365 * 24),
        (days, minutes) in (days(), prop_oneof![Just(0), Just(1440), 1i32..300]),
        (start, end) in ((0u32..24, 0u32..60), prop::option::of((0u32..24, 0u32..60))),
    ) {
        let schedule = Schedule {
            starting_time: at(start.0, start.1),
            ending_time: end.and_then(|(hour, minute)| at(hour, minute)),
            ..Schedule::every(minutes, days, zone)
        };
        let from = start_of_year(FIRST_YEAR) + Duration::hours(hour);
        let to = from + Duration::days(7);
        prop_assert_eq!(found(&schedule, from, to), expected(&schedule, from, to));
    }
}
