use std::fmt;
use std::str::FromStr;

use chrono::{Days, Months, NaiveDate};

/// The version of the Admin API that every document is written for.
pub const API_VERSION: &str = "2026-10";

/// Our subset of the Admin API's schema, as SDL.
pub const SDL: &str = include_str!("../schema/admin.graphql");

/// A version of the Admin API, as `2026-10`: one comes out each quarter and is answered for a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    year: u16,
    month: u8,
}

/// How long a version has yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// More than a quarter.
    Supported,
    /// A quarter or less: it is time to change to another one.
    EndsSoon,
    /// None: the store answers with the oldest version that it still has.
    Ended,
}

/// A text that is no version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no version of the Admin API: write the year and the month of its release, as {API_VERSION}")]
pub struct NotAVersion(String);

impl Version {
    /// [`API_VERSION`].
    pub const PINNED: Self = Self { year: 2026, month: 10 };

    /// The day on which it comes out.
    pub fn released(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year.into(), self.month.into(), 1).unwrap_or_default()
    }

    /// The first day on which it is not answered any more: a year after its release.
    pub fn ends(self) -> NaiveDate {
        self.released().checked_add_months(Months::new(12)).unwrap_or_default()
    }

    /// How it stands on a day.
    pub fn standing(self, today: NaiveDate) -> Standing {
        let end = self.ends();
        let warned_from = end.checked_sub_months(Months::new(3)).unwrap_or_default();
        match today {
            today if today >= end => Standing::Ended,
            today if today >= warned_from => Standing::EndsSoon,
            _ => Standing::Supported,
        }
    }

    /// The last day on which it is answered.
    pub fn last_day(self) -> NaiveDate {
        self.ends().checked_sub_days(Days::new(1)).unwrap_or_default()
    }
}

impl FromStr for Version {
    type Err = NotAVersion;

    fn from_str(text: &str) -> Result<Self, NotAVersion> {
        let read = || {
            let (year, month) = text.split_once('-')?;
            if year.len() != 4 || month.len() != 2 || !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
                return None;
            }
            let version = Self { year: year.parse().ok()?, month: month.parse().ok()? };
            ([1, 4, 7, 10].contains(&version.month) && version.year >= 2019).then_some(version)
        };
        read().ok_or_else(|| NotAVersion(text.to_owned()))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_pinned_version_is_the_one_that_is_asked_for() {
        assert_eq!(API_VERSION.parse(), Ok(Version::PINNED));
        assert_eq!(Version::PINNED.to_string(), API_VERSION);
    }

    #[test]
    fn a_version_is_answered_for_a_year_and_warned_of_a_quarter_ahead() {
        let standings = [
            ("2026-11-26", Standing::Supported),
            ("2027-06-30", Standing::Supported),
            ("2027-07-01", Standing::EndsSoon),
            ("2027-09-30", Standing::EndsSoon),
            ("2027-10-01", Standing::Ended),
        ];
        for (today, standing) in standings {
            assert_eq!(Version::PINNED.standing(day(today)), standing, "{today}");
        }
        assert_eq!(Version::PINNED.released(), day("2026-10-01"));
        assert_eq!(Version::PINNED.ends(), day("2027-10-01"));
        assert_eq!(Version::PINNED.last_day(), day("2027-09-30"));
    }

    #[test]
    fn versions_are_ordered_by_their_release() {
        let versions: Vec<Version> =
            ["2026-07", "2026-10", "2027-01"].iter().map(|text| text.parse().unwrap()).collect();
        assert!(versions.is_sorted());
    }

    #[test]
    fn what_no_quarter_begins_with_is_no_version() {
        for text in ["", "unstable", "2026-11", "2026-1", "26-10", "2026-10-01", "+026-10", "2018-10"] {
            assert!(text.parse::<Version>().is_err(), "{text}");
        }
    }
}
