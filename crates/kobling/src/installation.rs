//! Which installation of the program this is: an id in the data directory, outside the database, so that a copy of the
//! database is known as one.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};

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
    match std::fs::read_to_string(&path) {
        Ok(text) => Uuid::parse_str(text.trim()).map_err(|_| {
            anyhow!(
                "{} holds no installation id: restore it from a backup, or remove it and bind the shops anew",
                path.display()
            )
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let id = random.id(clock.now());
            let made = config.create_folders().and_then(|()| {
                let mut file = OpenOptions::new().write(true).create_new(true).open(&path)?;
                file.write_all(format!("{id}\n").as_bytes())?;
                Ok(file.sync_all()?)
            });
            made.with_context(|| {
                format!(
                    "{} can't be made: make its folder writable, or give the id with KOBLING_INSTALLATION",
                    path.display()
                )
            })?;
            Ok(id)
        }
        Err(error) => Err(error).with_context(|| format!("{} can't be read", path.display())),
    }
}
