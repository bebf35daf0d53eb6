//! `job-queue preview`: Business Central's schedules, through the command line.

use rstest::rstest;

use crate::process::run;

/// What is asked: `--after`, `--at` or `--hold`, and the days, window, minutes or formula, and earliest start, with `-` for
/// what is not given.
struct Asked<'a> {
    kind: &'a str,
    at: &'a str,
    schedule: [&'a str; 5],
}

impl Asked<'_> {
    /// The first run that the command line gives, in UTC.
    fn run(&self) -> String {
        let [days, start, end, distance, earliest] = self.schedule;
        let sleeps = self.kind == "--hold";
        let distance_is = match distance.parse::<u32>() {
            Ok(_) if sleeps => "--inactivity",
            Ok(_) => "--minutes",
            Err(_) => "--formula",
        };
        let mut arguments = vec!["job-queue", "preview", "--json", "--mode", "bc", "--time-zone", "UTC"];
        let given = [
            ("--days", days),
            ("--starting-time", start),
            ("--ending-time", end),
            (distance_is, distance),
            ("--earliest", earliest),
            (self.kind, self.at),
        ];
        for (flag, value) in given.into_iter().filter(|(_, value)| *value != "-") {
            arguments.extend([flag, value]);
        }
        let nowhere = tempfile::tempdir().unwrap();
        let said = run(nowhere.path(), &arguments).json();
        said["runs"][0].as_str().unwrap().replace('T', " ").replace('Z', "")
    }
}

#[rstest]
#[case::n1("mon-sun", "-", "-", "15", "-", "2026-03-02 08:00:40", "2026-03-02 08:15:40")]
#[case::n2("mon-sun", "-", "-", "30", "-", "2026-03-02 23:50:00", "2026-03-03 00:20:00")]
#[case::n4("mon-fri", "08:00", "-", "30", "-", "2026-03-06 23:50:00", "2026-03-09 08:00:00")]
#[case::n5("mon-fri", "08:00", "18:00", "30", "-", "2026-03-06 17:40:00", "2026-03-09 08:00:00")]
#[case::n6("mon-fri", "08:00", "18:00", "30", "-", "2026-03-06 17:30:00", "2026-03-06 18:00:00")]
#[case::n7("mon-fri", "08:00", "18:00", "30", "-", "2026-03-06 17:30:01", "2026-03-09 08:00:00")]
#[case::n9("mon-fri", "16:00", "-", "1440", "-", "2026-03-02 16:00:40", "2026-03-03 16:00:40")]
#[case::n10("mon-fri", "16:00", "-", "1440", "-", "2026-03-06 16:00:40", "2026-03-09 16:00:00")]
#[case::n11("mon-fri", "16:00", "16:30", "1440", "-", "2026-03-02 16:31:00", "2026-03-04 16:00:00")]
#[case::n13("sun", "10:00", "-", "1440", "-", "2026-03-01 10:05:00", "2026-03-08 10:00:00")]
#[case::n14("sun", "-", "-", "1440", "-", "2026-03-01 10:05:00", "2026-03-08 00:00:00")]
#[case::n15("sun", "-", "-", "60", "-", "2026-03-01 10:05:00", "2026-03-01 11:05:00")]
#[case::n17("mon-sun", "22:00", "02:00", "10", "-", "2026-03-02 23:55:00", "2026-03-03 00:05:00")]
#[case::n18("mon-sun", "22:00", "02:00", "10", "-", "2026-03-03 01:55:00", "2026-03-03 22:00:00")]
#[case::n19("mon-sun", "22:00", "02:00", "10", "-", "2026-03-03 01:50:00", "2026-03-03 02:00:00")]
#[case::n21("mon", "22:00", "02:00", "10", "-", "2026-03-08 20:00:00", "2026-03-09 22:00:00")]
#[case::n23("mon-sun", "-", "12:30", "60", "-", "2026-03-02 12:00:00", "2026-03-03 00:00:00")]
#[case::n25("mon-sun", "08:00", "-", "60", "-", "2026-03-02 03:00:00", "2026-03-02 08:00:00")]
#[case::n26("mon-sun", "08:00", "-", "60", "-", "2026-03-02 23:30:00", "2026-03-03 08:00:00")]
#[case::n27("mon-sun", "-", "-", "43200", "-", "2026-03-02 09:00:00", "2026-04-01 09:00:00")]
#[case::n28("mon-fri", "08:00", "-", "2880", "-", "2026-03-02 09:00:00", "2026-03-04 09:00:00")]
#[case::n30("mon,fri", "07:30", "-", "1440", "-", "2026-03-02 09:00:00", "2026-03-06 07:30:00")]
#[case::n32("mon-sun", "-", "-", "0", "2026-03-02 09:00", "2026-03-02 13:00:00", "2026-03-03 00:00:00")]
#[case::n33("mon-sun", "10:00", "-", "0", "2026-03-02 09:00", "2026-03-02 13:00:00", "2026-03-03 10:00:00")]
#[case::n34(
    "mon-sun",
    "23:59:50",
    "23:59:59",
    "0",
    "2026-03-02 23:59:50",
    "2026-03-03 00:00:10",
    "2026-03-03 23:59:50"
)]
#[case::n35("-", "11:00", "-", "1D+CM", "-", "2026-03-31 13:00:00", "2026-04-30 11:00:00")]
#[case::n37("-", "18:00", "-", "CM", "-", "2026-03-31 18:00:20", "2026-04-30 18:00:00")]
#[case::n38("-", "06:00", "-", "1D", "-", "2026-03-02 06:00:30", "2026-03-03 06:00:00")]
#[case::n40("-", "-", "-", "1W", "-", "2026-03-02 06:00:30", "2026-03-09 00:00:00")]
#[case::n41("-", "06:00", "05:00", "1D", "-", "2026-03-02 06:00:30", "2026-03-03 06:00:00")]
#[case::t070("mon-sun", "-", "-", "60", "-", "2012-01-01 13:00:00", "2012-01-01 14:00:00")]
#[case::t075("mon-sun", "-", "-", "0", "-", "2012-01-01 13:00:00", "2012-01-02 00:00:00")]
#[case::t076("mon-sun", "-", "-", "0", "2012-01-01 09:00", "2012-01-01 13:00:00", "2012-01-02 00:00:00")]
#[case::t077("mon-sun", "10:00", "-", "0", "2012-01-01 09:00", "2012-01-01 13:00:00", "2012-01-02 10:00:00")]
#[case::t081("sun", "-", "-", "0", "-", "2012-01-01 13:00:00", "2012-01-08 00:00:00")]
#[case::t083("sun", "10:00", "-", "0", "-", "2012-01-01 13:00:00", "2012-01-08 10:00:00")]
#[case::t090("-", "11:00", "-", "1D+CM", "-", "2012-03-31 13:00:00", "2012-04-30 11:00:00")]
#[case::t101("mon-sun", "-", "-", "30", "-", "2012-01-01 23:30:00", "2012-01-02 00:00:00")]
#[case::t102("mon-sun", "-", "-", "2880", "-", "2012-01-01 23:30:00", "2012-01-03 23:30:00")]
#[case::t103("mon-sun", "-", "-", "60", "-", "2012-01-01 23:30:00", "2012-01-02 00:30:00")]
#[case::t104("mon-sun", "10:00", "-", "60", "-", "2012-01-01 23:30:00", "2012-01-02 10:00:00")]
#[case::t106("wed-sun", "-", "-", "60", "-", "2012-01-01 23:30:00", "2012-01-04 00:00:00")]
#[case::t111("mon-sun", "-", "13:30", "30", "-", "2012-01-01 13:00:00", "2012-01-01 13:30:00")]
#[case::t112("mon-sun", "-", "13:30", "60", "-", "2012-01-01 13:00:00", "2012-01-02 00:00:00")]
#[case::t113("mon-sun", "10:00", "13:30", "60", "-", "2012-01-01 13:00:00", "2012-01-02 10:00:00")]
#[case::midnight("mon-sun", "22:00", "02:00", "10", "-", "2012-01-01 23:55:00", "2012-01-02 00:05:00")]
#[case::evening("mon-sun", "22:00", "02:00", "10", "-", "2012-01-01 20:00:00", "2012-01-01 22:00:00")]
#[case::t180(
    "mon-sun",
    "23:59:50",
    "23:59:59",
    "0",
    "2012-01-01 23:59:50",
    "2012-01-02 00:00:10",
    "2012-01-02 23:59:50"
)]
#[case::t200("mon-sun", "-", "-", "43200", "-", "2012-01-01 23:30:00", "2012-01-31 23:30:00")]
fn the_next_run_is_business_centrals(
    #[case] days: &str,
    #[case] start: &str,
    #[case] end: &str,
    #[case] distance: &str,
    #[case] earliest: &str,
    #[case] completed: &str,
    #[case] expected: &str,
) {
    let asked = Asked { kind: "--after", at: completed, schedule: [days, start, end, distance, earliest] };
    assert_eq!(asked.run(), expected);
}

#[rstest]
#[case::i1("-", "-", "-", "0", "-", "2026-03-02 09:00:00", "2026-03-02 09:00:01")]
#[case::i2("-", "-", "-", "0", "2026-03-02 17:00", "2026-03-02 09:00:00", "2026-03-02 17:00:00")]
#[case::i3("-", "-", "-", "0", "2026-02-01 17:00", "2026-03-02 09:00:00", "2026-03-02 09:00:01")]
#[case::i4("mon-fri", "08:00", "18:00", "15", "-", "2026-03-02 09:00:00", "2026-03-02 09:00:01")]
#[case::i5("mon-fri", "08:00", "18:00", "15", "-", "2026-03-02 06:00:00", "2026-03-02 08:00:00")]
#[case::i6("mon-fri", "08:00", "18:00", "15", "-", "2026-03-02 19:00:00", "2026-03-03 08:00:00")]
#[case::i8("mon-fri", "08:00", "18:00", "15", "-", "2026-03-07 06:00:00", "2026-03-09 08:00:00")]
#[case::i9("mon-fri", "-", "-", "15", "-", "2026-03-07 10:00:00", "2026-03-09 00:00:00")]
#[case::i10("mon-fri", "08:00", "-", "1440", "-", "2026-03-02 09:00:00", "2026-03-02 09:00:01")]
#[case::i12("mon-sun", "22:00", "02:00", "10", "-", "2026-03-02 23:30:00", "2026-03-02 23:30:01")]
#[case::i13("mon-sun", "22:00", "02:00", "10", "-", "2026-03-02 01:00:00", "2026-03-02 01:00:01")]
#[case::i15("-", "11:00", "-", "1D+CM", "2026-03-31 11:00", "2026-03-02 09:00:00", "2026-03-31 11:00:00")]
#[case::i17("tue", "06:00", "-", "1440", "-", "2026-03-04 12:00:00", "2026-03-10 06:00:00")]
#[case::i16("-", "11:00", "-", "1D+CM", "2026-02-28 11:00", "2026-03-02 09:00:00", "2026-03-02 11:00:00")]
fn the_first_run_is_business_centrals(
    #[case] days: &str,
    #[case] start: &str,
    #[case] end: &str,
    #[case] distance: &str,
    #[case] earliest: &str,
    #[case] ready: &str,
    #[case] expected: &str,
) {
    let asked = Asked { kind: "--at", at: ready, schedule: [days, start, end, distance, earliest] };
    assert_eq!(asked.run(), expected);
}

#[rstest]
#[case::h1("mon-sun", "-", "-", "720", "2026-03-02 10:00:00", "2026-03-02 22:00:00")]
#[case::h2("mon-fri", "08:00", "18:00", "720", "2026-03-02 10:00:00", "2026-03-03 08:00:00")]
#[case::h4("mon-sun", "-", "-", "5", "2026-03-02 10:00:00", "2026-03-02 10:05:00")]
fn an_entry_that_found_nothing_wakes_when_business_centrals_does(
    #[case] days: &str,
    #[case] start: &str,
    #[case] end: &str,
    #[case] sleeps: &str,
    #[case] at: &str,
    #[case] expected: &str,
) {
    let asked = Asked { kind: "--hold", at, schedule: [days, start, end, sleeps, "-"] };
    assert_eq!(asked.run(), expected);
}

#[rstest]
#[case("2026-03-28T08:00:30", "2026-03-29T09:00:30+02:00")]
#[case("2026-10-24T08:00:30", "2026-10-25T08:00:00+01:00")]
fn a_day_of_minutes_over_a_change_of_the_clocks_is_business_centrals(#[case] completed: &str, #[case] expected: &str) {
    let nowhere = tempfile::tempdir().unwrap();
    let schedule = ["--days", "mon-sun", "--starting-time", "08:00", "--minutes", "1440"];
    let asked = ["--json", "--mode", "bc", "--time-zone", "Europe/Copenhagen", "--after", completed];
    let said = run(nowhere.path(), &[&["job-queue", "preview"], &schedule[..], &asked[..]].concat()).json();
    assert_eq!(said["runs"][0], expected);
}

#[test]
fn an_anchored_series_stays_at_its_time_of_day_over_a_change_of_the_clocks() {
    let nowhere = tempfile::tempdir().unwrap();
    let schedule = ["--days", "mon-fri", "--starting-time", "16:00", "--minutes", "1440"];
    let asked = ["--time-zone", "Europe/Oslo", "--at", "2026-03-26T12:00", "--count", "4"];
    let said = run(nowhere.path(), &[&["job-queue", "preview"], &schedule[..], &asked[..]].concat());
    let expected = [
        "2026-03-26T16:00:00+01:00",
        "2026-03-27T16:00:00+01:00",
        "2026-03-30T16:00:00+02:00",
        "2026-03-31T16:00:00+02:00",
    ];
    assert_eq!(said.stdout.lines().collect::<Vec<_>>(), expected);
}

#[rstest]
#[case(&["--minutes", "2880", "--after", "2012-01-01T13:00"], "choose the days of the week")]
#[case(&["--after", "2012-01-01T13:00"], "does not recur")]
#[case(&["--days", "mon,noday", "--at", "2012-01-01T13:00"], "'noday' is no day")]
#[case(&["--at", "yesterday"], "'yesterday' is no instant")]
#[case(&["--formula", "1Q+X", "--at", "2012-01-01T13:00"], "formula")]
#[case(&["--time-zone", "Europe/Atlantis", "--at", "2012-01-01T13:00"], "is no time zone")]
fn a_schedule_that_can_not_be_is_refused_in_one_sentence(#[case] asked: &[&str], #[case] expected: &str) {
    let nowhere = tempfile::tempdir().unwrap();
    let ended = run(nowhere.path(), &[&["job-queue", "preview"], asked].concat());
    assert!(ended.sentence().contains(expected), "{ended:?}");
}
