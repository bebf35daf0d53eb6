use chrono_tz::Tz;
use serde_json::{Value, json};

use super::echo::echo;
use super::field::{Field, Found};
use super::parse::{Comparator, Query, parse};
use super::test::{NotATime, Pattern, Test};

/// What a connection may be searched by.
pub(crate) struct Searchable<R: 'static> {
    pub fields: &'static [Field<R>],
    /// What a term without a field is looked for in.
    pub words: fn(&R) -> Found<'_>,
}

/// A search, ready to be asked of records.
pub(crate) struct Search<R: 'static> {
    condition: Condition<R>,
    report: Report,
}

/// How a search was understood, and what of it was not.
pub(crate) struct Report {
    pub query: String,
    pub parsed: Value,
    pub warnings: Vec<Value>,
}

/// The value of a date field is no date.
#[derive(Debug)]
pub(crate) struct InvalidTime {
    pub field: String,
}

enum Condition<R: 'static> {
    /// Nothing was asked, or what was asked is unknown and so left out.
    Always,
    All(Vec<Condition<R>>),
    Any(Vec<Condition<R>>),
    Not(Box<Condition<R>>),
    Field(fn(&R) -> Found<'_>, Test),
    Words(fn(&R) -> Found<'_>, Pattern),
}

impl<R> Search<R> {
    /// Reads `text`. Fields that do not exist are left out and reported, as the real store does.
    pub(crate) fn read(text: &str, searchable: &Searchable<R>, zone: Tz) -> Result<Self, InvalidTime> {
        let query = parse(text);
        let mut warnings = Vec::new();
        let condition = compile(&query, searchable, zone, &mut warnings)?;
        let report = Report { query: text.to_owned(), parsed: echo(&query), warnings };
        Ok(Self { condition, report })
    }

    /// What the answer tells about the search, once.
    pub(crate) fn take_report(&mut self) -> Report {
        std::mem::replace(&mut self.report, Report { query: String::new(), parsed: Value::Null, warnings: Vec::new() })
    }

    pub(crate) fn matches(&self, record: &R) -> bool {
        self.condition.holds(record)
    }
}

impl<R> Condition<R> {
    fn holds(&self, record: &R) -> bool {
        match self {
            Self::Always => true,
            Self::All(conditions) => conditions.iter().all(|condition| condition.holds(record)),
            Self::Any(conditions) => conditions.iter().any(|condition| condition.holds(record)),
            Self::Not(condition) => !condition.holds(record),
            Self::Field(get, test) => test.passes(&get(record)),
            Self::Words(get, pattern) => match get(record) {
                Found::Text(text) => pattern.matches(&text, true),
                Found::Texts(texts) => texts.iter().any(|text| pattern.matches(text, true)),
                _ => false,
            },
        }
    }
}

fn compile<R>(
    query: &Query,
    searchable: &Searchable<R>,
    zone: Tz,
    warnings: &mut Vec<Value>,
) -> Result<Condition<R>, InvalidTime> {
    let mut all = |queries: &[Query]| -> Result<Vec<Condition<R>>, InvalidTime> {
        let mut conditions = Vec::new();
        for query in queries {
            match compile(query, searchable, zone, warnings)? {
                Condition::Always => {}
                condition => conditions.push(condition),
            }
        }
        Ok(conditions)
    };
    Ok(match query {
        Query::And(queries) => match all(queries)? {
            conditions if conditions.is_empty() => Condition::Always,
            conditions => Condition::All(conditions),
        },
        Query::Or(queries) => match all(queries)? {
            conditions if conditions.is_empty() => Condition::Always,
            conditions => Condition::Any(conditions),
        },
        Query::Not(query) => match compile(query, searchable, zone, warnings)? {
            Condition::Always => Condition::Always,
            condition => Condition::Not(Box::new(condition)),
        },
        Query::Term { field: None, value, .. } if value.is_empty() => Condition::Always,
        Query::Term { field: None, value, .. } => Condition::Words(searchable.words, Pattern::new(value)),
        Query::Term { field: Some(name), comparator, value, .. } => {
            term(name, *comparator, value, searchable, zone, warnings)?
        }
    })
}

fn term<R>(
    name: &str,
    comparator: Comparator,
    value: &str,
    searchable: &Searchable<R>,
    zone: Tz,
    warnings: &mut Vec<Value>,
) -> Result<Condition<R>, InvalidTime> {
    let (known, negated) = match name.strip_suffix("_not") {
        Some(positive) => (positive, true),
        None => (name, false),
    };
    let Some(field) = searchable.fields.iter().find(|field| field.name == known) else {
        warnings.push(json!({
            "field": name,
            "message": "Invalid search field for this query.",
            "code": "invalid_field",
        }));
        return Ok(Condition::Always);
    };
    let test =
        Test::read(field.kind, comparator, value, zone).map_err(|NotATime| InvalidTime { field: name.to_owned() })?;
    let condition = Condition::Field(field.get, test);
    Ok(if negated { Condition::Not(Box::new(condition)) } else { condition })
}
