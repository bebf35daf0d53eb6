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

fn rust(arguments: &[String]) -> Result<()> {
    let server = Server::start_in_memory()?;
    let mut test = process::cargo();
    test.args(["test", "--all-features"])
        .env("KOBLING_TEST_POSTGRES", server.address())
        .env("TMPDIR", server.scratch()?);
    if arguments.is_empty() {
        test.arg("--workspace");
    } else {
        test.args(arguments);
    }
    process::run(&mut test)
}
