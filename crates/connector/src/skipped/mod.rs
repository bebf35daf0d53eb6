//! Skipped records: nothing that is left out is left out silently.

pub mod cause;
mod entity;
mod record;
mod retry;
mod solve;
mod tell;

pub use cause::Cause;
pub use entity::{ActiveModel, Column, Entity, Kind, Model, PrimaryKey, Relation};
pub use record::{Seen, Skipped, record};
pub use retry::retry;
pub use solve::{open, open_of_store, solve, solve_named, solve_of_store};
