use chrono::{DateTime, Days, Duration, NaiveTime, Utc};

use super::{Schedule, ScheduleMode, anchored, bc, zone};

/// BC starts nothing sooner than this after it was scheduled.
const BC_CLAMP: Duration = Duration::seconds(1);

/// When a recurring entry runs again after a run that ended at `completed`. Always later than that.
pub fn next(schedule: &Schedule, completed: DateTime<Utc>) -> DateTime<Utc> {
    if !schedule.formula.is_blank() {
        return by_formula(schedule, completed);
    }
    match schedule.mode {
        ScheduleMode::Anchored => anchored::next(schedule, completed),
        ScheduleMode::Bc => {
            let from = if schedule.minutes > 0 {
                zone::wall(completed + Duration::minutes(i64::from(schedule.minutes)), schedule.zone)
            } else {
                let last = zone::wall(schedule.earliest_start.unwrap_or(completed), schedule.zone).date();
                (last + Days::new(1)).and_time(NaiveTime::MIN)
            };
            let next = zone::instant(bc::allowed(schedule, from), schedule.zone);
            next.max(completed + BC_CLAMP)
        }
    }
}

/// On the day to which the formula leads, at the starting time. A formula that leads nowhere is applied once more from the
/// following day, so that it can't run again and again until midnight.
fn by_formula(schedule: &Schedule, completed: DateTime<Utc>) -> DateTime<Utc> {
    let today = zone::wall(completed, schedule.zone).date();
    let reached = |from| {
        schedule.formula.apply(from).ok().map(|day| zone::instant(day.and_time(schedule.start()), schedule.zone))
    };
    reached(today)
        .filter(|next| *next > completed)
        .or_else(|| reached(today + Days::new(1)).filter(|next| *next > completed))
        .unwrap_or_else(|| zone::instant((today + Days::new(1)).and_time(schedule.start()), schedule.zone))
}

/// Until when an entry sleeps that was put on hold for `minutes` because there was nothing to do.
pub fn hold(schedule: &Schedule, now: DateTime<Utc>, minutes: i32) -> DateTime<Utc> {
    let wall = zone::wall(now + Duration::minutes(i64::from(minutes)), schedule.zone);
    zone::instant(bc::allowed(schedule, wall), schedule.zone)
}
