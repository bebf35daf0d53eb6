//! Runs: an entry that someone may be running. A run exists exactly as long as that may be so, whatever is done to the
//! entry meanwhile, and while it exists no other with its exclusion key can.

mod block;
mod claim;
mod ending;
mod entity;
mod find;
mod finish;
mod lease;
mod outcome;
mod progress;
mod rescue;

pub use ending::StopReason;
pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use progress::under_way;

pub(crate) use block::{block, is_blocked};
pub(crate) use claim::{Claimed, begin, claim};
pub(crate) use ending::Ending;
pub(crate) use find::{holder, of_entry};
pub(crate) use finish::finish;
pub(crate) use lease::{LEASE, extend, fence};
pub(crate) use outcome::marked_as_error;
#[cfg(test)]
pub(crate) use outcome::outcome;
#[cfg(test)]
pub(crate) use rescue::given_up;
pub(crate) use rescue::{as_told, rescue};
