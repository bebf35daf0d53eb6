use chrono::{DateTime, Days, Utc};

use super::{Schedule, bc, is_within, zone};

/// When an entry runs for the first time after it was set to Ready at `now`: now, or its earliest start, or the first
/// moment after it that days and window allow. BC does not ask the window of one that recurs by a formula, and then looks
/// at it again and again until the window opens.
pub fn initial(schedule: &Schedule, now: DateTime<Utc>) -> DateTime<Utc> {
    let base = schedule.earliest_start.filter(|earliest| *earliest > now).unwrap_or(now);
    let by_formula = !schedule.formula.is_blank();
    if by_formula && !is_within(schedule, base) { postponed(schedule, base) } else { bc::first_allowed(schedule, base) }
}

/// As [`initial`], but as it is stored when the entry is set to Ready: BC's mode keeps BC's second of distance from now.
pub fn made_ready(schedule: &Schedule, now: DateTime<Utc>) -> DateTime<Utc> {
    bc::stored(schedule, initial(schedule, now), now)
}

/// To when an entry that is due outside its window is put off: the opening of the window. BC loops there when the entry
/// recurs by a formula.
pub fn postponed(schedule: &Schedule, now: DateTime<Utc>) -> DateTime<Utc> {
    if !schedule.days.is_empty() {
        let due = Schedule { earliest_start: None, ..schedule.clone() };
        let next = initial(&due, now);
        if next > now && is_within(schedule, next) {
            return next;
        }
    }
    let today = zone::wall(now, schedule.zone).date();
    let opening = zone::instant(today.and_time(schedule.start()), schedule.zone);
    if opening > now {
        opening
    } else {
        zone::instant((today + Days::new(1)).and_time(schedule.start()), schedule.zone)
    }
}
