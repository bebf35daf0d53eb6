//! Gift cards (table 30110): those that were sold, and those that have paid.
//!
//! Shopify names a card where it pays, and not where it is sold: a card that was sold is known by the line of its order.

mod entity;
mod see;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub(crate) use see::see;
