use anyhow::Result;

use crate::process;

/// Runs `kobling demo` with the given arguments.
///
/// # Errors
/// When it does not build, or fails.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    process::run(process::cargo().args(["run", "--quiet", "--package", "kobling", "--", "demo"]).args(arguments))
}
