use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

/// Cargo, in the workspace, with the same target folder and tool chain that run this.
///
/// What cargo said of this package to this program is taken away: build scripts that look at it (ring's does) would
/// otherwise run again, with half of the dependencies behind them, whenever someone goes from `cargo xtask` to `cargo`.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    for (name, _) in std::env::vars_os() {
        let of_this_package = |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
        if name.to_str().is_some_and(of_this_package) {
            command.env_remove(name);
        }
    }
    command
}

/// A binary of the workspace that Cargo has built beside this one.
///
/// # Errors
/// When it is not there.
pub(crate) fn beside(name: &str) -> Result<PathBuf> {
    let this = std::env::current_exe().context("where this program lies is not known")?;
    let binary = this.with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if !binary.exists() {
        bail!("{} is missing: build it with `cargo build --package {name}`", binary.display());
    }
    Ok(binary)
}

/// Says what is run, and runs it.
///
/// # Errors
/// When it can't be started or does not succeed.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let line = words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    eprintln!("» {line}");
    let status = command.status().with_context(|| format!("{line}: it could not be started"))?;
    if !status.success() {
        bail!("{line}: it failed ({status})");
    }
    Ok(())
}

/// Runs it and gives what it prints.
///
/// # Errors
/// When it can't be started or does not succeed; with what it says.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("{program} could not be started"))?;
    if !output.status.success() {
        bail!("{program} failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program is there.
pub(crate) fn exists(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// A program that serves, until this value is dropped.
pub(crate) struct Serving(Child);

impl Serving {
    /// Starts it, and gives the first line that it prints: where it serves.
    ///
    /// # Errors
    /// When it can't be started.
    pub(crate) fn start(command: &mut Command) -> Result<(Self, String)> {
        let program = command.get_program().to_string_lossy().into_owned();
        let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut serving = Self(started.with_context(|| format!("{program} could not be started"))?);
        let mut line = String::new();
        if let Some(said) = serving.0.stdout.as_mut() {
            BufReader::new(said).read_line(&mut line)?;
        }
        Ok((serving, line.trim().to_owned()))
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        if self.0.kill().is_ok() {
            let _ended = self.0.wait();
        }
    }
}
