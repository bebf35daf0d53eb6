use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use job_queue::schedule::{Schedule, ScheduleMode, Weekdays, hold, initial, next};
use rstest::rstest;

fn at(text: &str) -> DateTime<Utc> {
    Utc.from_utc_datetime(&NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").unwrap())
}

fn days(text: &str) -> Weekdays {
    let has = |day| text.split(',').any(|name| name == day);
    match text {
        "Mon-Sun" => Weekdays::ALL,
        "Mon-Fri" => Weekdays::WORKING,
        "-" => Weekdays::default(),
        _ => Weekdays {
            monday: has("Mon"),
            tuesday: has("Tue"),
            wednesday: has("Wed"),
            thursday: has("Thu"),
            friday: has("Fri"),
            saturday: has("Sat"),
            sunday: has("Sun"),
        },
    }
}

fn schedule(on: &str, start: &str, end: &str, minutes: &str, earliest: &str) -> Schedule {
    Schedule {
        mode: ScheduleMode::Bc,
        days: days(on),
        starting_time: start.parse().ok(),
        ending_time: end.parse().ok(),
        minutes: minutes.parse().unwrap_or(0),
        formula: if minutes.parse::<i32>().is_err() { minutes.parse().unwrap() } else { "".parse().unwrap() },
        earliest_start: (earliest != "-").then(|| at(earliest)),
        zone: chrono_tz::UTC,
    }
}

#[rstest]
#[case("Mon-Sun", "-", "-", "15", "2026-03-02 08:00:40", "2026-03-02 08:15:40")]
#[case("Mon-Sun", "-", "-", "30", "2026-03-02 23:50:00", "2026-03-03 00:20:00")]
#[case("Mon-Fri", "08:00:00", "-", "30", "2026-03-06 23:50:00", "2026-03-09 08:00:00")]
#[case("Mon-Fri", "08:00:00", "18:00:00", "30", "2026-03-06 17:40:00", "2026-03-09 08:00:00")]
#[case("Mon-Fri", "08:00:00", "18:00:00", "30", "2026-03-06 17:30:00", "2026-03-06 18:00:00")]
#[case("Mon-Fri", "08:00:00", "18:00:00", "30", "2026-03-06 17:30:01", "2026-03-09 08:00:00")]
#[case("Mon-Fri", "16:00:00", "-", "1440", "2026-03-02 16:00:40", "2026-03-03 16:00:40")]
#[case("Mon-Fri", "16:00:00", "-", "1440", "2026-03-06 16:00:40", "2026-03-09 16:00:00")]
#[case("Mon-Fri", "16:00:00", "16:30:00", "1440", "2026-03-02 16:31:00", "2026-03-04 16:00:00")]
#[case("Sun", "10:00:00", "-", "1440", "2026-03-01 10:05:00", "2026-03-08 10:00:00")]
#[case("Sun", "-", "-", "1440", "2026-03-01 10:05:00", "2026-03-08 00:00:00")]
#[case("Sun", "-", "-", "60", "2026-03-01 10:05:00", "2026-03-01 11:05:00")]
#[case("Mon-Sun", "22:00:00", "02:00:00", "10", "2026-03-02 23:55:00", "2026-03-03 00:05:00")]
#[case("Mon-Sun", "22:00:00", "02:00:00", "10", "2026-03-03 01:55:00", "2026-03-03 22:00:00")]
#[case("Mon-Sun", "22:00:00", "02:00:00", "10", "2026-03-03 01:50:00", "2026-03-03 02:00:00")]
#[case("Mon", "22:00:00", "02:00:00", "10", "2026-03-08 20:00:00", "2026-03-09 22:00:00")]
#[case("Mon-Sun", "-", "12:30:00", "60", "2026-03-02 12:00:00", "2026-03-03 00:00:00")]
#[case("Mon-Sun", "08:00:00", "-", "60", "2026-03-02 03:00:00", "2026-03-02 08:00:00")]
#[case("Mon-Sun", "08:00:00", "-", "60", "2026-03-02 23:30:00", "2026-03-03 08:00:00")]
#[case("Mon-Sun", "-", "-", "43200", "2026-03-02 09:00:00", "2026-04-01 09:00:00")]
#[case("Mon-Fri", "08:00:00", "-", "2880", "2026-03-02 09:00:00", "2026-03-04 09:00:00")]
#[case("Mon,Fri", "07:30:00", "-", "1440", "2026-03-02 09:00:00", "2026-03-06 07:30:00")]
#[case("-", "11:00:00", "-", "1D+CM", "2026-03-31 13:00:00", "2026-04-30 11:00:00")]
#[case("-", "06:00:00", "-", "1D", "2026-03-02 06:00:30", "2026-03-03 06:00:00")]
#[case("-", "-", "-", "1W", "2026-03-02 06:00:30", "2026-03-09 00:00:00")]
#[case("-", "06:00:00", "05:00:00", "1D", "2026-03-02 06:00:30", "2026-03-03 06:00:00")]
fn the_next_run_is_that_of_business_central(
    #[case] on: &str,
    #[case] start: &str,
    #[case] end: &str,
    #[case] minutes: &str,
    #[case] completed: &str,
    #[case] expected: &str,
) {
    assert_eq!(next(&schedule(on, start, end, minutes, "-"), at(completed)), at(expected));
}

#[rstest]
#[case("Mon-Sun", "-", "-", "2026-03-02 09:00:00", "2026-03-02 13:00:00", "2026-03-03 00:00:00")]
#[case("Mon-Sun", "10:00:00", "-", "2026-03-02 09:00:00", "2026-03-02 13:00:00", "2026-03-03 10:00:00")]
#[case("Mon-Sun", "23:59:50", "23:59:59", "2026-03-02 23:59:50", "2026-03-03 00:00:10", "2026-03-03 23:59:50")]
#[case("Sun", "-", "-", "2012-01-01 09:00:00", "2012-01-01 13:00:00", "2012-01-08 00:00:00")]
fn without_minutes_it_runs_once_a_day(
    #[case] on: &str,
    #[case] start: &str,
    #[case] end: &str,
    #[case] earliest: &str,
    #[case] completed: &str,
    #[case] expected: &str,
) {
    assert_eq!(next(&schedule(on, start, end, "0", earliest), at(completed)), at(expected));
}

#[test]
fn a_formula_that_leads_nowhere_can_not_run_on_and_on() {
    let monthly = schedule("-", "18:00:00", "-", "CM", "-");
    assert_eq!(next(&monthly, at("2026-03-31 18:00:20")), at("2026-04-30 18:00:00"));
}

#[rstest]
#[case("-", "-", "-", "0", "-", "2026-03-02 09:00:00", "2026-03-02 09:00:00")]
#[case("-", "-", "-", "0", "2026-03-02 17:00:00", "2026-03-02 09:00:00", "2026-03-02 17:00:00")]
#[case("-", "-", "-", "0", "2026-02-01 17:00:00", "2026-03-02 09:00:00", "2026-03-02 09:00:00")]
#[case("Mon-Fri", "08:00:00", "18:00:00", "15", "-", "2026-03-02 09:00:00", "2026-03-02 09:00:00")]
#[case("Mon-Fri", "08:00:00", "18:00:00", "15", "-", "2026-03-02 06:00:00", "2026-03-02 08:00:00")]
#[case("Mon-Fri", "08:00:00", "18:00:00", "15", "-", "2026-03-02 19:00:00", "2026-03-03 08:00:00")]
#[case("Mon-Fri", "08:00:00", "18:00:00", "15", "-", "2026-03-07 06:00:00", "2026-03-09 08:00:00")]
#[case("Mon-Fri", "-", "-", "15", "-", "2026-03-07 10:00:00", "2026-03-09 00:00:00")]
#[case("Mon-Fri", "08:00:00", "-", "1440", "-", "2026-03-02 09:00:00", "2026-03-02 09:00:00")]
#[case("Mon-Sun", "22:00:00", "02:00:00", "10", "-", "2026-03-02 23:30:00", "2026-03-02 23:30:00")]
#[case("Mon-Sun", "22:00:00", "02:00:00", "10", "-", "2026-03-02 01:00:00", "2026-03-02 01:00:00")]
#[case("-", "11:00:00", "-", "1D+CM", "2026-03-31 11:00:00", "2026-03-02 09:00:00", "2026-03-31 11:00:00")]
#[case("Tue", "06:00:00", "-", "1440", "-", "2026-03-04 12:00:00", "2026-03-10 06:00:00")]
fn the_first_run_is_that_of_business_central(
    #[case] on: &str,
    #[case] start: &str,
    #[case] end: &str,
    #[case] minutes: &str,
    #[case] earliest: &str,
    #[case] now: &str,
    #[case] expected: &str,
) {
    assert_eq!(initial(&schedule(on, start, end, minutes, earliest), at(now)), at(expected));
}

#[rstest]
#[case("Mon-Sun", "-", "-", 720, "2026-03-02 22:00:00")]
#[case("Mon-Fri", "08:00:00", "18:00:00", 720, "2026-03-03 08:00:00")]
#[case("Mon-Sun", "-", "-", 5, "2026-03-02 10:05:00")]
fn the_end_of_a_sleep_is_that_of_business_central(
    #[case] on: &str,
    #[case] start: &str,
    #[case] end: &str,
    #[case] period: i32,
    #[case] expected: &str,
) {
    assert_eq!(hold(&schedule(on, start, end, "15", "-"), at("2026-03-02 10:00:00"), period), at(expected));
}

#[rstest]
#[case("2026-03-28T07:00:30Z", "2026-03-29T07:00:30Z")]
#[case("2026-10-24T06:00:30Z", "2026-10-25T07:00:00Z")]
fn minutes_are_counted_on_instants_when_the_clocks_change(
    #[case] completed: DateTime<Utc>,
    #[case] expected: DateTime<Utc>,
) {
    let daily = Schedule { zone: chrono_tz::Europe::Copenhagen, ..schedule("Mon-Sun", "08:00:00", "-", "1440", "-") };
    assert_eq!(next(&daily, completed), expected);
}
