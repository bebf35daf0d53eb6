//! The worker: claims entries whose time has come, runs them, and takes over those whose worker was lost.

mod execute;
mod heartbeat;
mod work;

pub use work::{Worker, WorkerOptions};
