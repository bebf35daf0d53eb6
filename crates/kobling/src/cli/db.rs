use anyhow::Result;
use clap::Subcommand;
use runtime::Clock;
use serde_json::json;

use crate::assembly::migrations;
use crate::config::Config;
use crate::output::Output;

/// Looks after the database.
#[derive(Debug, Subcommand)]
pub enum Db {
    /// Bring the tables of the database up to this program's version.
    Migrate,
    /// Check that the tables of the database are those of this program.
    Check,
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
        }
        output.show(&json!({ "database": location, "upToDate": true }), &format!("{location} is up to date."));
        Ok(())
    }
}
