use anyhow::{Result, ensure};
use serde_json::Value;

use super::figures::number;
use super::machine::Machine;
use super::measure::{Measured, measured};
use super::post::load;
use super::publish::publish;
use crate::postgres::Server;
use crate::process::{cargo, output, run as start};

/// How much is there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stock {
    /// Variants, each at five locations.
    pub variants: u64,
    /// Item ledger entries.
    pub entries: u64,
}

/// Works out what is available of all variants at all locations in one pass, on each database, and beside it adds up the
/// item ledger with plain SQL; writes down what each took.
///
/// # Errors
/// When something does not build, the two disagree, or the report can't be written.
pub(crate) fn run(stock: Stock) -> Result<()> {
    start(cargo().args(["build", "--release", "--package", "back-office", "--example", "ledger_load"]))?;
    let folder = tempfile::Builder::new().prefix("kobling-bench").tempdir()?;
    let server = Server::start()?;
    let sqlite = format!("sqlite:{}", folder.path().join("stock.db").display());
    let mut text = head(stock);
    for (engine, database) in [("SQLite", sqlite), ("PostgreSQL", server.make("stock")?)] {
        println!("{engine}: making {} item ledger entries ...", stock.entries);
        let (variants, entries) = (stock.variants.to_string(), stock.entries.to_string());
        output(load(&database).args(["stock", "--variants", &variants, "--entries", &entries]))?;
        println!("{engine}: working out what is available ...");
        let told = measured(load(&database).arg("available"))?;
        ensure!(number(&told.output, "places") == stock.variants * 5, "places are missing: {}", told.output);
        text += &row(engine, &told);
    }
    let path = publish("availability", &text)?;
    println!("{}", path.display());
    Ok(())
}

fn head(stock: Stock) -> String {
    let machine = Machine::this();
    format!(
        "# What is available of {} variants at 5 locations\n\n{}, commit {}, {}. Release build; the database on the same \
         machine, its statistics up to date.\n\n\
         {} item ledger entries, those of a place far apart. All figures of all items are worked out in one pass (on hand, \
         reserved, asked for, expected); beside it `SUM(quantity)` of the item ledger by item, variant and location is asked \
         for with plain SQL and its rows are read. Both in turns, five times; the median counts. Both come to the same \
         quantity.\n\n\
         | | places | availability, s | plain SQL, s | availability / SQL | peak memory of both, MB |\n|---|---|---|---|---|---|\n",
        stock.variants, machine.date, machine.commit, machine.description, stock.entries
    )
}

fn row(engine: &str, told: &Measured) -> String {
    let (product, plain) = (median(&told.output, "microseconds"), median(&told.output, "sqlMicroseconds"));
    format!(
        "| {engine} | {} | {:.2} | {:.2} | {:.2} | {} |\n",
        number(&told.output, "places"),
        product / 1e6,
        plain / 1e6,
        product / plain,
        told.peak.div_ceil(1_000_000)
    )
}

fn median(told: &Value, name: &str) -> f64 {
    let times = told.get(name).and_then(Value::as_array);
    let mut times: Vec<u64> = times.into_iter().flatten().filter_map(Value::as_u64).collect();
    times.sort_unstable();
    times.get(times.len() / 2).map_or(f64::NAN, |time| *time as f64)
}
