use std::path::Path;

use anyhow::{Context, Result};

use crate::process::{self, cargo};

/// Writes every GraphQL document that can be sent to a file of its own.
///
/// # Errors
/// When the client does not build, or a file can't be written.
pub(crate) fn run(folder: &Path) -> Result<()> {
    let folder = std::path::absolute(folder).with_context(|| format!("{} is no folder", folder.display()))?;
    let example = ["run", "--quiet", "--package", "shopify", "--example", "documents", "--"];
    process::run(cargo().args(example).arg(folder))
}
