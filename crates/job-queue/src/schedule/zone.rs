use chrono::{DateTime, Duration, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

/// The wall clock of the zone at an instant.
pub(super) fn wall(instant: DateTime<Utc>, zone: Tz) -> NaiveDateTime {
    instant.with_timezone(&zone).naive_local()
}

/// The instant at which the wall clock of the zone shows `wall`: the first of two, or the first after a gap.
pub fn instant(wall: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    match zone.from_local_datetime(&wall) {
        LocalResult::Single(time) | LocalResult::Ambiguous(time, _) => time.with_timezone(&Utc),
        LocalResult::None => after_gap(wall, zone),
    }
}

/// Whether the zone has that day.
pub(super) fn has_day(day: NaiveDate, zone: Tz) -> bool {
    wall(instant(day.and_time(NaiveTime::MIN), zone), zone).date() == day
}

/// A gap begins and ends on a whole minute of the wall clock, and none is longer than a day.
fn after_gap(wall: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let seconds = wall.and_utc().timestamp().rem_euclid(60);
    let minute = wall - Duration::seconds(seconds);
    (0..=24 * 60)
        .filter_map(|minutes| zone.from_local_datetime(&(minute + Duration::minutes(minutes))).earliest())
        .map(|time| time.with_timezone(&Utc))
        .next()
        .unwrap_or_else(|| wall.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn a_time_in_a_gap_is_the_first_instant_after_it() {
        let expected: DateTime<Utc> = "2026-03-29T01:00:00Z".parse().unwrap();
        assert_eq!(instant(at("2026-03-29T02:30:30"), chrono_tz::Europe::Oslo), expected);
        assert_eq!(instant(at("2026-03-29T02:00:00"), chrono_tz::Europe::Oslo), expected);
    }

    #[test]
    fn a_time_that_comes_twice_is_the_first() {
        let expected: DateTime<Utc> = "2026-10-25T00:30:00Z".parse().unwrap();
        assert_eq!(instant(at("2026-10-25T02:30:00"), chrono_tz::Europe::Oslo), expected);
    }
}
