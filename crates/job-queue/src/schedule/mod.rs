//! When an entry runs: pure functions of its schedule and an instant.
//!
//! Two ways to compute the next run of a recurring entry. *Anchored*, the default: with a starting time, runs stand at
//! that time of day and every so many minutes after it, however long they take; no drift, no day left out. *BC*: so many
//! minutes after the last one has ended, exactly as Business Central computes it.
//!
//! Times of day are those of the entry's zone. A time that a change to summer time leaves out is the first instant after
//! it; one that comes twice is the first of the two. Minutes are counted on instants, days on the wall clock.

mod anchored;
mod bc;
mod check;
mod initial;
mod next;
mod series;
mod settings;
mod window;
mod zone;

pub use check::Invalid;
pub use initial::{initial, made_ready, postponed};
pub use next::{hold, next};
pub use series::series;
pub use settings::{Schedule, ScheduleMode, Weekdays};
pub use window::is_within;
pub use zone::instant as at_wall_clock;
