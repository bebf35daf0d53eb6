use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use serde_json::{Value, json};

/// What a process used, and what it printed.
#[derive(Debug)]
pub(super) struct Measured {
    /// Time on a core, its own and the system's for it.
    pub cpu: Duration,
    /// Time on the wall.
    pub wall: Duration,
    /// The most memory that it held, in bytes.
    pub peak: u64,
    /// What it printed, as JSON.
    pub output: Value,
}

/// Runs a program as the only child of a process, so that what the system says of children is said of this one, and
/// prints what it used. What [`measured`] starts.
///
/// # Errors
/// When the program can't be started or does not succeed.
pub(crate) fn run(program: &[String]) -> Result<()> {
    let (name, arguments) = program.split_first().context("there is nothing to measure")?;
    #[expect(clippy::disallowed_methods, reason = "a measurement asks the machine")]
    let began = std::time::Instant::now();
    let child = Command::new(name).args(arguments).stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let child = child.with_context(|| format!("{name} could not be started"))?;
    let wall = began.elapsed();
    if !child.status.success() {
        bail!("{} failed ({})", program.join(" "), child.status);
    }
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).context("the system does not say what was used")?;
    let cpu = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    // Linux counts kibibytes, macOS bytes.
    let unit = if cfg!(target_os = "macos") { 1 } else { 1024 };
    let measured = json!({
        "cpu": cpu,
        "wall": u64::try_from(wall.as_micros()).unwrap_or(u64::MAX),
        "peak": usage.max_rss() * unit,
        "output": String::from_utf8_lossy(&child.stdout),
    });
    println!("{measured}");
    Ok(())
}

/// Runs a program that prints JSON, and measures it.
///
/// # Errors
/// When it can't be started, does not succeed, or prints something else.
pub(super) fn measured(command: &Command) -> Result<Measured> {
    let mut through = Command::new(std::env::current_exe().context("this program does not know where it is")?);
    through.args(["bench", "measure", "--"]).arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        value.map(|value| through.env(name, value));
    }
    let text = crate::process::output(&mut through)?;
    let said: Value = serde_json::from_str(&text).context("the measurement can't be read")?;
    let number = |name: &str| said.get(name).and_then(Value::as_u64).unwrap_or_default();
    let printed = said.get("output").and_then(Value::as_str).unwrap_or_default();
    Ok(Measured {
        cpu: Duration::from_micros(number("cpu")),
        wall: Duration::from_micros(number("wall")),
        peak: number("peak"),
        output: serde_json::from_str(printed).with_context(|| format!("this is no JSON: {printed}"))?,
    })
}
