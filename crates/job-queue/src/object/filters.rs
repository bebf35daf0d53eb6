use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use values::filter::{Filter, Words, parse_expression};

use super::FilterTable;
use crate::{Error, Result};

/// The filters of a request page: an expression per `Table.field`. They are kept as text and read anew at each run,
/// so that `..today` means the day of the run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Filters(BTreeMap<String, String>);

impl Filters {
    /// No filter.
    pub fn new() -> Self {
        Self::default()
    }

    /// With one more filter.
    #[must_use]
    pub fn with(mut self, field: impl Into<String>, expression: impl Into<String>) -> Self {
        self.0.insert(field.into(), expression.into());
        self
    }

    /// The expression on `Table.field`.
    pub fn get(&self, field: &str) -> Option<&str> {
        self.0.get(field).map(String::as_str)
    }

    /// Every filter, by field.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(field, expression)| (field.as_str(), expression.as_str()))
    }

    /// What the filters on `table` let through, by the names that its record has for its fields, with its date words
    /// resolved by `words`.
    ///
    /// # Errors
    /// [`Error::Filter`] when an expression does not parse.
    pub fn resolve(&self, table: &FilterTable, words: &Words) -> Result<Filter> {
        let mut all = Vec::new();
        for (name, expression) in self.iter() {
            let Some((of, field)) = name.split_once('.') else { continue };
            if of != table.name {
                continue;
            }
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
        tables.iter().try_for_each(|table| self.resolve(table, words).map(drop))
    }
}

fn unknown_field(table: &FilterTable, field: &str) -> Error {
    let known = table.fields.iter().map(|field| field.name).collect::<Vec<_>>().join(", ");
    Error::UnknownFilter { field: format!("{}.{field}", table.name), known }
}
