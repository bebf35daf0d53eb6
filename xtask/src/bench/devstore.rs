use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::company::release;
use super::machine::Machine;
use super::publish::publish;
use crate::process::{cargo, output, run as start};

/// Of a query as simple as the shop's name.
const GOAL_QUERIES: f64 = 1_000.0;
/// Of the whole process, with [`ORDERS`] orders.
const GOAL_MEGABYTES: f64 = 1_000.0;
const ORDERS: &str = "100000";
const SECONDS: &str = "10";

/// Measures the devstore: what it holds in memory, and how fast it answers.
///
/// # Errors
/// When it does not build or fails, or the report can't be written.
pub(crate) fn run() -> Result<()> {
    start(cargo().args(["build", "--release", "--package", "devstore", "--example", "devstore_load"]))?;
    let said = output(Command::new(release("examples/devstore_load")).args([ORDERS, SECONDS]))?;
    let given: Value = serde_json::from_str(&said).with_context(|| format!("this is no JSON: {said}"))?;
    let path = publish("devstore", &text(&given))?;
    println!("{}", path.display());
    Ok(())
}

fn text(given: &Value) -> String {
    let machine = Machine::this();
    let number = |name: &str| given.get(name).and_then(Value::as_f64).unwrap_or(f64::NAN);
    let goal = |reached: bool| if reached { "reached" } else { "not reached" };
    let (simple, megabytes) = (number("simpleQueriesPerSecond"), number("megabytes"));
    format!(
        "# The devstore under load\n\n{}, commit {}, {}. Release build, asked in process from two threads, without limits of \
         cost.\n\n\
         | | Given | Goal |\n|---|---|---|\n\
         | Simple queries a second | {simple:.0} | {GOAL_QUERIES:.0} ({}) |\n\
         | Pages of 50 orders with their lines a second | {:.0} | |\n\
         | Memory with {ORDERS} orders, MB | {megabytes:.0} | {GOAL_MEGABYTES:.0} ({}) |\n\
         | Seconds to make them | {:.1} | |\n",
        machine.date,
        machine.commit,
        machine.description,
        goal(simple >= GOAL_QUERIES),
        number("pagesPerSecond"),
        goal(megabytes <= GOAL_MEGABYTES),
        number("seedingSeconds"),
    )
}
