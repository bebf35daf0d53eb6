//! Locations: where items are kept.

mod entity;

pub(crate) use entity::check;
pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
