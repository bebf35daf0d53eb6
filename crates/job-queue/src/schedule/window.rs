use chrono::{DateTime, NaiveTime, Utc};

use super::{Schedule, zone};

/// Whether a run may start at that instant: its time of day lies in the window. The day is not asked; a retry or a late
/// start may fall on any.
pub fn is_within(schedule: &Schedule, now: DateTime<Utc>) -> bool {
    within(schedule.starting_time, schedule.ending_time, zone::wall(now, schedule.zone).time())
}

fn within(start: Option<NaiveTime>, end: Option<NaiveTime>, time: NaiveTime) -> bool {
    match (start, end) {
        (None, None) => true,
        (Some(start), Some(end)) if start > end => time >= start || time <= end,
        (Some(start), Some(end)) if start < end => start <= time && time <= end,
        (Some(start), _) => start <= time,
        (None, Some(end)) => time <= end,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("", "", "03:00:00", true)]
    #[case("08:00:00", "18:00:00", "08:00:00", true)]
    #[case("08:00:00", "18:00:00", "18:00:00", true)]
    #[case("08:00:00", "18:00:00", "18:00:01", false)]
    #[case("22:00:00", "02:00:00", "23:00:00", true)]
    #[case("22:00:00", "02:00:00", "02:00:00", true)]
    #[case("22:00:00", "02:00:00", "12:00:00", false)]
    #[case("08:00:00", "", "07:59:59", false)]
    #[case("08:00:00", "", "23:59:59", true)]
    #[case("", "18:00:00", "00:00:00", true)]
    #[case("", "18:00:00", "18:00:01", false)]
    #[case("11:00:00", "11:00:00", "10:59:00", false)]
    #[case("11:00:00", "11:00:00", "15:00:00", true)]
    fn a_run_starts_only_in_its_window(
        #[case] start: &str,
        #[case] end: &str,
        #[case] time: NaiveTime,
        #[case] expected: bool,
    ) {
        assert_eq!(within(start.parse().ok(), end.parse().ok(), time), expected);
    }
}
