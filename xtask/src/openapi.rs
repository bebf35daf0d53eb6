use anyhow::{Context, Result};

use crate::process::{cargo, output, root};

/// Writes the description of the REST API to web/openapi.json, which is kept with the code.
///
/// # Errors
/// When the server does not build, or the file can't be written.
pub(crate) fn run() -> Result<()> {
    let description = output(cargo().args(["run", "--quiet", "--package", "server", "--example", "openapi"]))?;
    let path = root().join("web/openapi.json");
    std::fs::write(&path, description).with_context(|| format!("{} can't be written", path.display()))?;
    println!("{}", path.display());
    Ok(())
}
