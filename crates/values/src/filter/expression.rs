use super::{Error, Filter, Words};
use crate::field::Kind;

/// Reads a BC filter expression on one field.
///
/// # Errors
/// [`Error`] says at which character what was expected.
pub fn parse_expression(_field: &str, _kind: Kind, text: &str, _words: &Words) -> Result<Filter, Error> {
    Err(Error::at(text, 0, 0, "a filter"))
}
