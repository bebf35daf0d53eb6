use std::process::Command;

use anyhow::{Result, ensure};

use super::company::{self, release};
use super::figures::{goal, number};
use super::machine::Machine;
use super::measure::{Measured, measured};
use super::publish::publish;
use crate::postgres::Server;
use crate::process::run as start;

/// The most memory that comparing may take, in bytes.
const GOAL: u64 = 300_000_000;
/// So many variants a product has.
const EACH: u64 = 4;

/// Plans an export of so many variants of which nothing has changed, on each database, and beside it reads the same rows with
/// plain SQL; writes down what each took.
///
/// # Errors
/// When something does not build, something was sent, or the report can't be written.
pub(crate) fn run(variants: u64) -> Result<()> {
    ensure!(variants.is_multiple_of(EACH), "a product has {EACH} variants: give a number that is a multiple of it");
    company::program()?;
    let folder = tempfile::Builder::new().prefix("kobling-bench").tempdir()?;
    let server = Server::start()?;
    let sqlite = format!("sqlite:{}", folder.path().join("products.db").display());
    let mut text = head(variants);
    for (engine, database) in [("SQLite", sqlite), ("PostgreSQL", server.make("products")?)] {
        println!("{engine}: staging {variants} variants ...");
        start(program(&database).arg("prepare").arg(variants.to_string()))?;
        for (what, of) in [("everything", "all that items say"), ("prices", "prices and costs")] {
            println!("{engine}: comparing {of} ...");
            let compared = measured(program(&database).arg(what))?;
            let said = &compared.output;
            ensure!(number(said, "unchanged") == variants / EACH, "{said} is not all of them");
            ensure!(number(said, "calls") == 0, "{said}: something was asked of the store");
            let read = measured(program(&database).arg("read"))?;
            text += &row(engine, of, &compared, &read);
        }
    }
    let path = publish("products", &text)?;
    println!("{}", path.display());
    Ok(())
}

fn program(database: &str) -> Command {
    let mut command = Command::new(release("examples/compare_products"));
    command.arg(database);
    command
}

fn head(variants: u64) -> String {
    let machine = Machine::this();
    format!(
        "# Planning an export of {variants} variants with nothing changed\n\n{}, commit {}, {}. Release build; the database on \
         the same machine.\n\n\
         Four variants to a product. Each product is compared with what its item says, page by page; nothing is sent, and \
         nothing is asked of the store. Beside it every row of the products, their variants, the items, their variants and \
         their units is read with plain SQL, in a process of its own.\n\n\
         | | compared | calls | planning, s | plain SQL, s | planning / SQL | peak memory, MB |\n|---|---|---|---|---|---|---|\n",
        machine.date, machine.commit, machine.description
    )
}

fn row(engine: &str, of: &str, compared: &Measured, read: &Measured) -> String {
    let (planning, plain) = (number(&compared.output, "milliseconds"), number(&read.output, "milliseconds").max(1));
    let memory = format!("{}, goal {}", compared.peak.div_ceil(1_000_000), GOAL / 1_000_000);
    format!(
        "| {engine} | {of} | {} | {:.2} | {:.2} | {:.1} | {} |\n",
        number(&compared.output, "calls"),
        planning as f64 / 1e3,
        plain as f64 / 1e3,
        planning as f64 / plain as f64,
        goal(memory, compared.peak <= GOAL),
    )
}
