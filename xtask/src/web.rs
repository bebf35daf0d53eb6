use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::bench::Administrator;
use crate::files::{is_newer, is_newer_than_all};
use crate::node;
use crate::process::{beside, cargo, output, root, run as start};

/// What is made of the web application, and what its tests leave; it has changed only when something else has.
const MADE: [&str; 2] = ["dist", "node_modules"];

/// Builds the web application into web/dist, from which the binary takes it, unless nothing has changed since. Types are
/// checked on the way.
///
/// # Errors
/// When Node is missing and may not be installed, or when the build fails.
pub(crate) fn run() -> Result<()> {
    node::ensure()?;
    modules()?;
    let built = folder().join("dist/index.html");
    if is_newer_than_all(&built, &folder(), &MADE) { Ok(()) } else { start(npm().args(["run", "build"])) }
}

/// Passes the tests of the parts of the web application.
///
/// # Errors
/// When a test fails.
pub(crate) fn test() -> Result<()> {
    start(npm().arg("test"))
}

/// Builds a `kobling` that has the web application in it, and passes the journeys through it.
///
/// # Errors
/// When one fails, when the program does not build, or a browser is missing and may not be installed.
pub(crate) fn journeys() -> Result<()> {
    run()?;
    start(cargo().args(["build", "--package", "kobling", "--features", "pdf"]))?;
    travel()
}

/// Passes the journeys in a browser through the `kobling` that was built last.
///
/// # Errors
/// When one fails, when there is no `kobling`, or a browser is missing and may not be installed.
pub(crate) fn travel() -> Result<()> {
    node::ensure_chromium()?;
    start(npm().args(["run", "journeys"]).env("KOBLING_BIN", beside("kobling")?))
}

/// Measures in a browser how a list of so many orders scrolls at an address; gives what was measured, as JSON.
///
/// # Errors
/// When that fails, or a browser is missing and may not be installed.
pub(crate) fn scroll(address: &str, administrator: &Administrator, rows: u64) -> Result<String> {
    node::ensure_chromium()?;
    let words = ["run", "--silent", "scroll", address, &administrator.user, &rows.to_string()];
    output(npm().args(words).env("KOBLING_PASSWORD", &administrator.password))
}

/// Finds what the linter has to say, and what is not in form.
///
/// # Errors
/// What is found; when Node is missing and may not be installed.
pub(crate) fn lint() -> Result<()> {
    node::ensure()?;
    modules()?;
    start(npm().args(["run", "lint"]))
}

/// Installs what web/package-lock.json says, unless that was done since it changed.
fn modules() -> Result<()> {
    let installed = folder().join("node_modules/.package-lock.json");
    if is_newer(&installed, &folder().join("package-lock.json")) { Ok(()) } else { start(npm().arg("ci")) }
}

fn npm() -> Command {
    let mut npm = Command::new("npm");
    npm.current_dir(folder());
    npm
}

fn folder() -> PathBuf {
    root().join("web")
}
