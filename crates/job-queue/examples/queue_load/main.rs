//! Puts a load on the job queue: for `cargo xtask bench queue`, and for the tests that kill workers.
//!
//! It has two objects. *Note* does nothing but say when it began. *Record* has an effect that must happen once: it adds
//! one to a total, and writes down when it began and when it ended.

mod drain;
mod note;
mod prepare;
mod record;
mod recovery;
mod steady;
mod work;

use std::io::Write;
use std::sync::Arc;

use clap::{Parser, Subcommand};
use database::{Db, Location};
use job_queue::{Queue, Registry};
use runtime::{Clock, Random};
use serde_json::Value;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Puts a load on the job queue.
#[derive(Debug, Parser)]
struct Load {
    /// The database, which is made when it is not there.
    #[arg(long, env = "KOBLING_DATABASE")]
    database: Location,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make the tables, and so many log entries of runs that have ended.
    Prepare {
        /// How many.
        #[arg(long, default_value_t = 0)]
        log_entries: u32,
    },
    /// Make entries that record what they do, in turns in so many exclusion keys.
    Add(record::Add),
    /// Work until standard input ends.
    Work(work::Work),
    /// Make entries that do nothing, and see how long it takes until none is left.
    Drain(drain::Drain),
    /// Make entries at a steady rate, and see how long each waits until it begins.
    Steady(steady::Steady),
    /// Kill one of two workers, and see how long it takes until its jobs run again.
    Recovery(recovery::Recovery),
}

#[tokio::main]
async fn main() -> Result<()> {
    let load = Load::parse();
    let clock = Clock::system();
    let db = Db::migrate(load.database.clone(), clock.clone(), job_queue::migrations).await?;
    let note = note::Note::new(clock.clone());
    let registry = Registry::new().with(note.clone()).with(record::Record);
    let queue = Queue::new(db, Arc::new(registry), clock, Random::os());
    let database = load.database_text();
    let said = match load.command {
        Command::Prepare { log_entries } => {
            let said = prepare::prepare(queue.db(), log_entries).await?;
            prepare::tidy(&load.database).await?;
            said
        }
        Command::Add(add) => add.run(&queue).await?,
        Command::Work(work) => work.run(queue.clone()).await?,
        Command::Drain(drain) => drain.run(&queue).await?,
        Command::Steady(steady) => steady.run(&queue, &note).await?,
        Command::Recovery(recovery) => recovery.run(&queue, &database).await?,
    };
    if said != Value::Null {
        writeln!(std::io::stdout(), "{said}")?;
    }
    queue.db().close().await?;
    Ok(())
}

impl Load {
    /// The database, as another process of this program is told it.
    fn database_text(&self) -> String {
        match &self.database {
            Location::Sqlite(path) => format!("sqlite:{}", path.display()),
            Location::Postgres(url) => url.clone(),
        }
    }
}
