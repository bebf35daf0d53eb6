//! Puts a load on the back office: for `cargo xtask bench post` and `cargo xtask bench availability`.

mod available;
mod company;
mod orders;
mod post;
mod stock;

use std::io::Write;
use std::sync::Arc;

use back_office::posting_jobs;
use clap::{Parser, Subcommand};
use database::{Db, Location, Migrations};
use job_queue::{Queue, Registry};
use runtime::{Clock, Random};
use serde_json::Value;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// As the program has it.
#[cfg(not(target_env = "msvc"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Puts a load on the back office.
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
    /// Make a company with stock and so many released sales orders of three lines.
    Orders {
        /// How many.
        #[arg(long)]
        count: u32,
    },
    /// Post all sales orders with report 296, and see how long each thousand takes.
    Post,
    /// Make a company with item ledger entries of many variants at five locations.
    Stock {
        /// How many variants.
        #[arg(long)]
        variants: u32,
        /// How many entries.
        #[arg(long)]
        entries: u32,
    },
    /// Work out what is available of all items, and beside it add up the item ledger with plain SQL.
    Available {
        /// How often.
        #[arg(long, default_value_t = 5)]
        times: usize,
    },
}

/// What the back office and its jobs stand on.
fn migrations() -> Migrations {
    job_queue::migrations().into_iter().chain(back_office::migrations()).collect()
}

#[tokio::main]
async fn main() -> Result<()> {
    let load = Load::parse();
    let (clock, random) = (Clock::system(), Random::os());
    let db = Db::migrate(load.database, clock.clone(), migrations).await?;
    let registry = posting_jobs::register(Registry::new(), None);
    let queue = Queue::new(db, Arc::new(registry), clock, random);
    let said = match load.command {
        Command::Orders { count } => orders::make(&queue, count).await?,
        Command::Post => post::post(&queue).await?,
        Command::Stock { variants, entries } => stock::make(&queue, variants, entries).await?,
        Command::Available { times } => available::measure(&queue, times).await?,
    };
    if said != Value::Null {
        writeln!(std::io::stdout(), "{said}")?;
    }
    queue.db().close().await?;
    Ok(())
}
