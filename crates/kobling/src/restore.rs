//! A database brought back from a backup.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::iter::once;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use connector::{outbound_webhooks, shops};
use database::{Db, Location, ProcessLock, Tx};
use runtime::Clock;

use crate::assembly::migrations;

/// What SQLite keeps beside a database.
const BESIDE: [&str; 2] = ["-wal", "-shm"];

/// Puts the backup `file` where the database `target` is to be, brought up to this version, with all its shops unbound and
/// disabled. Says which shops. A database that is there is kept as `TARGET.replaced`.
///
/// # Errors
/// When another process has it open; when there is one and `force` is not said; when the file is no backup.
pub async fn restore(file: &Path, target: &Path, force: bool, clock: Clock) -> Result<Vec<String>> {
    if !file.exists() {
        bail!("there is no file {}", file.display());
    }
    if let Some(folder) = target.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("the folder {} can't be made", folder.display()))?;
    }
    let _right = ProcessLock::acquire(target)?;
    if target.exists() && !force {
        bail!("there is a database {} already: say --force to put the backup in its place", target.display());
    }
    let beside = with(target, ".restoring");
    remove(&beside)?;
    std::fs::copy(file, &beside).with_context(|| format!("{} can't be copied", file.display()))?;
    let codes = match prepared(&beside, clock).await {
        Ok(codes) => codes,
        Err(error) => {
            remove(&beside)?;
            let is_unreadable = |cause: &(dyn std::error::Error + 'static)| {
                matches!(cause.downcast_ref::<database::Error>(), Some(database::Error::Open { .. }))
            };
            let why = match error.chain().any(is_unreadable) {
                true => "it is no SQLite database".to_owned(),
                false => format!("{error:#}"),
            };
            bail!("{} is no backup of a company ({why}): choose a file that `kobling db backup` wrote", file.display());
        }
    };
    let replaced = with(target, ".replaced");
    if target.exists() {
        // A server without a worker has no right to run jobs, yet it has the database.
        if let Err(error) = database::check_alone(target).await {
            remove(&beside)?;
            return Err(error.into());
        }
        remove(&replaced)?;
    }
    for suffix in once("").chain(BESIDE) {
        renamed(&with(target, suffix), &with(&replaced, suffix))?;
    }
    renamed(&beside, target)?;
    Ok(codes)
}

/// What is brought back changes nothing in a store and tells nobody, until a person says so.
async fn turn_off(tx: Tx) -> Result<(), connector::Error> {
    shops::unbind_all(&tx).await?;
    outbound_webhooks::turn_all_off(&tx).await
}

/// Brings the copy up to this version and unbinds its shops.
async fn prepared(path: &Path, clock: Clock) -> Result<Vec<String>> {
    let db = Db::migrate(Location::Sqlite(path.to_owned()), clock, migrations).await?;
    let read = |r| async move {
        back_office::company::read(&r).await?;
        anyhow::Ok(shops::list(&r).await?)
    };
    let unbound = match db.read(read).await {
        Ok(all) => match db.write(turn_off).await {
            Ok(()) => Ok(all.iter().map(|shop| shop.code.to_string()).collect()),
            Err(error) => Err(error.into()),
        },
        Err(error) => Err(error),
    };
    db.close().await?;
    unbound
}

fn with(path: &Path, suffix: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Removes a database, if it is there.
fn remove(path: &Path) -> Result<()> {
    for path in once("").chain(BESIDE).map(|suffix| with(path, suffix)) {
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("{} can't be removed", path.display()));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Gives a file another name, if it is there.
fn renamed(from: &Path, to: &Path) -> Result<()> {
    match std::fs::rename(from, to) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} can't be renamed", from.display()))
        }
        _ => Ok(()),
    }
}
