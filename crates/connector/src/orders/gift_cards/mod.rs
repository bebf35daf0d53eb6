//! Gift cards (table 30110): those that were sold, and those that have paid.
//!
//! Shopify names a card where it pays, and not where it is sold: a card that was sold is known by the line of its order. An
//! app that may read gift cards reads what they are called, and what is left of them, when a person asks for it.

mod entity;
mod lower;
mod refresh;
mod see;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use refresh::refresh;
pub(crate) use see::see;
