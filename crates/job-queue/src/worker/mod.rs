//! The worker: claims entries whose time has come, runs them, and takes over those whose worker was lost.

mod execute;
mod heartbeat;
mod look;
mod measured;
mod options;
mod rounds;
mod work;

pub use look::first_due;
pub use measured::TIMES;
pub use options::WorkerOptions;
pub use work::Worker;

#[cfg(test)]
pub(crate) use execute::settle;
#[cfg(test)]
pub(crate) use heartbeat::ask_for_time;
