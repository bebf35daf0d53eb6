use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use serde_json::json;
use server::{File, Report, import};

use super::main::{DONE, FAILED};
use crate::assembly::Program;
use crate::output::Output;

/// A file that is read into a list.
#[derive(Debug, Args)]
pub struct Import {
    /// The list, by its name in the API, as `items` or `paymentTerms`.
    entity: String,
    /// Comma-separated values in UTF-8: names or captions of fields first, then a row for each record.
    file: PathBuf,
    /// Make nothing, and report every problem.
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    /// Reads it: all rows or none.
    pub async fn run(self, program: &Program, output: Output) -> Result<u8> {
        let bytes = tokio::fs::read(&self.file).await;
        let bytes = bytes.with_context(|| format!("the file {} can't be read", self.file.display()))?;
        let (file, now) = (File { bytes: &bytes, given: &[] }, program.clock.now());
        let by = (program.access.audit(), &program.caller);
        let report = import(&program.db, by, &self.entity, file, self.dry_run, now, &program.random).await?;
        output.show(&json!(report), &text(&report));
        Ok(if report.problems.is_empty() { DONE } else { FAILED })
    }
}

fn text(report: &Report) -> String {
    let problems = report.problems.iter().map(|problem| format!("{}: {}", problem.place(), problem.message));
    let ending = match (report.problems.len(), report.dry_run) {
        (0, true) => format!("{} records would be made of {} rows.", report.created, report.rows),
        (0, false) => format!("{} records were made of {} rows.", report.created, report.rows),
        (count, _) => format!("Nothing is imported: there are {count} problems in {} rows.", report.rows),
    };
    problems.chain([ending]).collect::<Vec<_>>().join("\n")
}
