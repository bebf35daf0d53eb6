//! The locations of a store (table 30113), and which location of the back office each of them is.
//!
//! They are read by one call, when a shop is enabled and when a person asks for it. One that is switched off in Shopify, or
//! gone, stays with what people have said of it, and is marked as not active.
//!
//! Which locations of the back office are sold from one is a filter on their codes, and how many of what they have can be
//! sold is its stock calculation ([`crate::stock`]).

mod entity;
mod filter;
mod refresh;
mod upkeep;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub(crate) use filter::Filtered;
pub use refresh::refresh;
pub(crate) use refresh::{SCOPE, refresh_for};
