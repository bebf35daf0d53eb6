//! Job queue categories: what must not run at the same time.

mod entity;
mod exclusion;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};

pub(crate) use exclusion::{exclusion_key, forget_key};

pub mod key;
