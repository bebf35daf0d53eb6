//! The mapping worksheet: which items the variants are that have none yet, proposed with a score and the reason, for
//! people to look at, to choose otherwise, and to accept.
//!
//! Nothing here makes an item or links one by itself. What needs a look comes first: a SKU or a bar code that several
//! variants have.

mod accept;
mod choose;
mod entity;
mod propose;
mod score;
mod titles;
mod twice;

pub use accept::accept;
pub use choose::{choose, choose_in, choose_variant};
pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use propose::{Proposed, propose};
