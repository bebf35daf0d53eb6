use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::sdl;
use crate::process::{exists, output, root};

/// Shopify publishes its schemas with this package, as introspection results.
const PACKAGE: &str = "@shopify/dev-mcp";

/// The folder of Shopify's schemas; those of `versions` that are not there yet are taken from the npm package.
///
/// # Errors
/// When npm is missing, the registry can't be reached, or the package holds something else than expected.
pub(super) fn fetch(versions: &[&str]) -> Result<PathBuf> {
    let folder = root().join("target/shopify");
    let path = |version: &str| folder.join(format!("admin-{version}.graphql"));
    let missing: Vec<&str> = versions.iter().copied().filter(|version| !path(version).exists()).collect();
    if missing.is_empty() {
        return Ok(folder);
    }
    if !exists("npm") {
        bail!("Shopify's schemas are in the npm package {PACKAGE}: install Node.js with npm and run this again");
    }
    std::fs::create_dir_all(&folder).with_context(|| format!("{} can't be made", folder.display()))?;
    let package = tempfile::tempdir()?;
    let mut pack = Command::new("npm");
    output(pack.args(["pack", "--silent", PACKAGE]).current_dir(package.path()))?;
    let archive = std::fs::read_dir(package.path())?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .find(|path| path.extension().is_some_and(|extension| extension == "tgz"))
        .context("npm pack left no archive")?;
    for version in missing {
        let introspection = unpacked(&archive, package.path(), version)?;
        let text = sdl::from_introspection(&introspection).context("the introspection result can't be read")?;
        std::fs::write(path(version), text).with_context(|| format!("{} can't be written", path(version).display()))?;
    }
    Ok(folder)
}

fn unpacked(archive: &Path, folder: &Path, version: &str) -> Result<serde_json::Value> {
    let inside = format!("package/dist/data/admin_{version}.json.gz");
    output(Command::new("tar").arg("xzf").arg(archive).arg("-C").arg(folder).arg(&inside))?;
    let text = output(Command::new("gzip").arg("-dc").arg(folder.join(&inside)))?;
    serde_json::from_str(&text).with_context(|| format!("{inside} is no JSON"))
}
