//! The grammar of BC's filter expressions. `&` binds closer than `|`.

use winnow::Parser;
use winnow::combinator::{alt, not, opt, peek, repeat};
use winnow::stream::Location;
use winnow::token::{literal, take_while};

use super::operand::{Operator, Typing};
use super::syntax::{Input, Parsed, deeper, fail, quoted, read, spaces};
use super::term::Term;
use super::{Error, Filter, Part, Words};
use crate::field::Kind;

const VALUE: &str = "a value ('' for blank)";

/// Reads a BC filter expression on one field. A blank text lets everything through.
///
/// ```
/// # use values::{field::Kind, filter::{Words, parse_expression}};
/// # let words = Words { now: Default::default(), zone: chrono_tz::UTC, work_date: None, user: "ME".into() };
/// assert!(parse_expression("number", Kind::Code, "1000..1999|S*&<>SAMPLE", &words).is_ok());
/// let error = parse_expression("number", Kind::Code, "1000|", &words).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "at character 6 of the filter a value ('' for blank) was expected, but the filter ends there"
/// );
/// ```
///
/// # Errors
/// [`Error`] says at which character what was expected.
pub fn parse_expression(field: &str, kind: Kind, text: &str, words: &Words) -> Result<Filter, Error> {
    if text.trim().is_empty() {
        return Ok(Filter::everything());
    }
    let grammar = Grammar { typing: Typing { field, kind, words } };
    read(text, |input| {
        let filter = grammar.alternatives(input, 0)?;
        if input.is_empty() {
            return Ok(filter);
        }
        fail(input, "'|', '&' or the end (text with special characters belongs in single quotes)")
    })
}

struct Grammar<'a> {
    typing: Typing<'a>,
}

impl Grammar<'_> {
    fn alternatives(&self, input: &mut Input<'_>, depth: usize) -> Parsed<Filter> {
        let mut filters = vec![self.conjunction(input, depth)?];
        while opt('|').parse_next(input)?.is_some() {
            filters.push(self.conjunction(input, depth)?);
        }
        Ok(Filter::any_of(filters))
    }

    fn conjunction(&self, input: &mut Input<'_>, depth: usize) -> Parsed<Filter> {
        let mut filters = vec![self.condition(input, depth)?];
        while opt('&').parse_next(input)?.is_some() {
            filters.push(self.condition(input, depth)?);
        }
        Ok(Filter::all_of(filters))
    }

    fn condition(&self, input: &mut Input<'_>, depth: usize) -> Parsed<Filter> {
        spaces(input)?;
        let filter = match opt(operator).parse_next(input)? {
            None => self.group_or_range(input, depth)?,
            Some(Operator::Equal) => self.range(input)?,
            Some(Operator::NotEqual) => self.group_or_range(input, depth)?.negated(),
            Some(operator) => {
                let value = term(input)?;
                self.typing.compare(operator, &value)?
            }
        };
        spaces(input)?;
        Ok(filter)
    }

    fn group_or_range(&self, input: &mut Input<'_>, depth: usize) -> Parsed<Filter> {
        spaces(input)?;
        if opt('(').parse_next(input)?.is_none() {
            return self.range(input);
        }
        let filter = self.alternatives(input, deeper(input, depth)?)?;
        match opt(')').parse_next(input)? {
            Some(_) => Ok(filter),
            None => fail(input, "'|', '&' or a closing parenthesis"),
        }
    }

    fn range(&self, input: &mut Input<'_>) -> Parsed<Filter> {
        spaces(input)?;
        if opt("..").parse_next(input)?.is_some() {
            let to = term(input)?;
            return self.typing.range(None, Some(&to));
        }
        let from = term(input)?;
        if opt("..").parse_next(input)?.is_none() {
            return self.typing.equal(&from);
        }
        spaces(input)?;
        let ends = input.is_empty() || peek(opt(alt(('|', '&', ')')))).parse_next(input)?.is_some();
        let to = if ends { None } else { Some(term(input)?) };
        self.typing.range(Some(&from), to.as_ref())
    }
}

fn operator(input: &mut Input<'_>) -> Parsed<Operator> {
    alt((
        literal("<>").value(Operator::NotEqual),
        literal("<=").value(Operator::LessOrEqual),
        literal(">=").value(Operator::GreaterOrEqual),
        literal("<").value(Operator::Less),
        literal(">").value(Operator::Greater),
        literal("=").value(Operator::Equal),
    ))
    .parse_next(input)
}

enum Piece {
    Plain(String),
    Quoted(String),
    Wildcard(Part),
}

fn term(input: &mut Input<'_>) -> Parsed<Term> {
    spaces(input)?;
    let offset = input.current_token_start();
    let folded = opt('@').parse_next(input)?.is_some();
    let pieces: Vec<Piece> = repeat(0.., piece).parse_next(input)?;
    if pieces.is_empty() {
        return fail(input, VALUE);
    }
    let mut term = Term { offset, length: input.current_token_start() - offset, folded, quoted: false, parts: vec![] };
    let last = pieces.len() - 1;
    for (at, piece) in pieces.into_iter().enumerate() {
        match piece {
            Piece::Plain(text) if at == last => {
                term.length -= text.len() - text.trim_end().len();
                term.push_letters(text.trim_end());
            }
            Piece::Plain(text) => term.push_letters(&text),
            Piece::Quoted(text) => {
                term.quoted = true;
                term.push_letters(&text);
            }
            Piece::Wildcard(part) => term.parts.push(part),
        }
    }
    Ok(term)
}

fn piece(input: &mut Input<'_>) -> Parsed<Piece> {
    if peek(opt('\'')).parse_next(input)?.is_some() {
        return quoted(input).map(Piece::Quoted);
    }
    alt((
        '*'.value(()).map(|()| Piece::Wildcard(Part::Many)),
        '?'.value(()).map(|()| Piece::Wildcard(Part::One)),
        plain.map(Piece::Plain),
    ))
    .parse_next(input)
}

/// Up to what has a meaning, two points included.
fn plain(input: &mut Input<'_>) -> Parsed<String> {
    repeat(1.., run)
        .fold(String::new, |mut text: String, piece: &str| {
            text.push_str(piece);
            text
        })
        .parse_next(input)
}

fn run<'t>(input: &mut Input<'t>) -> Parsed<&'t str> {
    let letters = take_while(1.., |letter| !"|&()'*?.".contains(letter));
    let point = ('.', not('.')).take();
    alt((letters, point)).parse_next(input)
}
