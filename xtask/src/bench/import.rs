use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::company::{self, Company, release};
use super::machine::Machine;
use super::report::{Beside, Report, write};
use crate::devstore::Devstore;
use crate::process::output;

/// What a store on the Standard plan allows: points at once, and points a second.
const STANDARD: (u32, u32) = (2_000, 100);

/// Imports orders of a devstore in a process of its own, which allows what a store on the Standard plan does, and makes
/// sales orders of them; beside each, inserts the same rows with plain SQL, and writes down what both took.
///
/// # Errors
/// When something does not build, a run leaves something out, or the report can't be written.
pub(crate) fn run(orders: u64) -> Result<()> {
    let program = company::program()?;
    let folder = tempfile::Builder::new().prefix("kobling-bench").tempdir()?;
    let devstore = Devstore::start(&program, orders)?;
    devstore.allow(STANDARD.0, STANDARD.1)?;
    let company = Company::new(folder.path(), &program, None, &devstore)?;
    let (before, imported) = (folder.path().join("before.db"), folder.path().join("imported.db"));
    copy(&company.database(), &before)?;

    println!("Importing {orders} orders ...");
    let import = company.task(30104)?;
    copy(&company.database(), &imported)?;
    println!("Inserting the same rows with plain SQL ...");
    let import = Beside { measured: import, sql: insert(&before, &imported)? };
    println!("Making sales orders of them ...");
    let process = company.task(30103)?;
    println!("Inserting the same rows with plain SQL ...");
    let process = Beside { measured: process, sql: insert(&imported, &company.database())? };

    let report = Report { machine: Machine::this(), orders, import, process, journal: devstore.journal()? };
    let path = write(&report)?;
    println!("{}", path.display());
    Ok(())
}

/// Inserts into a database the rows that another has and it has not. Returns `rows` and `cpuMicroseconds`.
fn insert(before: &Path, after: &Path) -> Result<Value> {
    let said = output(Command::new(release("examples/insert_rows")).arg(before).arg(after))?;
    serde_json::from_str(&said).context("what was inserted can't be read")
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
