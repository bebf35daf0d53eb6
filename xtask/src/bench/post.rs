use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::company::release;
use super::figures::{goal, number};
use super::machine::Machine;
use super::measure::{Measured, measured};
use super::publish::publish;
use crate::postgres::Server;
use crate::process::{cargo, output, run as start};

/// How many times plain SQL posting may take on SQLite.
const GOAL_RATIO: f64 = 5.0;
/// How many times one of the first documents one of the last may take.
const GOAL_GROWTH: f64 = 1.2;
/// The goal for the most memory, in bytes.
const GOAL_PEAK: u64 = 200_000_000;

/// What one engine gave.
struct Given {
    posted: Measured,
    /// The same rows with plain SQL: `rows`, `cpuMicroseconds`, `wallMicroseconds`.
    plain: Value,
}

/// Posts so many orders with report 296 on each database, inserts the same rows with plain SQL, and writes down what each
/// took.
///
/// # Errors
/// When something does not build, a document is left out, or the report can't be written.
pub(crate) fn run(orders: u64) -> Result<()> {
    let examples =
        ["--package", "back-office", "--example", "ledger_load", "--package", "database", "--example", "insert_rows"];
    start(cargo().args(["build", "--release"]).args(examples))?;
    let folder = tempfile::Builder::new().prefix("kobling-bench").tempdir()?;
    let server = Server::start()?;
    let sqlite = |name: &str| format!("sqlite:{}", folder.path().join(name).display());
    let mut given = Vec::new();
    for (engine, posted, plain) in [
        ("SQLite", sqlite("posted.db"), sqlite("plain.db")),
        ("PostgreSQL", server.make("posted")?, server.make("plain")?),
    ] {
        println!("{engine}: making {orders} orders ...");
        // The second is made while nothing is posted in the first: what is posted then is what it has not.
        for database in [&posted, &plain] {
            output(load(database).args(["orders", "--count", &orders.to_string()]))?;
        }
        println!("{engine}: posting them ...");
        let of_it = measured(load(&posted).arg("post"))?;
        ensure!(number(&of_it.output, "posted") == orders, "not all were posted: {}", of_it.output);
        println!("{engine}: inserting the same rows with plain SQL ...");
        let mut insert = Command::new(release("examples/insert_rows"));
        insert.args([&plain, &posted, &orders.to_string()]);
        let plain = serde_json::from_str(&output(&mut insert)?).context("what was inserted can't be read")?;
        given.push((engine, Given { posted: of_it, plain }));
    }
    let path = publish("post", &text(orders, &given))?;
    println!("{}", path.display());
    Ok(())
}

/// The example that puts a load on the back office.
pub(super) fn load(database: &str) -> Command {
    let mut command = Command::new(release("examples/ledger_load"));
    command.args(["--database", database]);
    command
}

impl Given {
    fn wall(&self) -> u64 {
        number(&self.posted.output, "microseconds")
    }

    fn cpu(&self) -> u64 {
        u64::try_from(self.posted.cpu.as_micros()).unwrap_or(u64::MAX)
    }

    fn plain(&self, name: &str) -> u64 {
        number(&self.plain, name)
    }

    /// What a document takes on average: of a tenth of all around the first tenth, and of the last tenth.
    fn windows(&self) -> (f64, f64) {
        let at: Vec<u64> = self
            .posted
            .output
            .get("at")
            .and_then(Value::as_array)
            .map_or_else(Vec::new, |times| times.iter().filter_map(Value::as_u64).collect());
        let tenth = at.len() / 10;
        let mean = |from: usize| match (at.get(from), at.get((from + tenth).saturating_sub(1))) {
            (Some(first), Some(last)) => last.saturating_sub(*first) as f64 / tenth.saturating_sub(1).max(1) as f64,
            _ => f64::NAN,
        };
        (mean(tenth / 2), mean(at.len() - tenth))
    }
}

fn text(orders: u64, given: &[(&str, Given)]) -> String {
    let machine = Machine::this();
    let mut text = format!(
        "# Posting {orders} orders\n\n{}, commit {}, {}. Release build; the database on the same machine.\n\n",
        machine.date, machine.commit, machine.description
    );
    text += "Released orders of three lines, of 100 items that are on hand and 50 customers, are shipped and invoiced by one \
             run of *Batch Post Sales Orders* (296), each in a transaction of its own. Then the same rows are inserted into a \
             copy of the database as it was before, in as many transactions, with one statement for each table in each of \
             them and nothing else: no set-up, checks, number series, nothing read, nothing updated or deleted.\n\n";
    text += "PostgreSQL runs without waiting for the disk (`fsync=off`), SQLite with `synchronous=FULL`: the two columns are \
             not to be compared with each other. CPU is that of the client, so on PostgreSQL without the server's.\n\n";
    let heads: Vec<&str> = given.iter().map(|(name, _)| *name).collect();
    text += &format!("| | {} |\n|---|{}\n", heads.join(" | "), "---|".repeat(heads.len()));
    let mut row = |name: &str, cell: &dyn Fn(&Given) -> String| {
        let cells: Vec<String> = given.iter().map(|(_, given)| cell(given)).collect();
        text += &format!("| {name} | {} |\n", cells.join(" | "));
    };
    row("Posting, s", &|given| seconds(given.wall()));
    row("Posting, CPU, s", &|given| seconds(given.cpu()));
    row("Documents a second", &|given| format!("{:.0}", orders as f64 / (given.wall() as f64 / 1e6)));
    row("Rows that were added", &|given| given.plain("rows").to_string());
    row("The same rows with SQL, s", &|given| seconds(given.plain("wallMicroseconds")));
    row("The same rows with SQL, CPU, s", &|given| seconds(given.plain("cpuMicroseconds")));
    row("Posting / SQL", &|given| ratio(given.wall(), given.plain("wallMicroseconds"), GOAL_RATIO));
    row("Posting / SQL, CPU", &|given| ratio(given.cpu(), given.plain("cpuMicroseconds"), GOAL_RATIO));
    row("A document around the first tenth, ms", &|given| milliseconds(given.windows().0));
    row("A document of the last tenth, ms", &|given| milliseconds(given.windows().1));
    row("Last / first", &|given| {
        let (first, last) = given.windows();
        goal(format!("{:.2}", last / first), last / first <= GOAL_GROWTH)
    });
    row("Peak memory, MB", &|given| {
        goal(given.posted.peak.div_ceil(1_000_000).to_string(), given.posted.peak <= GOAL_PEAK)
    });
    text += &format!(
        "\nGoals: at most {GOAL_RATIO} times plain SQL (asked of SQLite); a late document at most {GOAL_GROWTH} times an \
         early one; {} MB.\n",
        GOAL_PEAK / 1_000_000
    );
    text
}

fn ratio(one: u64, other: u64, most: f64) -> String {
    let ratio = one as f64 / other as f64;
    goal(format!("{ratio:.1}"), ratio <= most)
}

fn seconds(microseconds: u64) -> String {
    format!("{:.2}", microseconds as f64 / 1e6)
}

fn milliseconds(microseconds: f64) -> String {
    format!("{:.2}", microseconds / 1e3)
}
