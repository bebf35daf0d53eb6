use serde::Serialize;
use utoipa::ToSchema;

/// What came of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ImportReport)]
pub struct Report {
    /// Whether it was a trial.
    pub dry_run: bool,
    /// How many rows the file has, its head left out.
    pub rows: usize,
    /// How many records were made; in a trial, how many would be.
    pub created: usize,
    /// What is wrong, by row. With one problem nothing is made.
    pub problems: Vec<Problem>,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ImportProblem)]
pub struct Problem {
    /// The line of the file, counted from 1.
    pub row: u64,
    /// The field, by its name in the API; blank: the row as a whole.
    pub field: String,
    /// What is wrong, and what would do.
    pub message: String,
}

impl Report {
    /// How much is wrong, in a sentence.
    pub(crate) fn in_words(&self) -> String {
        let first = self.problems.first().map(|problem| format!("; {}: {}", problem.place(), problem.message));
        format!("the file has {} problem(s){}", self.problems.len(), first.unwrap_or_default())
    }
}

impl Problem {
    /// Where it is.
    pub fn place(&self) -> String {
        if self.field.is_empty() { format!("row {}", self.row) } else { format!("row {}, {}", self.row, self.field) }
    }
}
