//! Job queue log entries: one for each run, kept when the entry is gone.

mod close;
mod entity;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};

pub(crate) use close::close;
