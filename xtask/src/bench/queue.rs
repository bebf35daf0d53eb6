use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::company::release;
use super::figures::goal;
use super::machine::Machine;
use super::publish::publish;
use crate::postgres::Server;
use crate::process::{cargo, output, run as start};

/// In milliseconds, of 99 of 100 jobs.
const GOAL_PICK_UP: f64 = 10.0;
/// With a million log entries, of what it is without.
const GOAL_WITH_LOG: f64 = 0.9;
/// In seconds.
const GOAL_RECOVERY: f64 = 10.0;
const LOG_ENTRIES: u32 = 1_000_000;

/// How much is asked of the job queue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load {
    /// Entries that do nothing, made at once.
    pub jobs: u32,
    /// Seconds of 200 jobs a second.
    pub seconds: u32,
}

/// What one engine gave.
struct Given {
    drained: Value,
    drained_keys: Value,
    steady: Value,
    drained_with_log: Value,
    steady_with_log: Value,
    /// PostgreSQL only: on SQLite one process runs jobs.
    recovery: Option<Value>,
}

/// Puts a load on the job queue, on each database, and writes down what it made of it.
///
/// # Errors
/// When something does not build or fails, or the report can't be written.
pub(crate) fn run(load: Load) -> Result<()> {
    start(cargo().args(["build", "--release", "--package", "job-queue", "--example", "queue_load"]))?;
    let folder = tempfile::Builder::new().prefix("kobling-bench").tempdir()?;
    let server = Server::start()?;
    let sqlite = format!("sqlite:{}", folder.path().join("queue.db").display());
    let postgres = server.address().replace("{database}", "postgres");
    println!("SQLite ...");
    let on_sqlite = on(&sqlite, load, false)?;
    println!("PostgreSQL ...");
    let on_postgres = on(&postgres, load, true)?;
    let path = publish("queue", &text(load, &[("SQLite", on_sqlite), ("PostgreSQL", on_postgres)]))?;
    println!("{}", path.display());
    Ok(())
}

fn on(database: &str, load: Load, many_workers: bool) -> Result<Given> {
    let put = |arguments: &[&str]| put(database, arguments);
    let (jobs, seconds) = (load.jobs.to_string(), load.seconds.to_string());
    let (all, some) = (["drain", "--jobs", &jobs], (load.jobs / 10).to_string());
    let steadily = ["steady", "--per-second", "200", "--seconds", &seconds];
    put(&["prepare"])?;
    let drained = put(&all)?;
    let drained_keys = put(&["drain", "--jobs", &some, "--keys", "12"])?;
    let steady = put(&steadily)?;
    put(&["prepare", "--log-entries", &LOG_ENTRIES.to_string()])?;
    let (drained_with_log, steady_with_log) = (put(&all)?, put(&steadily)?);
    let recovery = many_workers
        .then(|| put(&["recovery", "--jobs", "200", "--keys", "12", "--milliseconds", "500"]))
        .transpose()?;
    Ok(Given { drained, drained_keys, steady, drained_with_log, steady_with_log, recovery })
}

fn put(database: &str, arguments: &[&str]) -> Result<Value> {
    let said = output(Command::new(release("examples/queue_load")).args(["--database", database]).args(arguments))?;
    if said.trim().is_empty() {
        return Ok(Value::Null);
    }
    serde_json::from_str(&said).with_context(|| format!("this is no JSON: {said}"))
}

fn text(load: Load, given: &[(&str, Given)]) -> String {
    let machine = Machine::this();
    let mut text = format!(
        "# The job queue under load\n\n{}, commit {}, {}. Release build; the database on the same machine.\n\n\
         *Drain*: {} entries that do nothing are made, then one worker with 16 slots runs them. *Steady*: 200 are made a \
         second for {} seconds while it runs; *pick-up* is the time from the commit that makes an entry to the beginning of \
         its run. *With log*: the same beside {LOG_ENTRIES} log entries of runs that have ended, which the database has tidied. *Recovery*: one of two \
         workers is killed; the time until all that it was running has begun again.\n\n",
        machine.date, machine.commit, machine.description, load.jobs, load.seconds,
    );
    text += "PostgreSQL runs without waiting for the disk (`fsync=off`), SQLite with `synchronous=FULL`: the two columns are \
             not to be compared with each other.\n\n";
    let heads: Vec<&str> = given.iter().map(|(name, _)| *name).collect();
    text += &format!("| | {} |\n|---|{}\n", heads.join(" | "), "---|".repeat(heads.len()));
    let row = |name: &str, cell: &dyn Fn(&Given) -> String| {
        let cells: Vec<String> = given.iter().map(|(_, given)| cell(given)).collect();
        format!("| {name} | {} |\n", cells.join(" | "))
    };
    let rate = |value: &Value| format!("{:.0}", number(value, "jobsPerSecond"));
    text += &row("Drain, jobs a second", &|given| rate(&given.drained));
    text += &row("Drain in 12 exclusion keys, jobs a second", &|given| rate(&given.drained_keys));
    text += &row("Steady 200 a second: pick-up p50, ms", &|given| milliseconds(&given.steady, "p50"));
    text += &row("Steady: pick-up p99, ms", &|given| {
        goal(milliseconds(&given.steady, "p99"), number(&given.steady, "p99") <= GOAL_PICK_UP)
    });
    text += &row("With log: drain, jobs a second", &|given| rate(&given.drained_with_log));
    text += &row("With log: drain, of what it is without", &|given| {
        let ratio = number(&given.drained_with_log, "jobsPerSecond") / number(&given.drained, "jobsPerSecond");
        goal(format!("{ratio:.2}"), ratio >= GOAL_WITH_LOG)
    });
    text += &row("With log: pick-up p99, ms", &|given| milliseconds(&given.steady_with_log, "p99"));
    text += &row("Recovery, s", &|given| match &given.recovery {
        Some(recovery) => {
            let seconds = number(recovery, "seconds");
            goal(format!("{seconds:.1}"), seconds <= GOAL_RECOVERY)
        }
        None => "one process runs jobs".to_owned(),
    });
    text += &format!(
        "\nGoals: pick-up p99 {GOAL_PICK_UP:.0} ms; with log no slower than {GOAL_WITH_LOG} of without; recovery \
         {GOAL_RECOVERY:.0} s.\n"
    );
    text
}

fn number(value: &Value, name: &str) -> f64 {
    value.get(name).and_then(Value::as_f64).unwrap_or(f64::NAN)
}

fn milliseconds(value: &Value, name: &str) -> String {
    format!("{:.1}", number(value, name))
}
