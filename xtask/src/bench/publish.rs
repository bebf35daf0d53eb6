use std::path::PathBuf;

use anyhow::{Context, Result};

use super::machine::Machine;
use crate::process::root;

/// Writes what was measured under bench/results, with the day in its name.
///
/// # Errors
/// When it can't be written.
pub(super) fn publish(name: &str, text: &str) -> Result<PathBuf> {
    let folder = root().join("bench/results");
    std::fs::create_dir_all(&folder).with_context(|| format!("{} can't be made", folder.display()))?;
    let path = folder.join(format!("{name}-{}.md", Machine::this().date));
    std::fs::write(&path, text).with_context(|| format!("{} can't be written", path.display()))?;
    Ok(path)
}
