//! The company: whose books these are (company information and general ledger set-up).

mod entity;
mod read;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use read::read;
