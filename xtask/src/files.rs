//! When files were made.

use std::path::Path;
use std::time::SystemTime;

/// Whether a file was made after another had changed.
pub(crate) fn is_newer(made: &Path, from: &Path) -> bool {
    changed(made).is_some_and(|made| Some(made) >= changed(from))
}

/// Whether a file was made after everything in a folder had changed, apart from entries of some names.
pub(crate) fn is_newer_than_all(made: &Path, folder: &Path, apart_from: &[&str]) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    let mut looked_at = entries.flatten().filter(|entry| !apart_from.iter().any(|name| entry.file_name() == *name));
    looked_at.all(|entry| {
        let path = entry.path();
        if path.is_dir() { is_newer_than_all(made, &path, apart_from) } else { is_newer(made, &path) }
    })
}

fn changed(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}
