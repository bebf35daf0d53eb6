use std::process::Command;

use anyhow::{Result, ensure};

use super::company::release;
use super::figures::number;
use super::machine::Machine;
use super::measure::{Measured, measured};
use super::publish::publish;
use crate::process::{cargo, run as start};

/// The most memory that comparing may take, in bytes.
const GOAL: u64 = 300_000_000;

/// Plans an export of so many variants of which none has another price, and says what that takes.
///
/// # Errors
/// When something does not build, something was sent, or the report can't be written.
pub(crate) fn run(variants: u64) -> Result<()> {
    println!("Building ...");
    let example = ["build", "--release", "--quiet", "--package", "connector", "--example", "compare_products"];
    start(cargo().args(example))?;
    let program = release("examples/compare_products");
    let folder = tempfile::tempdir()?;
    let database = format!("sqlite:{}", folder.path().join("products.db").display());
    println!("Staging {variants} variants ...");
    start(Command::new(&program).arg(&database).arg("prepare").arg(variants.to_string()))?;
    println!("Comparing them ...");
    let compared = measured(Command::new(&program).arg(&database).arg("compare"))?;
    ensure!(number(&compared.output, "unchanged") == variants, "{} is not all of them", compared.output);
    ensure!(number(&compared.output, "calls") == 0, "{}: something was asked of the store", compared.output);
    let path = publish("products", &text(variants, &compared))?;
    println!("{}", path.display());
    Ok(())
}

fn text(variants: u64, compared: &Measured) -> String {
    let machine = Machine::this();
    let reached = if compared.peak <= GOAL { "reached" } else { "not reached" };
    format!(
        "# Planning an export of {variants} variants with nothing changed\n\n{}, commit {}, {}. Release build, SQLite.\n\n\
         Every variant is compared with the price of its item, page by page. Nothing is sent.\n\n\
         - Time: **{:.1} s**.\n- Calls: **{}**.\n- Peak memory: **{} MB** (goal {} MB: {reached}).\n",
        machine.date,
        machine.commit,
        machine.description,
        number(&compared.output, "milliseconds") as f64 / 1_000.0,
        number(&compared.output, "calls"),
        compared.peak / 1_000_000,
        GOAL / 1_000_000,
    )
}
