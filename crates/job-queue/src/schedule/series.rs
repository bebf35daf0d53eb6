use std::iter::successors;

use chrono::{DateTime, Utc};

use super::{Schedule, next};

/// The runs of an entry from `first` on, as if each ended when it began. There is one where the entry does not recur.
pub fn series(schedule: &Schedule, first: DateTime<Utc>) -> impl Iterator<Item = DateTime<Utc>> {
    let following = |last: &DateTime<Utc>| {
        // An entry keeps the start of its last run as its earliest start.
        let schedule = Schedule { earliest_start: Some(*last), ..schedule.clone() };
        schedule.is_recurring().then(|| next(&schedule, *last))
    };
    successors(Some(first), following)
}
