use chrono::{DateTime, Datelike, Days, Duration, NaiveDateTime, NaiveTime, Utc};

use super::{Schedule, ScheduleMode, zone};

/// BC starts nothing sooner than this after it was scheduled.
const CLAMP: Duration = Duration::seconds(1);

/// What is stored for a computed run: in BC's mode nothing sooner than a second from now.
pub(super) fn stored(schedule: &Schedule, run: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    match schedule.mode {
        ScheduleMode::Bc => run.max(now + CLAMP),
        ScheduleMode::Anchored => run,
    }
}

/// The first allowed instant at or after `from`. An instant that is allowed stays what it is: through the wall clock and
/// back, one in the second pass of a repeated hour would become one in the first, which is past.
pub(super) fn first_allowed(schedule: &Schedule, from: DateTime<Utc>) -> DateTime<Utc> {
    if schedule.days.is_empty() {
        return from;
    }
    let wall = zone::wall(from, schedule.zone);
    let moment = allowed(schedule, wall);
    if moment == wall { from } else { zone::instant(moment, schedule.zone).max(from) }
}

/// The first moment at or after `from`, on the wall clock, at which BC would let a run of a recurring entry start.
///
/// The ending time is inclusive. A window over midnight belongs, in its second half, to the following day's flag. When
/// days are skipped, the time of day goes back to the starting time, if it is later than that.
pub(super) fn allowed(schedule: &Schedule, from: NaiveDateTime) -> NaiveDateTime {
    let start = schedule.start();
    let over_midnight = schedule.end_after_midnight();
    let mut moment = from;
    let mut days = 0;
    if let Some(end) = over_midnight {
        if end < moment.time() && moment.time() < start {
            moment = moment.date().and_time(start);
        }
    } else if schedule.ending_time.is_some_and(|end| moment.time() > end) {
        moment = moment.date().and_time(start);
        days = 1;
    }
    let today = moment;
    let runs_after = |days: u64| later(today, days).is_some_and(|day| schedule.days.contains(day.weekday()));
    let mut skipped = 0;
    while !runs_after(days) && skipped < 7 {
        skipped += 1;
        days += 1;
    }
    if over_midnight.is_none() && schedule.starting_time.is_some() && moment.time() < start {
        moment = moment.date().and_time(start);
    }
    if days > 0 && moment.time() > start {
        moment = moment.date().and_time(start);
    }
    if schedule.starting_time.is_none() && skipped > 0 && schedule.minutes != 0 {
        moment = moment.date().and_time(NaiveTime::MIN);
    }
    if runs_after(days) { later(moment, days).unwrap_or(moment) } else { moment }
}

fn later(moment: NaiveDateTime, days: u64) -> Option<NaiveDateTime> {
    moment.checked_add_days(Days::new(days))
}
