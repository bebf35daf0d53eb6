use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::{process, test};

/// Says that this program is called in the place of rustdoc.
const RUSTDOC: &str = "KOBLING_XTASK_IS_RUSTDOC";

/// Finds links in the documentation of the libraries that lead nowhere, and whatever else rustdoc warns of.
///
/// `cargo doc` would look at everything that is not our own once more. What was built for the tests is good enough for
/// Cargo when it passes the examples in the documentation; so rustdoc is asked for these, and told something else.
///
/// # Errors
/// What is found.
pub(crate) fn check() -> Result<()> {
    // The build of the tests has put another in this program's place, which does the same.
    let this = process::beside(env!("CARGO_PKG_NAME"))?;
    let mut examples = test::workspace();
    examples.arg("--doc").env("RUSTDOC", this).env(RUSTDOC, "1").env("RUSTDOCFLAGS", "-D warnings");
    process::run(&mut examples)
}

/// Whether this program is called in the place of rustdoc.
pub(crate) fn is_rustdoc() -> bool {
    std::env::var_os(RUSTDOC).is_some()
}

/// Writes the documentation where Cargo asks that its examples be passed.
pub(crate) fn rustdoc() -> ExitCode {
    let mut rustdoc = Command::new("rustdoc");
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--test") => {}
            Some("--test-run-directory") => drop(arguments.next()),
            _ => drop(rustdoc.arg(argument)),
        }
    }
    rustdoc.arg("--out-dir").arg(process::root().join("target/doc"));
    match rustdoc.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("rustdoc could not be started: {error}");
            ExitCode::FAILURE
        }
    }
}
