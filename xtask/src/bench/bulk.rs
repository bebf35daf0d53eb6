use std::process::Command;

use anyhow::{Result, ensure};

use super::company::release;
use super::figures::number;
use super::machine::Machine;
use super::measure::{Measured, measured};
use super::publish::publish;
use crate::process::{cargo, run as start};

/// The memory for many lines may be this much of the memory for few.
const GOAL_RATIO: f64 = 1.2;
/// With how many lines the memory for many is compared.
const FEW: u64 = 10_000;

/// Reads the results of two bulk queries, a small one and one of so many lines, and compares the memory that takes.
///
/// # Errors
/// When something does not build, a line gets lost, or the report can't be written.
pub(crate) fn run(lines: u64) -> Result<()> {
    println!("Building ...");
    start(cargo().args(["build", "--release", "--quiet", "--package", "shopify", "--example", "bulk_lines"]))?;
    let program = release("examples/bulk_lines");
    let read = |lines: u64| {
        println!("Reading {lines} lines ...");
        let measured = measured(Command::new(&program).arg(lines.to_string()))?;
        ensure!(number(&measured.output, "lines") == lines, "{} lines were read", measured.output);
        Ok(measured)
    };
    let path = publish("bulk", &text(lines, &read(FEW)?, &read(lines)?))?;
    println!("{}", path.display());
    Ok(())
}

fn text(lines: u64, few: &Measured, many: &Measured) -> String {
    let machine = Machine::this();
    let ratio = many.peak as f64 / few.peak as f64;
    let reached = if ratio <= GOAL_RATIO { "reached" } else { "not reached" };
    let mut text = format!(
        "# Reading a bulk result of {lines} lines\n\n{}, commit {}, {}. Release build.\n\n",
        machine.date, machine.commit, machine.description
    );
    text += "A stand-in makes each line when it is asked for; the client reads one after the other and keeps none.\n\n";
    text += "| lines | MB | CPU, s | wall, s | peak, kB |\n|---|---|---|---|---|\n";
    for measured in [few, many] {
        text += &format!(
            "| {} | {:.1} | {:.2} | {:.2} | {} |\n",
            number(&measured.output, "lines"),
            number(&measured.output, "bytes") as f64 / 1e6,
            measured.cpu.as_secs_f64(),
            measured.wall.as_secs_f64(),
            measured.peak / 1000,
        );
    }
    text +=
        &format!("\n- Peak memory for many lines: **{ratio:.2} times** that for few (goal {GOAL_RATIO}: {reached}).\n");
    text
}
