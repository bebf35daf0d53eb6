use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Subcommand;
use database::Location;
use runtime::Clock;
use serde_json::json;

use crate::assembly::migrations;
use crate::config::Config;
use crate::output::Output;
use crate::restore::restore;

/// Looks after the database.
#[derive(Debug, Subcommand)]
pub enum Db {
    /// Bring the tables of the database up to this program's version.
    Migrate,
    /// Check that the tables of the database are those of this program.
    Check,
    /// Copy the database into a file, also while jobs run.
    Backup {
        /// The file, which must not be there yet.
        file: PathBuf,
    },
    /// Bring the database back from such a file. Its shops talk to no store before they are bound.
    Restore {
        /// The file.
        file: PathBuf,
        /// Put it in the place of a database that is there, which is kept beside it.
        #[arg(long)]
        force: bool,
    },
}

impl Db {
    /// Does it.
    pub async fn run(self, config: &Config, output: Output) -> Result<()> {
        let clock = Clock::system();
        let location = config.database.to_string();
        match self {
            Self::Migrate => {
                // Only `init` makes a database: a mistyped path is refused.
                let opened = database::Db::open(config.database.clone(), clock.clone(), migrations).await;
                if let Err(error @ database::Error::Open { .. }) = opened {
                    return Err(error.into());
                }
                database::Db::migrate(config.database.clone(), clock, migrations).await?;
            }
            Self::Check => drop(database::Db::open(config.database.clone(), clock, migrations).await?),
            Self::Backup { file } => {
                let command = format!("pg_dump --format=custom --file={} \"$KOBLING_DATABASE\"", quoted(&file));
                let path = sqlite(config, &command)?;
                drop(database::Db::open(config.database.clone(), clock, migrations).await?);
                database::copy(path, &file).await?;
                let file = file.display().to_string();
                output.show(
                    &json!({ "database": location, "backup": file }),
                    &format!("{location} is copied to {file}."),
                );
                return Ok(());
            }
            Self::Restore { file, force } => {
                let file_name = quoted(&file);
                let command = format!("pg_restore --clean --if-exists --dbname=\"$KOBLING_DATABASE\" {file_name}");
                let path = sqlite(config, &command)?;
                let shops = restore(&file, path, force, clock).await?;
                let bind: Vec<_> = shops.iter().map(|code| format!("\n  kobling shop bind {code}")).collect();
                let text = match bind.as_slice() {
                    [] => format!("{location} is restored."),
                    bind => format!(
                        "{location} is restored. If this is the installation that syncs from now on, say so:{}",
                        bind.concat()
                    ),
                };
                output.show(&json!({ "database": location, "shops": shops }), &text);
                return Ok(());
            }
        }
        output.show(&json!({ "database": location, "upToDate": true }), &format!("{location} is up to date."));
        Ok(())
    }
}

/// A file as a shell takes it.
fn quoted(file: &Path) -> String {
    format!("'{}'", file.display().to_string().replace('\'', r"'\''"))
}

/// The file of the database. PostgreSQL has commands of its own, which need the whole address: it is not shown, since a
/// password is in it.
fn sqlite<'a>(config: &'a Config, otherwise: &str) -> Result<&'a Path> {
    match &config.database {
        Location::Sqlite(path) => Ok(path),
        Location::Postgres(_) => bail!(
            "{} is a PostgreSQL database, whose own commands do this: `{otherwise}` (the address in your configuration); give a copy of it a data directory of its own, so that its shops are left alone",
            config.database
        ),
    }
}
