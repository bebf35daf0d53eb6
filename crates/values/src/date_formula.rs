//! BC's date formulas: how to come from one date to another, as `1M+CM` or `WD4`.
//!
//! Terms are applied from left to right. `30D`, `2W`, `1M`, `1Q`, `1Y` add so many units; a day that the month does not
//! have becomes its last one (31 January + 1M is the end of February). `CW`, `CM`, `CQ`, `CY` lead to the end of the
//! current unit, `-CW` and so on to its beginning. `WD1` to `WD7` lead to the next Monday to Sunday, `D1` to `D31` to the
//! next such day of a month, both strictly later; with a minus, to the one before. A month that is too short for `D31`
//! is left at its last day.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::field::{FieldType, Kind, Value};

/// A formula; blank leaves the date as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DateFormula(Vec<Term>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Term {
    back: bool,
    step: Step,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Step {
    Add(u16, Unit),
    Current(Unit),
    Weekday(u8),
    DayOfMonth(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// The text is no date formula.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    /// One of its terms can't be read.
    #[error(
        "'{text}' is not a date formula: at character {position} a term as 30D, 1M, CM, WD4 or D15 was expected, and + or - between terms"
    )]
    Term {
        /// What was given.
        text: String,
        /// The character at which reading stopped, the first is 1.
        position: usize,
    },
    /// More than twenty characters.
    #[error("the date formula '{0}' is longer than 20 characters: shorten it")]
    TooLong(String),
}

/// The formula leads out of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the date formula {formula} leads from {date} out of the calendar, which ends with the year 9999")]
pub struct OutOfCalendar {
    formula: String,
    date: NaiveDate,
}

/// How long a formula may be.
const LONGEST: usize = 20;

impl DateFormula {
    /// Whether it leaves every date as it is because nothing stands there.
    pub fn is_blank(&self) -> bool {
        self.0.is_empty()
    }

    /// How many days it adds to every date, where it does nothing else: a blank one none, `2W` fourteen.
    pub fn days(&self) -> Option<i64> {
        match self.0.as_slice() {
            [] => Some(0),
            [Term { back: false, step: Step::Add(count, Unit::Day) }] => Some(i64::from(*count)),
            [Term { back: false, step: Step::Add(count, Unit::Week) }] => Some(i64::from(*count) * 7),
            _ => None,
        }
    }

    /// The date that `date` leads to.
    ///
    /// # Errors
    /// [`OutOfCalendar`] when it is not in the years 1 to 9999.
    pub fn apply(&self, date: NaiveDate) -> Result<NaiveDate, OutOfCalendar> {
        self.0
            .iter()
            .try_fold(date, |date, term| term.apply(date).filter(|date| (1..=9999).contains(&date.year())))
            .ok_or_else(|| OutOfCalendar { formula: self.to_string(), date })
    }
}

impl Term {
    fn apply(self, date: NaiveDate) -> Option<NaiveDate> {
        match self.step {
            Step::Add(count, unit) => self.add(date, u32::from(count), unit),
            Step::Current(unit) if self.back => first_day(date, unit),
            Step::Current(unit) => last_day(date, unit),
            Step::Weekday(day) => self.weekday(date, u64::from(day)),
            Step::DayOfMonth(day) => self.day_of_month(date, u32::from(day)),
        }
    }

    fn add(self, date: NaiveDate, count: u32, unit: Unit) -> Option<NaiveDate> {
        let days = |days: u32| match self.back {
            true => date.checked_sub_days(Days::new(days.into())),
            false => date.checked_add_days(Days::new(days.into())),
        };
        let months = |months: u32| match self.back {
            true => date.checked_sub_months(Months::new(months)),
            false => date.checked_add_months(Months::new(months)),
        };
        match unit {
            Unit::Day => days(count),
            Unit::Week => days(count * 7),
            Unit::Month => months(count),
            Unit::Quarter => months(count * 3),
            Unit::Year => months(count * 12),
        }
    }

    fn weekday(self, date: NaiveDate, wanted: u64) -> Option<NaiveDate> {
        let current = u64::from(date.weekday().number_from_monday());
        let whole_week_if_none = |days: u64| if days == 0 { 7 } else { days };
        match self.back {
            true => date.checked_sub_days(Days::new(whole_week_if_none((current + 7 - wanted) % 7))),
            false => date.checked_add_days(Days::new(whole_week_if_none((wanted + 7 - current) % 7))),
        }
    }

    fn day_of_month(self, date: NaiveDate, wanted: u32) -> Option<NaiveDate> {
        let first = date.with_day(1)?;
        let mut month = first;
        for _ in 0..2 {
            let day = last_day(month, Unit::Month)?.day().min(wanted);
            let found = month.with_day(day)?;
            let strictly_on = if self.back { found < date } else { found > date };
            if strictly_on {
                return Some(found);
            }
            let one = Months::new(1);
            month = if self.back { month.checked_sub_months(one)? } else { month.checked_add_months(one)? };
        }
        None
    }
}

fn first_day(date: NaiveDate, unit: Unit) -> Option<NaiveDate> {
    match unit {
        Unit::Day => Some(date),
        Unit::Week => date.checked_sub_days(Days::new(date.weekday().num_days_from_monday().into())),
        Unit::Month => date.with_day(1),
        Unit::Quarter => NaiveDate::from_ymd_opt(date.year(), date.month0() / 3 * 3 + 1, 1),
        Unit::Year => NaiveDate::from_ymd_opt(date.year(), 1, 1),
    }
}

fn last_day(date: NaiveDate, unit: Unit) -> Option<NaiveDate> {
    let next = Term { back: false, step: Step::Add(1, unit) };
    next.apply(first_day(date, unit)?)?.pred_opt()
}

impl Unit {
    const ALL: [(char, Self); 5] =
        [('D', Self::Day), ('W', Self::Week), ('M', Self::Month), ('Q', Self::Quarter), ('Y', Self::Year)];

    fn of(letter: char) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == letter).map(|(_, unit)| *unit)
    }

    fn letter(self) -> char {
        Self::ALL.iter().find(|(_, unit)| *unit == self).map_or('D', |(letter, _)| *letter)
    }
}

impl fmt::Display for DateFormula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, term) in self.0.iter().enumerate() {
            match (term.back, at) {
                (true, _) => f.write_str("-")?,
                (false, 0) => {}
                (false, _) => f.write_str("+")?,
            }
            match term.step {
                Step::Add(count, unit) => write!(f, "{count}{}", unit.letter())?,
                Step::Current(unit) => write!(f, "C{}", unit.letter())?,
                Step::Weekday(day) => write!(f, "WD{day}")?,
                Step::DayOfMonth(day) => write!(f, "D{day}")?,
            }
        }
        Ok(())
    }
}

impl FromStr for DateFormula {
    type Err = Invalid;

    /// Letters of either case; spaces between terms and BC's angle brackets around the formula do no harm.
    fn from_str(text: &str) -> Result<Self, Invalid> {
        if text.chars().count() > LONGEST {
            return Err(Invalid::TooLong(text.to_owned()));
        }
        let mut reader = Reader { letters: text.chars().map(|letter| letter.to_ascii_uppercase()).collect(), at: 0 };
        reader.formula().map(Self).ok_or_else(|| Invalid::Term { text: text.to_owned(), position: reader.at + 1 })
    }
}

/// Leaves `at` where reading stopped.
struct Reader {
    letters: Vec<char>,
    at: usize,
}

impl Reader {
    fn formula(&mut self) -> Option<Vec<Term>> {
        let mut terms = Vec::new();
        self.spaces();
        let bracketed = self.take('<');
        self.spaces();
        while !self.at_end(bracketed) {
            let back = self.take('-');
            if !back && !self.take('+') && !terms.is_empty() {
                return None;
            }
            self.spaces();
            terms.push(Term { back, step: self.step()? });
            self.spaces();
        }
        if bracketed && !self.take('>') {
            return None;
        }
        self.spaces();
        self.at_end(false).then_some(terms)
    }

    fn step(&mut self) -> Option<Step> {
        let start = self.at;
        let step = self.read_step();
        if step.is_none() {
            self.at = start;
        }
        step
    }

    fn read_step(&mut self) -> Option<Step> {
        if let Some(count) = self.number() {
            let unit = Unit::of(self.peek()?)?;
            self.at += 1;
            return (count <= 9999).then_some(Step::Add(count, unit));
        }
        if self.take('C') {
            let unit = Unit::of(self.peek()?)?;
            self.at += 1;
            return Some(Step::Current(unit));
        }
        let weekday = self.take('W');
        if !self.take('D') {
            return None;
        }
        let day = self.number().and_then(|day| u8::try_from(day).ok())?;
        match weekday {
            true => (1..=7).contains(&day).then_some(Step::Weekday(day)),
            false => (1..=31).contains(&day).then_some(Step::DayOfMonth(day)),
        }
    }

    fn number(&mut self) -> Option<u16> {
        let digits: String = self.letters.iter().skip(self.at).take_while(|letter| letter.is_ascii_digit()).collect();
        self.at += digits.len();
        digits.parse().ok()
    }

    fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn take(&mut self, letter: char) -> bool {
        let there = self.peek() == Some(letter);
        self.at += usize::from(there);
        there
    }

    fn spaces(&mut self) {
        while self.take(' ') {}
    }

    fn at_end(&self, bracketed: bool) -> bool {
        match self.peek() {
            None => true,
            Some(letter) => bracketed && letter == '>',
        }
    }
}

impl FieldType for DateFormula {
    const KIND: Kind = Kind::Code;
    fn value(&self) -> Value {
        Value::Text(self.to_string())
    }
}

impl Serialize for DateFormula {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DateFormula {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(feature = "api")]
impl schemars::JsonSchema for DateFormula {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DateFormula".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date-formula", "maxLength": LONGEST })
    }
}

crate::__text_column!(DateFormula);
