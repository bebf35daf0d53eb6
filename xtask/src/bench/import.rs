use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::machine::Machine;
use super::measure::{Measured, measured};
use super::report::{Report, write};
use crate::devstore::Devstore;
use crate::process::{self, cargo, output, root};

/// Imports orders of a devstore in a process of its own and makes sales orders of them; then inserts the same rows
/// with plain SQL, and writes down what each took.
///
/// # Errors
/// When something does not build, a run leaves something out, or the report can't be written.
pub(crate) fn run(orders: u64) -> Result<()> {
    process::run(cargo().args(["build", "--release", "--package", "kobling"]))?;
    process::run(cargo().args(["build", "--release", "--package", "database", "--example", "insert_rows"]))?;
    let folder = tempfile::Builder::new().prefix("kobling-bench").tempdir()?;
    let company = Company { folder: folder.path().join("company"), program: release("kobling") };
    let devstore = Devstore::start(&company.program, orders)?;
    company.set_up(&devstore)?;
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

fn release(program: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("release").join(program)
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

/// The company that imports.
struct Company {
    folder: PathBuf,
    program: PathBuf,
}

impl Company {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("--data-dir").arg(&self.folder).arg("--json").args(arguments);
        command
    }

    fn set_up(&self, devstore: &Devstore) -> Result<()> {
        output(&mut self.command(&["init", "--company", "Bench", "--demo-data"]))?;
        let shop =
            ["--domain", "devstore.myshopify.com", "--token", "shpat_devstore", "--admin-url", devstore.address()];
        output(self.command(&["shop", "add", "BENCH"]).args(shop))?;
        output(&mut self.command(&[
            "shop",
            "set",
            "BENCH",
            "autoCreateUnknownCustomers=true",
            "customerTemplateCode=DOMESTIC",
            "shippingChargesAccount=3060",
        ]))?;
        output(&mut self.command(&["shop", "enable", "BENCH"]))?;
        Ok(())
    }

    fn database(&self) -> PathBuf {
        self.folder.join("kobling.db")
    }

    fn task(&self, object: i32) -> Result<Measured> {
        let object = object.to_string();
        measured(&self.command(&["task", "run", &object, "--shop", "BENCH", "--wait"]))
    }
}
