use anyhow::Result;

use crate::postgres::Server;
use crate::process;

/// Passes all tests on both databases; with arguments, those that they choose.
///
/// # Errors
/// When a test fails, or the server of the tests can't be had.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let server = Server::start()?;
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
