//! Which installation of the program this is: an id in the data directory, outside the database, so that a copy of the
//! database is known as one.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use runtime::{Clock, Random};
use uuid::Uuid;

use crate::config::Config;

/// The id of this installation; it is made where there is none yet.
///
/// # Errors
/// When its file can't be read or made, or holds no id.
pub fn id(config: &Config, random: &Random, clock: &Clock) -> Result<Uuid> {
    if let Some(id) = config.installation {
        return Ok(id);
    }
    let path = config.installation_file();
    if let Some(id) = read(&path)? {
        return Ok(id);
    }
    let id = random.id(clock.now());
    let kept = config.create_folders().and_then(|()| Ok(keep(&path, id)?));
    kept.with_context(|| {
        format!("{} can't be made: make its folder writable, or give the id with KOBLING_INSTALLATION", path.display())
    })?;
    // Another process may have been first.
    Ok(read(&path)?.unwrap_or(id))
}

/// The id in the file, if there is one.
fn read(path: &Path) -> Result<Option<Uuid>> {
    match std::fs::read_to_string(path) {
        Ok(text) => Uuid::parse_str(text.trim()).map(Some).map_err(|_| {
            anyhow!(
                "{} holds no installation id: restore it from a backup, or remove it and bind the shops anew",
                path.display()
            )
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("{} can't be read", path.display())),
    }
}

/// Makes the file, unless there is one. It is there with its id or not at all: it is written under another name first.
fn keep(path: &Path, id: Uuid) -> std::io::Result<()> {
    let beside = path.with_added_extension(id.to_string());
    let mut file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
    let linked = file
        .write_all(format!("{id}\n").as_bytes())
        .and_then(|()| file.sync_all())
        .and_then(|()| std::fs::hard_link(&beside, path));
    std::fs::remove_file(&beside)?;
    match linked {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        linked => linked,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use super::*;

    #[test]
    fn the_first_of_two_processes_that_start_at_once_says_who_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("installation");
        let ids: Vec<Uuid> = (1..=8).map(Uuid::from_u128).collect();
        let start = Barrier::new(ids.len());
        let begin = |id: Uuid| {
            assert_eq!(read(&path).unwrap(), None);
            start.wait();
            keep(&path, id).unwrap();
            read(&path).unwrap().unwrap()
        };
        let seen: Vec<Uuid> = std::thread::scope(|scope| {
            let all: Vec<_> = ids.iter().map(|id| scope.spawn(|| begin(*id))).collect();
            all.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert!(ids.contains(&seen[0]) && seen.iter().all(|id| *id == seen[0]), "{seen:?}");
        let files = std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(files, 1, "nothing is left beside it");
    }
}
