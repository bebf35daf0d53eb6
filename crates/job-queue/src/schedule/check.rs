use chrono::{DateTime, Utc};

use super::Schedule;

/// The longest distance between two runs: a year.
const MOST_MINUTES: i32 = 366 * 24 * 60;

/// Why a schedule can't be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    /// Days and a formula.
    #[error("days of the week and a next run date formula exclude each other: leave one of them out")]
    DaysAndFormula,
    /// A time of day without recurrence.
    #[error("a starting or ending time is for recurring entries: choose days of the week, or a next run date formula")]
    TimeWithoutRecurrence,
    /// Minutes without days.
    #[error("minutes between runs are for recurring entries: choose the days of the week on which it is to run")]
    MinutesWithoutDays,
    /// An object that says itself when it runs again, in an entry that runs once.
    #[error("manual recurrence is for recurring entries: choose days of the week, or a next run date formula")]
    ManualWithoutRecurrence,
    /// Minutes out of range.
    #[error("{0} minutes between runs is out of range: choose 0 to 527,040")]
    Minutes(i32),
    /// Over before it begins.
    #[error("it expires before its earliest start: move one of the two")]
    Expired,
}

impl Invalid {
    /// The field to mend, as the API names it.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::DaysAndFormula => "nextRunDateFormula",
            Self::TimeWithoutRecurrence => "startingTime",
            Self::MinutesWithoutDays | Self::Minutes(_) => "numberOfMinutesBetweenRuns",
            Self::ManualWithoutRecurrence => "manualRecurrence",
            Self::Expired => "expirationDateTime",
        }
    }
}

impl Schedule {
    /// Checks that its parts fit together.
    ///
    /// # Errors
    /// [`Invalid`] says which do not.
    pub fn check(&self, expiration: Option<DateTime<Utc>>) -> Result<(), Invalid> {
        if !self.days.is_empty() && !self.formula.is_blank() {
            return Err(Invalid::DaysAndFormula);
        }
        if !self.is_recurring() && (self.starting_time.is_some() || self.ending_time.is_some()) {
            return Err(Invalid::TimeWithoutRecurrence);
        }
        if self.days.is_empty() && self.minutes != 0 {
            return Err(Invalid::MinutesWithoutDays);
        }
        if !(0..=MOST_MINUTES).contains(&self.minutes) {
            return Err(Invalid::Minutes(self.minutes));
        }
        match (self.earliest_start, expiration) {
            (Some(earliest), Some(expiration)) if expiration < earliest => Err(Invalid::Expired),
            _ => Ok(()),
        }
    }
}
