//! Job queue categories: what must not run at the same time.

mod change;
mod entity;
mod exclusion;
mod lines;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use lines::{Line, lines};

pub(crate) use exclusion::{check, exclusion_key, forget_key};

pub mod key;
