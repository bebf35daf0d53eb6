//! Filters: one syntax tree, read from BC's filter expressions ([`parse_expression`]) or from OData's `$filter`
//! ([`parse_odata`]), tested in memory ([`Filter::matches`]) or turned into SQL by the crate `database`.
//!
//! Both ways of asking answer alike, on either engine. The rules that make it so:
//!
//! - **Blank is a value, and the least of its kind**, as in BC: nothing at all ([`Value::Null`]) is blank, and so is the
//!   empty text. `''` asks for it, `<>x` and `..x` let it through, `x..` does not. On a number `''` means blank or
//!   zero, on a Boolean blank or no.
//! - **Text is compared letter by letter**, by code point. What is compared with a code is folded to upper case first.
//! - **Options are compared by their place in the list**, so `>Open` asks for every option after it.
//! - **A day on a field that holds an instant means the whole day** in the zone of [`Words`].
//! - **`@` folds case and accents** character by character ([`Pattern`]): a letter is alike to its upper and lower case
//!   and to every letter that Unicode composes of it and marks (`é`, `Å`), one character for one. Letters of their own
//!   (`ø`, `æ`, `ß`) stay what they are, and so do marks that stand alone. Because the fold never changes the number
//!   of characters, SQL can ask for it with a class of characters per letter, without a stored column.
//!
//! Date words and `%me` are resolved when a filter is parsed; so keep the text, and parse it at each run.

mod date;
mod error;
mod expression;
mod fold;
mod literal;
mod matches;
mod odata;
mod operand;
mod pattern;
mod syntax;
mod term;
mod time;
mod tree;

pub use error::Error;
pub use expression::parse_expression;
pub use fold::{alike, fold};
pub use odata::parse_odata;
pub use pattern::{Part, Pattern};
pub use tree::{Filter, Test, Words};

#[cfg(doc)]
use crate::field::Value;
