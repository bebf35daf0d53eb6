use std::fmt;

/// One thing that keeps a document from being posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The number of the line; `None`: the document itself.
    pub line: Option<i32>,
    /// The field, by its name in the API.
    pub field: &'static str,
    /// What is wrong, and what to do about it.
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.text),
            None => f.write_str(&self.text),
        }
    }
}

/// All that keeps a document from being posted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Adds one about the document itself.
    pub(super) fn add(&mut self, field: &'static str, text: impl Into<String>) {
        self.push(None, field, text.into());
    }

    /// Adds one about what was entered, on a line or on the document itself; each line says its own.
    pub(crate) fn entered(&mut self, line: Option<i32>, field: &'static str, text: String) {
        self.0.push(Problem { line, field, text });
    }

    /// Adds one about a line.
    pub(super) fn of_line(&mut self, line: i32, field: &'static str, text: impl Into<String>) {
        self.push(Some(line), field, text.into());
    }

    /// Takes over what is wrong with a line.
    pub(super) fn take(&mut self, line: Option<i32>, problems: Self) {
        for problem in problems.0 {
            self.push(problem.line.or(line), problem.field, problem.text);
        }
    }

    /// What is wrong with many lines in the same way, as a missing account, is said once.
    fn push(&mut self, line: Option<i32>, field: &'static str, text: String) {
        if !self.0.iter().any(|known| known.field == field && known.text == text) {
            self.0.push(Problem { line, field, text });
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("; ")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}
