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

#[test]
fn minutes_that_make_whole_days_are_counted_on_the_calendar_from_the_last_start() {
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let every_30_days =
        Schedule { earliest_start: Some(at("2026-03-02T15:00:00Z")), ..weekdays_at("16:00:00", 43_200) };
    assert_eq!(next(&every_30_days, at("2026-03-02T15:10:00Z")), at("2026-04-01T14:00:00Z"));
    assert_eq!(next(&every_30_days, at("2026-04-01T14:00:00Z")), at("2026-05-01T14:00:00Z"));
    let every_other_day =
        Schedule { earliest_start: Some(at("2026-03-05T15:00:00Z")), ..weekdays_at("16:00:00", 2_880) };
    assert_eq!(next(&every_other_day, at("2026-03-05T15:10:00Z")), at("2026-03-09T15:00:00Z"));
}

#[test]
fn a_daily_run_comes_once_on_the_day_of_25_hours() {
    let schedule = Schedule { days: Weekdays::ALL, ..weekdays_at("00:30:00", 1440) };
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    assert_eq!(next(&schedule, at("2026-10-24T22:31:00Z")), at("2026-10-25T23:30:00Z"));
}

#[test]
fn without_minutes_and_starting_time_it_runs_once_a_day() {
    let schedule = Schedule::every(0, Weekdays::WORKING, chrono_tz::UTC);
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    assert_eq!(next(&schedule, at("2026-03-06T09:00:10Z")), at("2026-03-09T00:00:00Z"));
}

fn zone() -> impl Strategy<Value = chrono_tz::Tz> {
    use chrono_tz::{America, Australia, Europe};
    prop::sample::select(vec![Europe::Oslo, America::New_York, Australia::Lord_Howe, chrono_tz::UTC])
}

fn time() -> impl Strategy<Value = Option<chrono::NaiveTime>> {
    prop::option::of(
        (0u32..24, 0u32..60).prop_map(|(hour, minute)| chrono::NaiveTime::from_hms_opt(hour, minute, 0).unwrap()),
    )
}

proptest! {
    #[test]
    fn a_run_is_always_followed_by_a_later_one(
        (zone, starting_time, ending_time) in (zone(), time(), time()),
        (minutes, bc) in (prop_oneof![Just(0), 1i32..300, Just(1440), Just(2880)], any::<bool>()),
        days in 1u8..128,
        minute in 0i64..(366 * 24 * 60),
    ) {
        let day = |of: u8| days & (1 << of) != 0;
        let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = [0, 1, 2, 3, 4, 5, 6].map(day);
        let completed = "2026-01-01T00:00:40Z".parse::<DateTime<Utc>>().unwrap() + Duration::minutes(minute);
        let schedule = Schedule {
            mode: if bc { job_queue::schedule::ScheduleMode::Bc } else { job_queue::schedule::ScheduleMode::Anchored },
            starting_time,
            ending_time,
            earliest_start: Some(completed - Duration::seconds(40)),
            ..Schedule::every(minutes, Weekdays { monday, tuesday, wednesday, thursday, friday, saturday, sunday }, zone)
        };
        let run = next(&schedule, completed);
        prop_assert!(run > completed + Duration::seconds(1), "{run}");
        prop_assert!(run - completed <= Duration::days(17), "{run}");
    }

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
        prop_assert!(run - completed <= Duration::days(4) + Duration::minutes(i64::from(minutes)));
        let wall = run.with_timezone(&schedule.zone);
        prop_assert!(schedule.days.contains(wall.weekday()));
        prop_assert!(wall.hour() >= start);
    }
}
