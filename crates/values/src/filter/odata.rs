//! The grammar of OData's `$filter`, as far as lists need it. `and` binds closer than `or`.

use winnow::Parser;
use winnow::combinator::{alt, opt, peek};
use winnow::error::ErrMode;
use winnow::stream::Location;
use winnow::token::{one_of, take_while};

use super::literal::{self, Literal};
use super::operand::{Operator, Typing};
use super::syntax::{Input, Parsed, Problem, deeper, fail, quoted, read, spaces};
use super::{Error, Filter, Pattern, Test, Words};
use crate::field::{Kind, Value};

/// Reads an OData `$filter`: `eq ne gt ge lt le in`, `and or not`, `contains`, `startswith`, `endswith`, parentheses,
/// and literals. An option is written by its caption, in quotes. `kind_of` knows the fields that may be filtered. A
/// blank text lets everything through.
///
/// ```
/// # use values::{field::Kind, filter::{Words, parse_odata}};
/// # let words = Words { now: Default::default(), zone: chrono_tz::UTC, work_date: None, user: "ME".into() };
/// let kind_of = |name: &str| (name == "amount").then_some(Kind::Decimal);
/// assert!(parse_odata("amount gt 100.5 or not (amount in (1, 2))", &kind_of, &words).is_ok());
/// let error = parse_odata("amount gt 'x'", &kind_of, &words).unwrap_err();
/// assert_eq!(error.position, 11);
/// ```
///
/// # Errors
/// [`Error`] says at which character what was expected.
pub fn parse_odata(text: &str, kind_of: &dyn Fn(&str) -> Option<Kind>, words: &Words) -> Result<Filter, Error> {
    if text.trim().is_empty() {
        return Ok(Filter::everything());
    }
    let grammar = Grammar { kind_of, words };
    read(text, |input| {
        let filter = grammar.alternatives(input, 0)?;
        if input.is_empty() { Ok(filter) } else { fail(input, "'and', 'or' or the end") }
    })
}

struct Grammar<'a> {
    kind_of: &'a dyn Fn(&str) -> Option<Kind>,
    words: &'a Words,
}

#[derive(Clone, Copy)]
enum Function {
    Contains,
    StartsWith,
    EndsWith,
}

impl Grammar<'_> {
    fn alternatives(&self, input: &mut Input<'_>, depth: usize) -> Parsed<Filter> {
        let mut filters = vec![self.conjunction(input, depth)?];
        while opt(|input: &mut Input<'_>| keyword(input, "or")).parse_next(input)?.is_some() {
            filters.push(self.conjunction(input, depth)?);
        }
        Ok(Filter::any_of(filters))
    }

    fn conjunction(&self, input: &mut Input<'_>, depth: usize) -> Parsed<Filter> {
        let mut filters = vec![self.condition(input, depth)?];
        while opt(|input: &mut Input<'_>| keyword(input, "and")).parse_next(input)?.is_some() {
            filters.push(self.condition(input, depth)?);
        }
        Ok(Filter::all_of(filters))
    }

    fn condition(&self, input: &mut Input<'_>, depth: usize) -> Parsed<Filter> {
        spaces(input)?;
        if opt(|input: &mut Input<'_>| keyword(input, "not")).parse_next(input)?.is_some() {
            return Ok(self.condition(input, deeper(input, depth)?)?.negated());
        }
        let filter = if opt('(').parse_next(input)?.is_some() {
            let filter = self.alternatives(input, deeper(input, depth)?)?;
            closing(input, "'and', 'or' or a closing parenthesis")?;
            filter
        } else if let Some(function) = opt(function).parse_next(input)? {
            self.call(input, function)?
        } else {
            self.comparison(input)?
        };
        spaces(input)?;
        Ok(filter)
    }

    fn call(&self, input: &mut Input<'_>, function: Function) -> Parsed<Filter> {
        spaces(input)?;
        let offset = input.current_token_start();
        let typing = self.field(input)?;
        if !matches!(typing.kind, Kind::Text | Kind::Code | Kind::Option(_)) {
            let expected = "the name of a field that holds a text".to_owned();
            return Err(ErrMode::Cut(Problem { offset, length: None, expected }));
        }
        spaces(input)?;
        if opt(',').parse_next(input)?.is_none() {
            return fail(input, "','");
        }
        spaces(input)?;
        let text = self.text(input)?;
        let text = if typing.kind == Kind::Code { text.to_uppercase() } else { text };
        closing(input, "a closing parenthesis")?;
        let pattern = match function {
            Function::Contains => Pattern::contains(&text),
            Function::StartsWith => Pattern::starts_with(&text),
            Function::EndsWith => Pattern::ends_with(&text),
        };
        Ok(Filter::field(typing.field, Test::Like(pattern)))
    }

    fn comparison(&self, input: &mut Input<'_>) -> Parsed<Filter> {
        let typing = self.field(input)?;
        if opt(|input: &mut Input<'_>| keyword(input, "in")).parse_next(input)?.is_some() {
            return self.list(input, typing);
        }
        if let Some(operator) = opt(operator).parse_next(input)? {
            let literal = self.literal(input, typing)?;
            return Ok(typing.compare_literal(operator, literal));
        }
        spaces(input)?;
        let alone = input.is_empty() || peek(opt(alt((')'.void(), connective)))).parse_next(input)?.is_some();
        match typing.kind {
            Kind::Boolean if alone => Ok(typing.test(Test::Equal(Value::Boolean(true)))),
            _ => fail(input, "one of eq, ne, gt, ge, lt, le, in"),
        }
    }

    fn list(&self, input: &mut Input<'_>, typing: Typing<'_>) -> Parsed<Filter> {
        spaces(input)?;
        if opt('(').parse_next(input)?.is_none() {
            return fail(input, "a list in parentheses");
        }
        let mut filters = Vec::new();
        loop {
            let literal = self.literal(input, typing)?;
            filters.push(typing.compare_literal(Operator::Equal, literal));
            spaces(input)?;
            if opt(',').parse_next(input)?.is_none() {
                break;
            }
        }
        closing(input, "',' or a closing parenthesis")?;
        Ok(Filter::any_of(filters))
    }

    fn field<'s, 't: 's>(&'s self, input: &mut Input<'t>) -> Parsed<Typing<'s>> {
        spaces(input)?;
        let offset = input.current_token_start();
        let name = opt(identifier).parse_next(input)?.unwrap_or_default();
        match (self.kind_of)(name) {
            Some(kind) => Ok(Typing { field: name, kind, words: self.words }),
            None => {
                let length = (!name.is_empty()).then_some(name.len());
                let expected = "the name of a field that can be filtered".to_owned();
                Err(ErrMode::Cut(Problem { offset, length, expected }))
            }
        }
    }

    fn text(&self, input: &mut Input<'_>) -> Parsed<String> {
        match peek(opt('\'')).parse_next(input)? {
            Some(_) => quoted(input),
            None => fail(input, "a text in single quotes"),
        }
    }

    fn literal(&self, input: &mut Input<'_>, typing: Typing<'_>) -> Parsed<Literal> {
        spaces(input)?;
        let offset = input.current_token_start();
        let in_quotes = peek(opt('\'')).parse_next(input)?.is_some();
        let text = if in_quotes {
            quoted(input)?
        } else {
            take_while(0.., |letter: char| !letter.is_whitespace() && !"(),'".contains(letter))
                .parse_next(input)?
                .to_owned()
        };
        let length = input.current_token_start() - offset;
        let is_text = matches!(typing.kind, Kind::Text | Kind::Code);
        let parsed = match typing.kind {
            _ if !in_quotes && text == "null" => Some(Literal::Value(Value::Null)),
            Kind::Text | Kind::Code if !in_quotes => None,
            Kind::Option(captions) => caption(&text, captions),
            kind if in_quotes && !is_text && kind != Kind::Id => None,
            kind => literal::parse(kind, &text, in_quotes, self.words),
        };
        let expected = match typing.kind {
            Kind::Text | Kind::Code => "a text in single quotes".to_owned(),
            Kind::Boolean => "true or false".to_owned(),
            kind => literal::expected(kind),
        };
        let problem = || Problem { offset, length: Some(length), expected: format!("{expected} for {}", typing.field) };
        parsed.ok_or_else(|| ErrMode::Cut(problem()))
    }
}

/// By the whole caption; BC writes a space in it as `_x0020_`.
fn caption(text: &str, captions: &[&str]) -> Option<Literal> {
    let text = text.replace("_x0020_", " ");
    let found = captions.iter().find(|caption| caption.eq_ignore_ascii_case(text.trim()))?;
    Some(if found.is_empty() { Literal::Blank } else { Literal::Value(Value::Text((*found).to_owned())) })
}

fn identifier<'t>(input: &mut Input<'t>) -> Parsed<&'t str> {
    let is_first = |letter: char| letter.is_alphabetic() || letter == '_';
    (one_of(is_first), take_while(0.., |letter: char| letter.is_alphanumeric() || letter == '_'))
        .take()
        .parse_next(input)
}

/// A word of the language, with the spaces around it.
fn keyword(input: &mut Input<'_>, word: &'static str) -> Parsed<()> {
    spaces(input)?;
    identifier.verify(|name: &str| name == word).void().parse_next(input)
}

fn connective(input: &mut Input<'_>) -> Parsed<()> {
    identifier.verify(|name: &str| matches!(name, "and" | "or")).void().parse_next(input)
}

fn operator(input: &mut Input<'_>) -> Parsed<Operator> {
    spaces(input)?;
    let mut name = identifier.verify_map(|name| match name {
        "eq" => Some(Operator::Equal),
        "ne" => Some(Operator::NotEqual),
        "lt" => Some(Operator::Less),
        "le" => Some(Operator::LessOrEqual),
        "gt" => Some(Operator::Greater),
        "ge" => Some(Operator::GreaterOrEqual),
        _ => None,
    });
    name.parse_next(input)
}

fn function(input: &mut Input<'_>) -> Parsed<Function> {
    let mut call = (
        identifier.verify_map(|name| match name {
            "contains" => Some(Function::Contains),
            "startswith" => Some(Function::StartsWith),
            "endswith" => Some(Function::EndsWith),
            _ => None,
        }),
        '(',
    );
    call.parse_next(input).map(|(function, _)| function)
}

fn closing(input: &mut Input<'_>, expected: &str) -> Parsed<()> {
    spaces(input)?;
    match opt(')').parse_next(input)? {
        Some(_) => Ok(()),
        None => fail(input, expected),
    }
}
