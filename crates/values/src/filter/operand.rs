//! From what was written to tests, by the kind of the field.

use chrono::{DateTime, Utc};
use winnow::error::ErrMode;

use super::literal::{self, Literal};
use super::syntax::{Parsed, Problem};
use super::term::Term;
use super::{Filter, Test, Words};
use crate::field::{Kind, Value};

/// How many letters a pattern with `@` may have: each becomes a class of characters in SQL.
const LONGEST_FOLDED: usize = 200;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// One field, and what is needed to understand values of it.
#[derive(Clone, Copy)]
pub(super) struct Typing<'a> {
    pub(super) field: &'a str,
    pub(super) kind: Kind,
    pub(super) words: &'a Words,
}

impl Typing<'_> {
    /// `value` alone, which may be a pattern.
    pub(super) fn equal(&self, value: &Term) -> Parsed<Filter> {
        if !value.is_pattern() {
            return self.compare(Operator::Equal, value);
        }
        let pattern = match self.kind {
            Kind::Text => value.pattern(str::to_owned, value.folded),
            Kind::Code => value.pattern(str::to_uppercase, value.folded),
            Kind::Option(_) => value.pattern(str::to_owned, true),
            _ => return self.refuse(value, literal::expected(self.kind)),
        };
        if pattern.folded && value.letters() > LONGEST_FOLDED {
            return self.refuse(value, format!("a pattern of at most {LONGEST_FOLDED} characters"));
        }
        Ok(self.test(Test::Like(pattern)))
    }

    pub(super) fn compare(&self, operator: Operator, value: &Term) -> Parsed<Filter> {
        let literal = self.literal(value)?;
        Ok(self.compare_literal(operator, literal))
    }

    pub(super) fn range(&self, from: Option<&Term>, to: Option<&Term>) -> Parsed<Filter> {
        let from = from.map(|from| self.literal(from)).transpose()?;
        let to = to.map(|to| self.literal(to)).transpose()?;
        Ok(match (from, to) {
            (Some(Literal::Value(from)), Some(Literal::Value(to))) if !matches!(self.kind, Kind::Option(_)) => {
                self.test(Test::Between(Some(from), Some(to)))
            }
            (from, to) => {
                let from = from.map(|from| self.compare_literal(Operator::GreaterOrEqual, from));
                let to = to.map(|to| self.compare_literal(Operator::LessOrEqual, to));
                Filter::all_of(from.into_iter().chain(to).collect())
            }
        })
    }

    fn literal(&self, value: &Term) -> Parsed<Literal> {
        if value.is_blank() {
            return Ok(Literal::Blank);
        }
        if value.is_pattern() {
            return self.refuse(value, "a value without @, * and ?");
        }
        match literal::parse(self.kind, &value.text(), value.quoted, self.words) {
            Some(literal) => Ok(literal),
            None => self.refuse(value, literal::expected(self.kind)),
        }
    }

    pub(super) fn compare_literal(&self, operator: Operator, literal: Literal) -> Filter {
        match (literal, self.kind) {
            (Literal::Period(from, until), _) => self.compare_period(operator, from, until),
            (Literal::Blank, Kind::Option(captions)) => self.compare_place(operator, None, captions),
            (Literal::Value(Value::Text(caption)), Kind::Option(captions)) => {
                self.compare_place(operator, Some(&caption), captions)
            }
            (Literal::Value(value), _) => self.test(operator.test(value)),
            (Literal::Blank, kind) => match (zero(kind), operator) {
                (Some(zero), Operator::Equal) => self.test(Test::In(vec![Value::Null, zero])),
                (Some(zero), Operator::NotEqual) => self.test(Test::In(vec![Value::Null, zero])).negated(),
                (Some(zero), operator) => self.test(operator.test(zero)),
                (None, operator) => self.test(operator.test(Value::Null)),
            },
        }
    }

    /// `until` is the first instant after the period.
    fn compare_period(&self, operator: Operator, from: DateTime<Utc>, until: DateTime<Utc>) -> Filter {
        let (from, until) = (Value::DateTime(from), Value::DateTime(until));
        match operator {
            Operator::Equal => Filter::All(vec![self.test(Test::GreaterOrEqual(from)), self.test(Test::Less(until))]),
            Operator::NotEqual => {
                Filter::Any(vec![self.test(Test::Less(from)), self.test(Test::GreaterOrEqual(until))])
            }
            Operator::Less => self.test(Test::Less(from)),
            Operator::LessOrEqual => self.test(Test::Less(until)),
            Operator::Greater => self.test(Test::GreaterOrEqual(until)),
            Operator::GreaterOrEqual => self.test(Test::GreaterOrEqual(from)),
        }
    }

    /// Options are ordered by their place in the list; nothing at all has the place of the blank option.
    fn compare_place(&self, operator: Operator, caption: Option<&str>, captions: &[&str]) -> Filter {
        let value = |caption: &str| match caption {
            "" => Value::Null,
            caption => Value::Text(caption.to_owned()),
        };
        let wanted = caption.unwrap_or_default();
        if matches!(operator, Operator::Equal | Operator::NotEqual) {
            return self.test(operator.test(value(wanted)));
        }
        let list = [""].into_iter().filter(|blank| !captions.contains(blank)).chain(captions.iter().copied());
        let list: Vec<&str> = list.collect();
        let place = list.iter().position(|caption| *caption == wanted).unwrap_or_default();
        let passes = |at: usize| match operator {
            Operator::Less => at < place,
            Operator::LessOrEqual => at <= place,
            Operator::Greater => at > place,
            _ => at >= place,
        };
        let passing = list.iter().enumerate().filter(|(at, _)| passes(*at)).map(|(_, caption)| value(caption));
        self.test(Test::In(passing.collect()))
    }

    pub(super) fn test(&self, test: Test) -> Filter {
        Filter::field(self.field, test)
    }

    fn refuse<O>(&self, value: &Term, expected: impl Into<String>) -> Parsed<O> {
        Err(ErrMode::Cut(Problem {
            offset: value.offset,
            length: Some(value.length),
            expected: format!("{} for {}", expected.into(), self.field),
        }))
    }
}

impl Operator {
    fn test(self, value: Value) -> Test {
        match self {
            Self::Equal => Test::Equal(value),
            Self::NotEqual => Test::NotEqual(value),
            Self::Less => Test::Less(value),
            Self::LessOrEqual => Test::LessOrEqual(value),
            Self::Greater => Test::Greater(value),
            Self::GreaterOrEqual => Test::GreaterOrEqual(value),
        }
    }
}

/// What BC takes for blank beside nothing at all.
fn zero(kind: Kind) -> Option<Value> {
    match kind {
        Kind::Integer => Some(Value::Integer(0)),
        Kind::Decimal => Some(Value::Decimal(0.into())),
        Kind::Boolean => Some(Value::Boolean(false)),
        _ => None,
    }
}
