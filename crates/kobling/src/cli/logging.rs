use std::io::{IsTerminal, stderr};

use tracing_subscriber::EnvFilter;

/// What libraries tell at each start, and nobody needs.
const QUIET: &str = "sea_orm_migration=warn";

/// Writes the log to the standard error output, coloured where a person reads it. `KOBLING_LOG` says how much, as
/// `debug` or `job_queue=debug,info`.
pub fn start(default: &str) {
    let filter =
        EnvFilter::try_from_env("KOBLING_LOG").unwrap_or_else(|_| EnvFilter::new(format!("{default},{QUIET}")));
    let started = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(stderr)
        .with_ansi(stderr().is_terminal())
        .with_target(false);
    // A second start in one process keeps the first.
    let _already = started.try_init();
}
