//! Expected receipts: goods that are ordered from elsewhere and will come, on a day that is known or not. They count in
//! what is available from that day on. When the goods are there they are posted in an item journal, and what was expected
//! is taken away or lowered.

mod change;
mod entity;

pub use change::{NewReceipt, add, change, remove};
pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
