use std::process::Command;

use anyhow::Result;

use crate::postgres::Server;
use crate::{clients, process, web};

/// Passes all tests on both databases, those of the web application, and its journeys in a browser; with arguments, those
/// that they choose.
///
/// # Errors
/// When a test fails, or what the tests need can't be had.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let all = arguments.is_empty();
    if all {
        // First, so that the binary that the tests build has the application in it.
        web::run()?;
        clients::prepare()?;
    }
    rust(arguments)?;
    if all {
        web::test()?;
        // Through the binary that the tests have built: another set of features would compile half of it anew.
        web::travel()?;
    }
    Ok(())
}

/// Builds and passes the tests of the whole workspace. For what is our own Clippy stands in the place of the compiler, as
/// `cargo clippy -- -D warnings` has it: what was checked is what the tests run.
pub(crate) fn workspace() -> Command {
    let mut cargo = process::cargo();
    cargo.args(["test", "--workspace", "--all-features"]);
    cargo.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver");
    cargo.env("CLIPPY_ARGS", ["-D", "warnings", ""].join("__CLIPPY_HACKERY__"));
    cargo
}

fn rust(arguments: &[String]) -> Result<()> {
    let server = Server::start_in_memory()?;
    let mut test = if arguments.is_empty() { workspace() } else { some(arguments) };
    test.env("KOBLING_TEST_POSTGRES", server.address()).env("TMPDIR", server.scratch()?);
    process::run(&mut test)
}

fn some(arguments: &[String]) -> Command {
    let mut cargo = process::cargo();
    cargo.args(["test", "--all-features"]).args(arguments);
    cargo
}
