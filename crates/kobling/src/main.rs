//! The one program: command line, configuration, and the assembly of everything else.
//!
//! Each command reads its arguments, opens the company's database, calls one or two functions of the crates below, and
//! shows what came of it: to people as text, with `--json` to programs.
//!
//! What it refuses to do: decide anything about business. A rule that is found here belongs in `connector`, `job-queue`
//! or `back-office`, where the API obeys it too.
//!
//! Invariants: a command that fails says so in one sentence, with the cause and what to do, and ends with 1; one that the
//! command line can't be read for ends with 2; a task that left records out ends with 3. On SQLite one process runs jobs.

mod assembly;
mod call_log;
mod cli;
mod config;
mod courier;
mod demo;
mod first_start;
mod follow;
mod installation;
mod output;
mod report;
mod restore;
mod serve;
mod signals;

use std::process::ExitCode;

/// SQLite allocates for every value of every row, and so do we; this allocator is far faster at that than the system's.
#[cfg(not(target_env = "msvc"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    cli::main()
}
