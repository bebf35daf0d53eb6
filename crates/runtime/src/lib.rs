//! Time, chance and the life of background work, all given from outside.
//!
//! Nothing else in the workspace reads the wall clock, draws a random number or starts a task that nobody owns:
//! `clippy.toml` forbids it. A program gets [`Clock::system`] and [`Random::os`]; a test gets [`Clock::manual`] and
//! [`Random::seeded`], and with them every run is the same run.
//!
//! What it refuses to do: global state. A [`Clock`], a [`Random`] and a [`Shutdown`] are values that are passed on.
//!
//! Invariants: an instant is cut to microseconds, so that what is read back from a database equals what was written;
//! a [`Scope`] outlives none of its tasks.

mod clock;
mod random;
mod scope;
mod shutdown;

pub use clock::{Clock, Elapsed, ManualClock};
pub use random::Random;
pub use scope::Scope;
pub use shutdown::Shutdown;
