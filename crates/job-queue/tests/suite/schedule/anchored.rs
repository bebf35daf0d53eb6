use chrono::{DateTime, Datelike, Duration, Timelike, Utc};
use job_queue::schedule::{Schedule, Weekdays, next};
use proptest::prelude::*;
use rstest::rstest;

fn weekdays_at(start: &str, minutes: i32) -> Schedule {
    let zone = chrono_tz::Europe::Oslo;
    Schedule { starting_time: Some(start.parse().unwrap()), ..Schedule::every(minutes, Weekdays::WORKING, zone) }
}

#[rstest]
#[case("2026-03-02T15:00:40Z", "2026-03-03T15:00:00Z")]
#[case("2026-03-06T15:00:40Z", "2026-03-09T15:00:00Z")]
#[case("2026-03-02T15:31:00Z", "2026-03-03T15:00:00Z")]
#[case("2026-03-27T15:10:00Z", "2026-03-30T14:00:00Z")]
#[case("2026-10-23T14:10:00Z", "2026-10-26T15:00:00Z")]
fn a_daily_run_neither_drifts_nor_skips_a_day_nor_moves_with_the_clocks(
    #[case] completed: DateTime<Utc>,
    #[case] expected: DateTime<Utc>,
) {
    assert_eq!(next(&weekdays_at("16:00:00", 1440), completed), expected);
}

#[test]
fn runs_stand_on_the_grid_of_the_starting_time_within_the_window() {
    let schedule = Schedule { ending_time: "18:00:00".parse().ok(), ..weekdays_at("08:00:00", 15) };
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    assert_eq!(next(&schedule, at("2026-03-02T08:07:00Z")), at("2026-03-02T08:15:00Z"));
    assert_eq!(next(&schedule, at("2026-03-02T08:15:00Z")), at("2026-03-02T08:30:00Z"));
    assert_eq!(next(&schedule, at("2026-03-02T16:50:00Z")), at("2026-03-02T17:00:00Z"));
    assert_eq!(next(&schedule, at("2026-03-02T17:00:00Z")), at("2026-03-03T07:00:00Z"));
}

#[test]
fn a_window_over_midnight_belongs_to_the_day_on_which_it_begins() {
    let schedule = Schedule {
        days: Weekdays { monday: true, ..Weekdays::default() },
        ending_time: "02:00:00".parse().ok(),
        ..weekdays_at("22:00:00", 60)
    };
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    assert_eq!(next(&schedule, at("2026-03-02T22:30:00Z")), at("2026-03-02T23:00:00Z"));
    assert_eq!(next(&schedule, at("2026-03-03T01:00:00Z")), at("2026-03-09T21:00:00Z"));
}

proptest! {
    #[test]
    fn the_next_run_is_later_on_a_day_of_the_schedule_and_in_its_window(
        minute in 0i64..(366 * 24 * 60),
        start in 0u32..24,
        minutes in prop_oneof![Just(0), 1i32..3000],
    ) {
        let schedule = weekdays_at(&format!("{start:02}:00:00"), minutes);
        let completed = "2026-01-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + Duration::minutes(minute);
        let run = next(&schedule, completed);
        prop_assert!(run > completed);
        prop_assert!(run - completed <= Duration::days(4));
        let wall = run.with_timezone(&schedule.zone);
        prop_assert!(schedule.days.contains(wall.weekday()));
        prop_assert!(wall.hour() >= start);
    }
}
