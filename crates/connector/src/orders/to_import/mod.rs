//! Orders to import: what Shopify has reported and no shop's filters have let through yet, or what failed.

mod entity;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
