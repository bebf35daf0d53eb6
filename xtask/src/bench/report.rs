use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;
use serde_json::Value;

use super::machine::Machine;
use super::measure::Measured;
use super::publish::publish;

/// How many times the CPU time of plain SQL is the goal, of the import.
const GOAL_RATIO: f64 = 4.0;
/// The goal for the most memory, in bytes.
const GOAL_PEAK: u64 = 200_000_000;
/// The goal for the calls, of a first import that is large enough for a bulk operation.
const GOAL_CALLS: u64 = 60;

/// A run, beside its rows with plain SQL.
#[derive(Debug)]
pub(super) struct Beside {
    pub measured: Measured,
    /// What the same rows took with plain SQL: `rows`, `cpuMicroseconds`.
    pub sql: Value,
}

/// What was measured.
#[derive(Debug)]
pub(super) struct Report {
    pub machine: Machine,
    pub orders: u64,
    pub import: Beside,
    pub process: Beside,
    pub journal: Value,
}

impl Beside {
    fn sql(&self) -> Duration {
        Duration::from_micros(number(&self.sql, "cpuMicroseconds"))
    }

    /// How many times the CPU time of plain SQL it took.
    fn ratio(&self) -> f64 {
        self.measured.cpu.as_secs_f64() / self.sql().as_secs_f64()
    }

    fn row(&self, name: &str) -> String {
        let (cpu, wall) = (seconds(self.measured.cpu), seconds(self.measured.wall));
        let (rows, sql, ratio) = (number(&self.sql, "rows"), seconds(self.sql()), self.ratio());
        format!("| {name} | {rows} | {cpu} | {sql} | {ratio:.1} | {wall} | {} |\n", megabytes(self.measured.peak))
    }
}

impl Report {
    fn peak(&self) -> u64 {
        self.import.measured.peak.max(self.process.measured.peak)
    }

    fn text(&self) -> String {
        let reached = |is: bool| if is { "reached" } else { "not reached" };
        let mut text = format!(
            "# Importing {} orders\n\n{}, commit {}, {}. SQLite, release build.\n\n",
            self.orders, self.machine.date, self.machine.commit, self.machine.description
        );
        text += "The devstore serves the orders from a process of its own and allows what a store on the Standard plan \
                 does, so that the first page is read by a call, and the rest by a bulk operation. Kobling imports them, and \
                 then makes a sales order of each. Beside both, the same rows are inserted into a copy of the database as it \
                 was before, with statements of many rows each and nothing else.\n\n";
        text += "| | rows | CPU, s | plain SQL, CPU, s | times | wall, s | peak, MB |\n|---|---|---|---|---|---|---|\n";
        text += &self.import.row("Sync Orders from Shopify (30104)");
        text += &self.process.row("Create Sales Orders (30103)");
        let (ratio, peak, calls) = (self.import.ratio(), self.peak(), number(&self.journal, "calls"));
        text += &format!(
            "\n- CPU of the import: **{ratio:.1} times** plain SQL (goal {GOAL_RATIO:.0}: {}).\n\
             - Peak memory: **{} MB** (goal {}: {}).\n- Calls: **{calls}** (goal {GOAL_CALLS}: {}), points: **{}**.\n",
            reached(ratio <= GOAL_RATIO),
            megabytes(peak),
            megabytes(GOAL_PEAK),
            reached(peak <= GOAL_PEAK),
            reached(calls <= GOAL_CALLS),
            number(&self.journal, "points"),
        );
        let (import, process) = (&self.import.measured.output, &self.process.measured.output);
        text += &format!("- Summaries: `{import}` and `{process}`.\n");
        text
    }
}

/// Writes the report under bench/results.
///
/// # Errors
/// When it can't be written.
pub(super) fn write(report: &Report) -> Result<PathBuf> {
    publish("import", &report.text())
}

fn number(value: &Value, name: &str) -> u64 {
    value.get(name).and_then(|value| value.as_u64().or_else(|| value.as_f64().map(|value| value as u64))).unwrap_or(0)
}

fn seconds(duration: Duration) -> String {
    format!("{:.2}", duration.as_secs_f64())
}

fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}
