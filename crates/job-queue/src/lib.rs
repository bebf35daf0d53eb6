//! Job queue entries: what a person starts runs at once in the background, what recurs runs on its schedule.
//!
//! An **entry** is a user's record, with a card: an object to run, its options and filters, a schedule, a category,
//! attempts. A **run** is a row of its own that exists exactly as long as someone may be running the entry; its unique
//! exclusion key (category and scope) keeps conflicting runs apart, whatever is done to the entry meanwhile. A **log
//! entry** stays behind.
//!
//! The queue is at-least-once: a worker may die, and its job runs again. So effects must be idempotent, and they are
//! fenced: a job writes only through [`Context::write`], which checks in the same transaction that the run is still its
//! own, and calls the outside only through [`Context::send`], which checks the lease first.
//!
//! What it refuses to do: name a concrete object, a shop or a document; run anything inside a transaction; retry a
//! partial success.
//!
//! Invariants: at most one run per exclusion key and per entry; a worker stops having effects at two thirds of its lease,
//! and a rescuer waits for the whole of it.

pub mod category;
pub mod entry;
mod error;
mod hear;
pub mod housekeeping;
pub mod log;
mod migration;
#[cfg(test)]
mod model;
pub mod notification;
mod object;
pub mod presence;
mod queue;
pub mod run;
pub mod schedule;
mod worker;

pub use entry::{Enqueued, NewEntry};
pub use error::{Error, Result};
pub use migration::migrations;
pub use object::{
    Context, Decision, Described, Failed, FilterField, FilterTable, Filters, JobError, Listener, Object, Outcome,
    Parameters, Progress, Registry, Request, Summary,
};
pub use queue::Queue;
pub use worker::{TIMES, Worker, WorkerOptions, first_due};
