//! The staff of a store (table 30136), and which salesperson of the back office each of them is.
//!
//! They are read when a person asks for it. One whom the store has no more is taken away, and those who stay keep their
//! salesperson. Shopify tells of staff to the apps of stores on an advanced plan alone: of another store nothing is asked,
//! neither here nor with its orders.

mod entity;
mod refresh;
mod upkeep;

pub(crate) use entity::one_salesperson;
pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub(crate) use refresh::SCOPE;
pub use refresh::refresh;
