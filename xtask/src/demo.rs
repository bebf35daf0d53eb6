use anyhow::Result;

use crate::{process, web};

/// Runs `kobling demo` with the given arguments; one that is looked at has the web application in it.
///
/// # Errors
/// When it does not build, or fails.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    if !arguments.iter().any(|argument| argument == "--once") {
        web::run()?;
    }
    process::run(process::cargo().args(["run", "--quiet", "--package", "kobling", "--", "demo"]).args(arguments))
}
