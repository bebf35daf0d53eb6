use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;
use serde_json::Value;

use super::machine::Machine;
use super::measure::Measured;
use super::publish::publish;

/// How many times the CPU time of plain SQL is the goal.
const GOAL_RATIO: f64 = 4.0;
/// The goal for the most memory, in bytes.
const GOAL_PEAK: u64 = 200_000_000;

/// What was measured.
#[derive(Debug)]
pub(super) struct Report {
    pub machine: Machine,
    pub orders: u64,
    pub import: Measured,
    pub process: Measured,
    /// What the same rows took with plain SQL: `rows`, `cpuMicroseconds`.
    pub insert: Value,
    pub journal: Value,
}

impl Report {
    fn sql(&self) -> Duration {
        Duration::from_micros(number(&self.insert, "cpuMicroseconds"))
    }

    fn cpu(&self) -> Duration {
        self.import.cpu + self.process.cpu
    }

    fn ratio(&self) -> f64 {
        self.cpu().as_secs_f64() / self.sql().as_secs_f64()
    }

    fn peak(&self) -> u64 {
        self.import.peak.max(self.process.peak)
    }

    fn text(&self) -> String {
        let line = |name: &str, measured: &Measured| {
            let (cpu, wall) = (seconds(measured.cpu), seconds(measured.wall));
            format!("| {name} | {cpu} | {wall} | {} |\n", megabytes(measured.peak))
        };
        let reached = |is: bool| if is { "reached" } else { "not reached" };
        let mut text = format!(
            "# Importing {} orders\n\n{}, commit {}, {}. SQLite, release build.\n\n",
            self.orders, self.machine.date, self.machine.commit, self.machine.description
        );
        text += "The devstore serves the orders from a process of its own and does not throttle. Kobling imports them and \
                 makes a sales order of each; then the same rows are inserted into a copy of the database as it was before, \
                 with statements of many rows each and nothing else.\n\n";
        text += "| | CPU, s | wall, s | peak, MB |\n|---|---|---|---|\n";
        text += &line("Sync Orders from Shopify (30104)", &self.import);
        text += &line("Create Sales Orders (30103)", &self.process);
        text +=
            &format!("| the same {} rows with SQL | {} | | |\n\n", number(&self.insert, "rows"), seconds(self.sql()));
        text += &format!(
            "- CPU: **{:.1} times** plain SQL (goal {GOAL_RATIO:.0}: {}).\n- Peak memory: **{} MB** (goal {}: {}).\n",
            self.ratio(),
            reached(self.ratio() <= GOAL_RATIO),
            megabytes(self.peak()),
            megabytes(GOAL_PEAK),
            reached(self.peak() <= GOAL_PEAK),
        );
        text += &format!(
            "- Calls: **{}**, points: **{}**.\n",
            number(&self.journal, "calls"),
            number(&self.journal, "points"),
        );
        text += &format!("- Summaries: `{}` and `{}`.\n", self.import.output, self.process.output);
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
