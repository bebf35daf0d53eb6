use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::files::is_newer;
use crate::node;
use crate::process::{root, run};

/// Installs the clients that the devstore is tested with: Shopify's own for JavaScript, graphql-js, and Shopify's
/// library for Python. Where the last can't be had, its test is skipped, and says so.
///
/// # Errors
/// When Node is missing and may not be installed, or npm fails.
pub(crate) fn prepare() -> Result<()> {
    node::ensure()?;
    let lock = folder().join("package-lock.json");
    if !is_newer(&folder().join("node_modules/.package-lock.json"), &lock) {
        run(Command::new("npm").arg("ci").current_dir(folder()))?;
    }
    if let Err(error) = python() {
        eprintln!("SKIPPED: Shopify's library for Python can't be installed, so it is not tested: {error:#}");
    }
    Ok(())
}

/// A virtual environment beside what Cargo builds, with what requirements.txt names.
fn python() -> Result<()> {
    let environment = root().join("target/clients/python");
    let wanted = folder().join("requirements.txt");
    let stamp = environment.join("installed.txt");
    if is_newer(&stamp, &wanted) {
        return Ok(());
    }
    run(Command::new("python3").args(["-m", "venv"]).arg(&environment))?;
    let mut pip = Command::new(environment.join("bin/python"));
    run(pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(&wanted))?;
    std::fs::copy(&wanted, &stamp)?;
    Ok(())
}

fn folder() -> PathBuf {
    root().join("crates/devstore/tests/clients")
}
