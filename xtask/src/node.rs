use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::install;
use crate::process::{exists, output};

/// The oldest Node that everything in web/package.json runs on.
const OLDEST: (u32, u32) = (20, 19);
/// Where Debian puts Chromium; `CHROMIUM_PATH` names another.
const CHROMIUM: &str = "/usr/bin/chromium";

/// Sees to it that Node and npm are there and new enough; installs them where that may be done.
///
/// # Errors
/// When they are missing and may not be installed, or are too old.
pub(crate) fn ensure() -> Result<()> {
    let why = "the web application";
    if !exists("node") {
        install::debian("nodejs", why)?;
    }
    if !exists("npm") {
        install::debian("npm", why)?;
    }
    let said = output(Command::new("node").arg("--version"))?;
    let version = said.trim().trim_start_matches('v');
    if parsed(version).is_none_or(|version| version < OLDEST) {
        let (major, minor) = OLDEST;
        bail!(
            "{why} needs Node.js {major}.{minor} or later and this is {version}: install a newer one from nodejs.org"
        );
    }
    Ok(())
}

/// Sees to it that Chromium is there; installs it where that may be done.
///
/// # Errors
/// When it is missing and may not be installed.
pub(crate) fn ensure_chromium() -> Result<()> {
    match std::env::var_os("CHROMIUM_PATH") {
        Some(path) if Path::new(&path).exists() => Ok(()),
        Some(path) => bail!("CHROMIUM_PATH names {}, which is not there", path.display()),
        None if Path::new(CHROMIUM).exists() => Ok(()),
        None => install::debian("chromium", "the journeys in a browser").context("or set CHROMIUM_PATH"),
    }
}

/// Major and minor.
fn parsed(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.split('.').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??))
}

#[cfg(test)]
mod tests {
    use super::parsed;

    #[test]
    fn a_version_is_compared_by_its_numbers() {
        assert!(parsed("20.9.0") < parsed("20.19.1"));
        assert!(parsed("22.0.0") > parsed("20.19.1"));
        assert_eq!(parsed("nightly"), None);
    }
}
