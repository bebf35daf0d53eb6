//! Compares products with their items, and finds that nothing changed: what `cargo xtask bench products` measures.
//!
//! `compare_products DATABASE prepare N` stages N variants, four to a product, whose items say what the store was told;
//! `… everything` plans an export of all that they say, `… prices` of their prices alone, and `… read` reads the same rows with
//! plain SQL. Each prints what it took.

#![expect(clippy::print_stdout, reason = "a command line tool speaks to its user")]

mod compare;
mod prepare;
mod read;

use std::error::Error;

use access::Vault;
use connector::Connector;
use database::{Db, Location, Migrations};
use devstore::{Devstore, Options};
use outbound::Http;
use runtime::{Clock, Random};
use uuid::Uuid;

type Fallible<T> = Result<T, Box<dyn Error + Send + Sync>>;

const SHOP: &str = "BENCH";

fn migrations() -> Migrations {
    let parts = [access::migrations(), job_queue::migrations(), back_office::migrations(), connector::migrations()];
    parts.into_iter().flatten().collect()
}

#[tokio::main]
async fn main() -> Fallible<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let [database, command, rest @ ..] = words.as_slice() else { return Err("say the database and what to do".into()) };
    let (clock, random) = (Clock::system(), Random::os());
    let db = Db::migrate(database.parse::<Location>()?, clock.clone(), migrations).await?;
    let store = Devstore::new(Options::new(clock.clone(), Random::os()))?;
    let vault = Vault::with_key([7; 32], random.clone());
    let http = Http::in_process(store.router());
    let connector = Connector::new(db.clone(), vault, http, clock, random, Uuid::from_u128(1));
    match (*command, rest) {
        ("prepare", [variants]) => prepare::prepare(&connector, variants.parse()?).await?,
        ("everything", []) => compare::compare(&connector, false).await?,
        ("prices", []) => compare::compare(&connector, true).await?,
        ("read", []) => read::read(&connector).await?,
        _ => return Err("say `prepare` and how many variants, `everything`, `prices` or `read`".into()),
    }
    db.close().await?;
    Ok(())
}
