//! Locations: where items are kept.

mod entity;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub(crate) use entity::check;
