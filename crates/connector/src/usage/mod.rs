//! What a store's budget was used for: a row for each minute, task and shop, whatever the shop card's *Logging Mode* says.
//!
//! Every call is counted in memory as it is heard of; some seconds' worth is added to the rows in one transaction, so that
//! several processes count together and no call waits for it. Rows have their time and are deleted: they are there to see
//! who used up the points this morning, not last year. How a budget stands now is said by [`crate::budget`].

mod count;
mod entity;
mod keep;
mod read;
mod write;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use keep::KEPT_DAYS;
pub use read::{Total, by_object, since};

pub(crate) use count::{Counter, Counts, Key, minute};
