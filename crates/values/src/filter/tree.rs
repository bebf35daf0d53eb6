use chrono::{DateTime, NaiveDate, Utc};

use super::Pattern;
use crate::field::Value;

/// Which records are let through.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    /// Those that every one of these lets through; all of them when there is none.
    All(Vec<Filter>),
    /// Those that at least one of these lets through; none of them when there is none.
    Any(Vec<Filter>),
    /// Those that this does not let through.
    Not(Box<Filter>),
    /// Those whose field passes the test.
    Field {
        /// The field, by its name in the API.
        name: String,
        /// What its value must be.
        test: Test,
    },
}

/// What the value of one field must be. [`Value::Null`] stands for blank, the least value.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// This.
    Equal(Value),
    /// Anything else.
    NotEqual(Value),
    /// Before this.
    Less(Value),
    /// This or before.
    LessOrEqual(Value),
    /// After this.
    Greater(Value),
    /// This or after.
    GreaterOrEqual(Value),
    /// From the one to the other, both included; an end that is left out is open.
    Between(Option<Value>, Option<Value>),
    /// One of these.
    In(Vec<Value>),
    /// A text of this form.
    Like(Pattern),
}

/// What the words in a filter mean at this moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The instant at which `today` is asked for.
    pub now: DateTime<Utc>,
    /// In which zone a day begins.
    pub zone: chrono_tz::Tz,
    /// The work date; today when there is none.
    pub work_date: Option<NaiveDate>,
    /// Who `%me` is.
    pub user: String,
}

impl Words {
    /// The day that it is in the zone.
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&self.zone).date_naive()
    }

    /// The work date.
    pub fn work_date(&self) -> NaiveDate {
        self.work_date.unwrap_or_else(|| self.today())
    }
}

impl Filter {
    /// How many conditions a filter may have: SQLite takes no deeper expressions than a thousand.
    pub const MOST_CONDITIONS: usize = 500;

    /// Lets everything through.
    pub const fn everything() -> Self {
        Self::All(Vec::new())
    }

    /// A test of one field.
    pub fn field(name: impl Into<String>, test: Test) -> Self {
        Self::Field { name: name.into(), test }
    }

    /// What all of these let through.
    pub(super) fn all_of(mut filters: Vec<Self>) -> Self {
        if filters.len() == 1 { filters.remove(0) } else { Self::All(filters) }
    }

    /// What at least one of these lets through; equalities of one field become one test.
    pub(super) fn any_of(mut filters: Vec<Self>) -> Self {
        if filters.len() == 1 {
            return filters.remove(0);
        }
        let mut values = Vec::new();
        let mut of: Option<&str> = None;
        for filter in &filters {
            match filter {
                Self::Field { name, test: Test::Equal(value) } if of.is_none_or(|of| of == name) => {
                    of = Some(name);
                    values.push(value.clone());
                }
                _ => return Self::Any(filters),
            }
        }
        of.map_or_else(|| Self::Any(Vec::new()), |name| Self::field(name, Test::In(values)))
    }

    /// Whether it lets everything through by its form.
    pub fn is_everything(&self) -> bool {
        matches!(self, Self::All(filters) if filters.iter().all(Self::is_everything))
    }

    /// How many conditions it has.
    pub fn conditions(&self) -> usize {
        match self {
            Self::All(filters) | Self::Any(filters) => filters.iter().map(Self::conditions).sum(),
            Self::Not(filter) => filter.conditions(),
            Self::Field { test: Test::In(values), .. } => values.len(),
            Self::Field { .. } => 1,
        }
    }

    /// What both let through.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if other.is_everything() => one,
            (one, other) if one.is_everything() => other,
            (Self::All(mut filters), other) => {
                filters.push(other);
                Self::All(filters)
            }
            (one, other) => Self::All(vec![one, other]),
        }
    }

    /// What this does not let through.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Not(filter) => *filter,
            filter => Self::Not(Box::new(filter)),
        }
    }
}
