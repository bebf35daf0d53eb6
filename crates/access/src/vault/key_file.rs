use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

use crate::{Error, Result};

/// A key file is small; what is larger is another file.
const MOST: u64 = 4096;

pub(super) fn read(path: &Path) -> Result<String> {
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(MOST).read_to_string(&mut text));
    read.map_err(|source| match source.kind() {
        ErrorKind::InvalidData => Error::NoKey(path.to_owned()),
        _ => Error::KeyFile { path: path.to_owned(), source },
    })?;
    Ok(text)
}

/// Makes the file, which only its owner may read.
pub(super) fn create(path: &Path, text: &str) -> Result<()> {
    write_new(path, text).map_err(|source| match source.kind() {
        ErrorKind::AlreadyExists => Error::KeyFileExists(path.to_owned()),
        _ => Error::KeyFile { path: path.to_owned(), source },
    })
}

/// Puts another text in the place of the file's: whoever reads it, also after the machine has failed, finds the one or
/// the other.
pub(super) fn replace(path: &Path, text: &str) -> Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = Path::new(&beside);
    let replaced = || {
        match std::fs::remove_file(beside) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => write_new(beside, text)?,
        }
        std::fs::rename(beside, path)?;
        // The new name is on the disk once the folder is.
        #[cfg(unix)]
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    };
    replaced().map_err(|source| Error::KeyFile { path: path.to_owned(), source })
}

fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
