//! What both parsers share: the input that knows where it is, and errors that say what was expected there.

use winnow::combinator::{alt, preceded, repeat};
use winnow::error::{ErrMode, ParserError};
use winnow::stream::{Location, Stream};
use winnow::token::{literal, take_while};
use winnow::{LocatingSlice, ModalResult, Parser};

use super::{Error, Filter};

pub(super) type Input<'t> = LocatingSlice<&'t str>;
pub(super) type Parsed<O> = ModalResult<O, Problem>;

/// How many characters a filter may have.
const LONGEST: usize = 4_000;
/// How deep parentheses may be nested.
const DEEPEST: usize = 50;

/// Where something else was expected.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    pub(super) offset: usize,
    /// Of what stands there; a guess when it is not known.
    pub(super) length: Option<usize>,
    pub(super) expected: String,
}

impl<'t> ParserError<Input<'t>> for Problem {
    type Inner = Self;

    fn from_input(input: &Input<'t>) -> Self {
        Self { offset: input.current_token_start(), length: None, expected: "something else".to_owned() }
    }

    fn into_inner(self) -> Result<Self, Self> {
        Ok(self)
    }
}

/// Fails for good at the place where `input` is.
pub(super) fn fail<O>(input: &Input<'_>, expected: impl Into<String>) -> Parsed<O> {
    let offset = input.current_token_start();
    Err(ErrMode::Cut(Problem { offset, length: None, expected: expected.into() }))
}

pub(super) fn spaces(input: &mut Input<'_>) -> Parsed<()> {
    take_while(0.., char::is_whitespace).void().parse_next(input)
}

/// One level of parentheses more.
pub(super) fn deeper(input: &Input<'_>, depth: usize) -> Parsed<usize> {
    if depth == DEEPEST { fail(input, format!("at most {DEEPEST} nested parentheses")) } else { Ok(depth + 1) }
}

/// A text in single quotes, in which two stand for one.
pub(super) fn quoted(input: &mut Input<'_>) -> Parsed<String> {
    let piece = alt((take_while(1.., |letter| letter != '\''), literal("''").value("'")));
    let content = repeat(0.., piece).fold(String::new, |mut text: String, piece: &str| {
        text.push_str(piece);
        text
    });
    let text = preceded('\'', content).parse_next(input)?;
    if input.next_token() == Some('\'') { Ok(text) } else { fail(input, "a closing single quote") }
}

/// Reads the whole of `text`.
pub(super) fn read<'t>(text: &'t str, parser: impl FnOnce(&mut Input<'t>) -> Parsed<Filter>) -> Result<Filter, Error> {
    if let Some((offset, letter)) = text.char_indices().nth(LONGEST) {
        return Err(Error::at(text, offset, letter.len_utf8(), format!("the end after {LONGEST} characters")));
    }
    if let Some(offset) = text.find('\0') {
        return Err(Error::at(text, offset, 1, "text without a null character"));
    }
    let filter = parser(&mut LocatingSlice::new(text)).map_err(|error| match error {
        ErrMode::Backtrack(problem) | ErrMode::Cut(problem) => problem.into_error(text),
        ErrMode::Incomplete(_) => Error::at(text, text.len(), 0, "more"),
    })?;
    if filter.conditions() <= Filter::MOST_CONDITIONS {
        return Ok(filter);
    }
    let expected = format!("a filter of at most {} conditions", Filter::MOST_CONDITIONS);
    Err(Error::at(text, 0, text.len(), expected))
}

impl Problem {
    fn into_error(self, text: &str) -> Error {
        let rest = text.get(self.offset..).unwrap_or_default();
        let length = self.length.unwrap_or_else(|| word(rest));
        Error::at(text, self.offset, length, self.expected)
    }
}

/// The length in bytes of what a person would name as standing there.
fn word(rest: &str) -> usize {
    let ends = |letter: char| letter.is_whitespace() || "|&()',".contains(letter);
    let length = rest.char_indices().skip(1).find(|(_, letter)| ends(*letter)).map_or(rest.len(), |(at, _)| at);
    rest.char_indices().map(|(at, _)| at).nth(40).map_or(length, |limit| length.min(limit))
}
