use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveDateTime, Utc};

use super::{Schedule, bc, zone};

/// No pattern of days repeats less often than weekly; one day more covers a window over midnight.
const DAYS_AHEAD: u64 = 8;

/// The first run after `after`. With a starting time, each day's runs stand at that time and every so many minutes after
/// it, as far as the window goes; without one, they follow the last run, as in BC.
pub(super) fn next(schedule: &Schedule, after: DateTime<Utc>) -> DateTime<Utc> {
    if schedule.starting_time.is_none() {
        let from = after + Duration::minutes(i64::from(schedule.minutes.max(1)));
        return zone::instant(bc::allowed(schedule, zone::wall(from, schedule.zone)), schedule.zone);
    }
    let today = zone::wall(after, schedule.zone).date();
    let yesterday = today.pred_opt().unwrap_or(today);
    yesterday
        .iter_days()
        .take(usize::try_from(DAYS_AHEAD).unwrap_or_default() + 2)
        .filter(|day| schedule.days.contains(day.weekday()))
        .find_map(|day| run_of_day(schedule, day, after))
        .unwrap_or_else(|| zone::instant((today + Days::new(1)).and_time(schedule.start()), schedule.zone))
}

/// The first run after `after` among those that begin on `day`.
fn run_of_day(schedule: &Schedule, day: NaiveDate, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let first = zone::instant(day.and_time(schedule.start()), schedule.zone);
    if first > after {
        return Some(first);
    }
    if schedule.minutes <= 0 {
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
        (Some(end), None) if end > schedule.start() => day.and_time(end),
        _ => {
            return zone::instant((day + Days::new(1)).and_time(chrono::NaiveTime::MIN), schedule.zone)
                - Duration::microseconds(1);
        }
    };
    zone::instant(end, schedule.zone)
}
