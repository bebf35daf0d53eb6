//! The locations of a store (table 30113), and which location of the back office each of them is.
//!
//! They are read by one call, when a shop is enabled and when a person asks for it. One that is switched off in Shopify, or
//! gone, stays with what people have said of it, and is marked as not active.

mod entity;
mod refresh;
mod upkeep;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use refresh::refresh;
pub(crate) use refresh::{SCOPE, refresh_for};
