use std::process::Command;

use anyhow::{Result, bail};

use crate::process::{self, exists, root};

/// Builds the web application into web/dist, from which the binary takes it.
///
/// # Errors
/// When there are no sources, when Node is missing, or when the build fails.
pub(crate) fn run() -> Result<()> {
    let web = root().join("web");
    if !web.join("package.json").exists() {
        bail!("there is no web application to build yet: the server shows a page that says so");
    }
    if !exists("npm") {
        bail!("the web application needs Node.js 20 or later with npm: install it and run this again");
    }
    process::run(Command::new("npm").arg("ci").current_dir(&web))?;
    process::run(Command::new("npm").args(["run", "build"]).current_dir(&web))
}
