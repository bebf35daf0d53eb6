//! Runs: an entry that someone may be running. A run exists exactly as long as that may be so, whatever is done to the
//! entry meanwhile, and while it exists no other with its exclusion key can.

mod claim;
mod entity;
mod find;
mod finish;
mod lease;
mod progress;
mod rescue;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use progress::under_way;

pub(crate) use claim::{Claimed, begin, claim};
pub(crate) use find::{holder, of_entry};
pub(crate) use finish::{Ending, finish};
pub(crate) use lease::{LEASE, extend, fence};
pub(crate) use rescue::rescue;
