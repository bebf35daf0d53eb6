//! What the rows of a run cost when nothing but SQL is done: takes a database as it was before the run and one as it is
//! after, and inserts the rows that were added into the first, many rows to a statement. Prints the rows, and the CPU time
//! and the time on the wall that inserting them took. Reading them is not counted.
//!
//! With a third argument the rows are dealt to so many transactions, a statement for each table in each of them, as a run
//! does that has one transaction for each document.

#![expect(clippy::print_stdout, reason = "it prints what it measured")]

mod postgres;
mod sqlite;
mod table;

use std::error::Error;

use runtime::Clock;

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(before), Some(after)) = (arguments.next(), arguments.next()) else {
        return Err("give the database as it was before, and as it is after".into());
    };
    let transactions = arguments.next().map(|text| text.parse::<usize>()).transpose()?;
    if before.starts_with("postgres://") {
        let (mut target, tables) = postgres::gained(&before, &after).await?;
        let taken = Taken::begin()?;
        postgres::insert(&mut target, &tables, transactions).await?;
        taken.end(table::count(&tables))
    } else {
        let (mut target, tables) = sqlite::gained(&before, &after).await?;
        let taken = Taken::begin()?;
        sqlite::insert(&mut target, &tables, transactions).await?;
        taken.end(table::count(&tables))
    }
}

/// When inserting began, by two clocks.
struct Taken {
    clock: Clock,
    wall: std::time::Duration,
    cpu: u64,
}

impl Taken {
    fn begin() -> Result<Self> {
        let clock = Clock::system();
        Ok(Self { wall: clock.monotonic(), cpu: cpu_microseconds()?, clock })
    }

    /// Says what it took.
    fn end(self, rows: usize) -> Result<()> {
        let (wall, cpu) = (self.clock.monotonic() - self.wall, cpu_microseconds()? - self.cpu);
        let wall = wall.as_micros();
        println!("{{\"rows\": {rows}, \"cpuMicroseconds\": {cpu}, \"wallMicroseconds\": {wall}}}");
        Ok(())
    }
}

/// The time that this process has had on a core, its own and the system's for it. Linux counts hundredths of a second.
fn cpu_microseconds() -> Result<u64> {
    let text = std::fs::read_to_string("/proc/self/stat")?;
    let (_, fields) = text.rsplit_once(") ").ok_or("/proc/self/stat can't be read")?;
    let ticks = fields.split(' ').skip(11).take(2).map(str::parse::<u64>).sum::<std::result::Result<u64, _>>()?;
    Ok(ticks * 10_000)
}
