use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process::{exists, output, run};

/// Sees to it that what Cargo does not bring is there: `make`, by which the allocator is built.
///
/// # Errors
/// When it is missing and may not be installed.
pub(crate) fn build_tools() -> Result<()> {
    if exists("make") { Ok(()) } else { debian("make", "the build") }
}

/// Installs a Debian package, where this may be done: as root, on Debian. Elsewhere it says what to install.
///
/// # Errors
/// When it may not be installed here, or can't.
pub(crate) fn debian(package: &str, why: &str) -> Result<()> {
    if !is_root() || !Path::new("/etc/debian_version").exists() {
        bail!("{why} needs {package}: install it with your package manager and run this again");
    }
    let quiet = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run(quiet().args(["update", "-q"]))?;
    run(quiet().args(["install", "-y", "-q", "--no-install-recommends", package]))
}

/// Whether this process may do everything.
pub(crate) fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
