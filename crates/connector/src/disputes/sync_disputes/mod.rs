//! Report 30120, Sync Disputes: `fetch → stage`, of a store and not of each of its cards.

mod fetch;
mod stage;
mod task;

pub use task::{Options, SyncDisputes};
