use tracing_subscriber::EnvFilter;

/// Writes the log to the standard error output. `KOBLING_LOG` says how much, as `debug` or `job_queue=debug,info`.
pub fn start(default: &str) {
    let filter = EnvFilter::try_from_env("KOBLING_LOG").unwrap_or_else(|_| EnvFilter::new(default));
    let started = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    // A second start in one process keeps the first.
    let _already = started.try_init();
}
