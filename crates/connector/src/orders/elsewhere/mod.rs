//! Orders that another system has processed: named by their numbers, before or after they come, so that no document is
//! made of them a second time.

mod entity;
mod mark;
mod number;
mod read;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use mark::{MOST, Marked, mark};
pub(crate) use number::key;
pub use number::numbers;
pub(crate) use read::{came, forget, read};
