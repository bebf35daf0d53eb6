use std::time::Duration;

/// How a worker works.
#[derive(Clone, Debug)]
pub struct WorkerOptions {
    /// Its name in the log: unique among the workers of a database.
    pub name: String,
    /// How many jobs it runs at once.
    pub slots: usize,
    /// Whether it claims what waits; if not, it runs only what a person starts in the foreground.
    pub background: bool,
    /// It looks at least this often, if nobody wakes it.
    pub poll: Duration,
    /// How long it waits for its jobs when it is to stop, before it gives them back.
    pub grace: Duration,
}

impl Default for WorkerOptions {
    fn default() -> Self {
        Self {
            name: format!("worker-{}", std::process::id()),
            slots: 4,
            background: true,
            poll: Duration::from_secs(5),
            grace: Duration::from_secs(20),
        }
    }
}
