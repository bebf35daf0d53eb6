use chrono::{DateTime, Days, Duration, NaiveTime, Utc};

use super::{Schedule, ScheduleMode, anchored, bc, zone};

/// A formula that does not lead past the last run is applied from the following days, for two years: longer than from one
/// end of any unit to the next.
const DAYS_AHEAD: u64 = 2 * 366;

/// When a recurring entry runs again after a run that ended at `completed`. Always later than that.
pub fn next(schedule: &Schedule, completed: DateTime<Utc>) -> DateTime<Utc> {
    if !schedule.formula.is_blank() {
        return by_formula(schedule, completed);
    }
    match schedule.mode {
        ScheduleMode::Anchored => anchored::next(schedule, completed),
        ScheduleMode::Bc if schedule.minutes > 0 => {
            let from = completed + Duration::minutes(i64::from(schedule.minutes));
            bc::stored(schedule, bc::first_allowed(schedule, from), completed)
        }
        ScheduleMode::Bc => {
            let last = schedule.earliest_start.unwrap_or(completed);
            bc::stored(schedule, next_day(schedule, last), completed)
        }
    }
}

/// The first allowed moment of the day after `last`, or of a later one.
pub(super) fn next_day(schedule: &Schedule, last: DateTime<Utc>) -> DateTime<Utc> {
    let tomorrow = zone::wall(last, schedule.zone).date() + Days::new(1);
    zone::instant(bc::allowed(schedule, tomorrow.and_time(NaiveTime::MIN)), schedule.zone)
}

/// On the day to which the formula leads, at the starting time. BC takes a moment that has passed as well, and runs
/// again and again until midnight; here the formula is applied from the next day on which it leads further.
fn by_formula(schedule: &Schedule, completed: DateTime<Utc>) -> DateTime<Utc> {
    let today = zone::wall(completed, schedule.zone).date();
    let at_start = |day: chrono::NaiveDate| zone::instant(day.and_time(schedule.start()), schedule.zone);
    let reached = |days| schedule.formula.apply(today + Days::new(days)).ok().map(at_start);
    (0..DAYS_AHEAD)
        .find_map(|days| reached(days).filter(|next| *next > completed))
        .unwrap_or_else(|| at_start(today + Days::new(1)))
}

/// Until when an entry sleeps that was put on hold for `minutes` because there was nothing to do.
pub fn hold(schedule: &Schedule, now: DateTime<Utc>, minutes: i32) -> DateTime<Utc> {
    bc::first_allowed(schedule, now + Duration::minutes(i64::from(minutes)))
}
