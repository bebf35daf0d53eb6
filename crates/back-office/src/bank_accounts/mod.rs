//! Bank accounts, and what has come in and gone out of each.

mod entity;
pub mod entry;
pub mod posting_group;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
