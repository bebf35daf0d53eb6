//! The sales channels of stores, on which products that are added from here are published.

mod entity;
mod refresh;
mod set;
mod used;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use refresh::refresh;
pub(crate) use refresh::stored_or_read;
pub use set::use_for_publication;
pub(crate) use used::used;
