use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use values::filter::{Filter, Words, parse_expression};

use super::FilterTable;
use crate::{Error, Result};

/// The filters of a request page: an expression per `Table.field`. They are kept as text and read anew at each run,
/// so that `..today` means the day of the run. They know which of them were read: one that nobody reads fails the run, and
/// is not passed over.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Filters {
    all: BTreeMap<String, String>,
    /// Those that were read, of these filters and of all that were cloned from them.
    #[serde(skip)]
    read: Arc<Mutex<BTreeSet<String>>>,
}

impl Filters {
    /// No filter.
    pub fn new() -> Self {
        Self::default()
    }

    /// With one more filter.
    #[must_use]
    pub fn with(mut self, field: impl Into<String>, expression: impl Into<String>) -> Self {
        self.all.insert(field.into(), expression.into());
        self
    }

    /// Those whose `Table.field` is wanted.
    #[must_use]
    pub fn only(&self, is_wanted: impl Fn(&str) -> bool) -> Self {
        let wanted = self.iter().filter(|(field, _)| is_wanted(field));
        let all = wanted.map(|(field, expression)| (field.to_owned(), expression.to_owned())).collect();
        Self { all, read: Arc::clone(&self.read) }
    }

    /// The expression on `Table.field`.
    pub fn get(&self, field: &str) -> Option<&str> {
        let expression = self.all.get(field)?;
        self.mark(field);
        Some(expression)
    }

    /// Every filter, by field.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.all.iter().map(|(field, expression)| (field.as_str(), expression.as_str()))
    }

    /// Every filter on the table of that name, by field.
    pub fn on(&self, table: &str) -> impl Iterator<Item = (&str, &str)> {
        self.iter().filter(move |(field, _)| field.split_once('.').is_some_and(|(of, _)| of == table))
    }

    /// What the filters on `table` let through, by the names that its record has for its fields, with its date words
    /// resolved by `words`. Whoever asks obeys them.
    ///
    /// # Errors
    /// [`Error::Filter`] when an expression does not parse.
    pub fn resolve(&self, table: &FilterTable, words: &Words) -> Result<Filter> {
        self.on(table.name).for_each(|(field, _)| self.mark(field));
        self.parsed(table, words)
    }

    /// A filter that nobody has read.
    pub(crate) fn unread(&self) -> Option<&str> {
        let read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        self.iter().map(|(field, _)| field).find(|field| !read.contains(*field))
    }

    fn mark(&self, field: &str) {
        self.read.lock().unwrap_or_else(PoisonError::into_inner).insert(field.to_owned());
    }

    fn parsed(&self, table: &FilterTable, words: &Words) -> Result<Filter> {
        let mut all = Vec::new();
        for (name, expression) in self.on(table.name) {
            let field = name.split_once('.').map_or(name, |(_, field)| field);
            let field = table.field(field).ok_or_else(|| unknown_field(table, field))?;
            let parsed = parse_expression(field.own_name, field.kind, expression, words);
            all.push(parsed.map_err(|source| Error::Filter { field: name.to_owned(), source })?);
        }
        Ok(Filter::All(all))
    }

    /// Checks that every filter names a field of one of `tables` and can be read.
    ///
    /// # Errors
    /// [`Error::UnknownFilter`] or [`Error::Filter`].
    pub fn check(&self, tables: &[FilterTable], words: &Words) -> Result<()> {
        for (name, _) in self.iter() {
            let table = name.split_once('.').map(|(table, _)| table);
            if !tables.iter().any(|known| Some(known.name) == table) {
                let known = tables.iter().map(|table| table.name).collect::<Vec<_>>().join(", ");
                return Err(Error::UnknownFilter { field: name.to_owned(), known });
            }
        }
        tables.iter().try_for_each(|table| self.parsed(table, words).map(drop))
    }
}

/// What was read of filters does not make others of them.
impl PartialEq for Filters {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl Eq for Filters {}

fn unknown_field(table: &FilterTable, field: &str) -> Error {
    let known = table.fields.iter().map(|field| field.name).collect::<Vec<_>>().join(", ");
    Error::UnknownFilter { field: format!("{}.{field}", table.name), known }
}
