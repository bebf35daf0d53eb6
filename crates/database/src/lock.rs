use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

use crate::{Error, Result};

/// The right to be the one process that runs jobs on a SQLite database: an operating system lock on a file beside it.
/// It ends with the process, however that ends.
#[derive(Debug)]
pub struct ProcessLock {
    _file: File,
}

impl ProcessLock {
    /// Takes the lock of the database at `database`, and writes down who has it.
    ///
    /// # Errors
    /// [`Error::Locked`] with the process id of the holder; [`Error::File`] when the lock file can't be made.
    pub fn acquire(database: &Path) -> Result<Self> {
        let mut path = database.as_os_str().to_owned();
        path.push(".lock");
        let path = Path::new(&path);
        let file_error = |source| Error::File { path: path.display().to_string(), source };
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(file_error)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut pid = String::new();
                file.read_to_string(&mut pid).map_err(file_error)?;
                return Err(Error::Locked { path: database.display().to_string(), pid: pid.trim().to_owned() });
            }
            Err(TryLockError::Error(source)) => return Err(file_error(source)),
        }
        file.set_len(0).map_err(file_error)?;
        file.rewind().map_err(file_error)?;
        writeln!(file, "{}", std::process::id()).map_err(file_error)?;
        Ok(Self { _file: file })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_holder_is_told_who_the_first_is() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("kobling.db");
        let first = ProcessLock::acquire(&database).unwrap();
        let Err(Error::Locked { pid, .. }) = ProcessLock::acquire(&database) else { panic!("it was given twice") };
        assert_eq!(pid, std::process::id().to_string());
        drop(first);
        ProcessLock::acquire(&database).unwrap();
    }
}
