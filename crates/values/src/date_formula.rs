//! BC's date formulas.

use chrono::NaiveDate;

/// How to come from one date to another, as `1M+CM` or `WD4`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DateFormula(Vec<Term>);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Term;

impl DateFormula {
    /// The date that `date` leads to.
    ///
    /// # Errors
    /// When there is no such date in the calendar.
    pub fn apply(&self, date: NaiveDate) -> Result<NaiveDate, OutOfCalendar> {
        Ok(date)
    }
}

/// The formula leads out of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the date formula leads out of the calendar, which ends with the year 9999")]
pub struct OutOfCalendar;
