use std::fmt::Display;
use std::str::FromStr;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Map, Value as Json};
use values::Code;
use values::field::{Kind, Value};
use values::money::Invalid;

use crate::fault::Fault;

/// The fields of a body while they are read: what can't be read is noted, and what is not asked for is no field.
pub(crate) struct Entered<'a> {
    given: &'a Map<String, Json>,
    line: Option<i32>,
    asked: Vec<&'static str>,
    faults: Vec<Fault>,
}

impl<'a> Entered<'a> {
    /// The fields of a document; of its line of that number, when one is given.
    pub(crate) fn new(given: &'a Map<String, Json>, line: Option<i32>) -> Self {
        Self { given, line, asked: Vec::new(), faults: Vec::new() }
    }

    /// Notes what is wrong with a field.
    pub(crate) fn refuse(&mut self, field: &str, text: impl Into<String>) {
        self.faults.push(Fault { line: self.line, field: field.to_owned(), text: text.into() });
    }

    /// A field as it stands, which something else reads.
    pub(crate) fn json(&mut self, name: &'static str) -> Option<&'a Json> {
        self.asked.push(name);
        self.given.get(name)
    }

    fn value(&mut self, name: &'static str, kind: Kind) -> Option<Value> {
        let json = self.json(name)?;
        let read = Value::from_json(kind, json);
        read.map_err(|unreadable| self.refuse(name, format!("{name}: {unreadable}"))).ok()
    }

    /// A text of at most so many characters.
    pub(crate) fn text(&mut self, name: &'static str, most: usize) -> Option<String> {
        let text = match self.value(name, Kind::Text)? {
            Value::Text(text) => text,
            _ => String::new(),
        };
        if text.chars().count() > most {
            self.refuse(name, format!("{name} has {} characters: it may have {most}", text.chars().count()));
            return None;
        }
        Some(text)
    }

    /// A code or a number of something.
    pub(crate) fn code<const N: usize>(&mut self, name: &'static str) -> Option<Code<N>> {
        let text = match self.value(name, Kind::Code)? {
            Value::Text(text) => text,
            _ => String::new(),
        };
        Code::new(&text).map_err(|error| self.refuse(name, format!("{name}: {error}"))).ok()
    }

    /// One of several values.
    pub(crate) fn option<T: FromStr<Err: Display>>(&mut self, name: &'static str) -> Option<T> {
        let Value::Text(text) = self.value(name, Kind::Text)? else { return None };
        text.parse().map_err(|error| self.refuse(name, format!("{name}: {error}"))).ok()
    }

    /// A day, or that there is none.
    pub(crate) fn day(&mut self, name: &'static str) -> Option<Option<NaiveDate>> {
        match self.value(name, Kind::Date)? {
            Value::Date(date) => Some(Some(date)),
            _ => Some(None),
        }
    }

    /// A day that there must be.
    pub(crate) fn date(&mut self, name: &'static str) -> Option<NaiveDate> {
        let day = self.day(name)?;
        if day.is_none() {
            self.refuse(name, format!("{name} is blank: enter a day, as 2026-03-31"));
        }
        day
    }

    /// Yes or no.
    pub(crate) fn boolean(&mut self, name: &'static str) -> Option<bool> {
        match self.value(name, Kind::Boolean)? {
            Value::Boolean(value) => Some(value),
            _ => Some(false),
        }
    }

    /// A number, of which `kept` makes what is kept; blank is 0.
    pub(crate) fn number<T>(&mut self, name: &'static str, kept: fn(Decimal) -> Result<T, Invalid>) -> Option<T> {
        let number = match self.value(name, Kind::Decimal)? {
            Value::Decimal(number) => number,
            _ => Decimal::ZERO,
        };
        kept(number).map_err(|error| self.refuse(name, format!("{name}: {error}"))).ok()
    }

    /// The names that were asked for.
    pub(crate) fn asked(&self) -> &[&'static str] {
        &self.asked
    }

    /// All that is wrong, with the fields that `one` does not have.
    pub(crate) fn faults(mut self, one: &str) -> Vec<Fault> {
        let unknown: Vec<&String> = self.given.keys().filter(|name| !self.asked.contains(&name.as_str())).collect();
        let possible = self.asked.join(", ");
        for name in unknown {
            self.refuse(name, format!("a {one} has no field '{name}' that could be given; there are: {possible}"));
        }
        self.faults
    }
}
