//! What is wrong with a request where that may be several things, told all at once.

use std::fmt;

use back_office::posting::Problem;

use crate::imports;

/// One thing that is wrong with a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The number that the line has, or would have; nothing: the document itself.
    pub line: Option<i32>,
    /// The field.
    pub field: String,
    /// What is wrong, and what would do.
    pub text: String,
}

impl Fault {
    /// What a document can't be.
    pub(crate) fn of_document(problem: &Problem) -> Self {
        Self { line: problem.line, field: problem.field.to_owned(), text: problem.text.clone() }
    }

    /// What a row of a file can't be; its place names the row.
    pub(crate) fn of_import(problem: &imports::Problem) -> Self {
        Self { line: None, field: problem.place(), text: problem.message.clone() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.text),
            None => f.write_str(&self.text),
        }
    }
}

/// All of them in one sentence.
pub(crate) fn in_words(faults: &[Fault]) -> String {
    faults.iter().map(Fault::to_string).collect::<Vec<_>>().join("; ")
}
