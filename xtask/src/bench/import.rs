use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::company::{self, Company, release};
use super::machine::Machine;
use super::report::{Report, write};
use crate::devstore::Devstore;
use crate::process::output;

/// Imports orders of a devstore in a process of its own and makes sales orders of them; then inserts the same rows
/// with plain SQL, and writes down what each took.
///
/// # Errors
/// When something does not build, a run leaves something out, or the report can't be written.
pub(crate) fn run(orders: u64) -> Result<()> {
    let program = company::program()?;
    let folder = tempfile::Builder::new().prefix("kobling-bench").tempdir()?;
    let devstore = Devstore::start(&program, orders)?;
    let company = Company::new(folder.path(), &program, None, &devstore)?;
    let before = folder.path().join("before.db");
    copy(&company.database(), &before)?;

    println!("Importing {orders} orders ...");
    let import = company.task(30104)?;
    println!("Making sales orders of them ...");
    let process = company.task(30103)?;
    println!("Inserting the same rows with plain SQL ...");
    let mut insert = Command::new(release("examples/insert_rows"));
    insert.arg(&before).arg(company.database());
    let insert: Value = serde_json::from_str(&output(&mut insert)?).context("what was inserted can't be read")?;

    let report = Report { machine: Machine::this(), orders, import, process, insert, journal: devstore.journal()? };
    let path = write(&report)?;
    println!("{}", path.display());
    Ok(())
}

/// Copies a SQLite database that nobody has open, with what is still in the log beside it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let log = |path: &Path| path.with_extension("db-wal");
    std::fs::copy(from, to).with_context(|| format!("{} can't be copied", from.display()))?;
    if log(from).exists() {
        std::fs::copy(log(from), log(to)).with_context(|| format!("{} can't be copied", log(from).display()))?;
    }
    Ok(())
}
