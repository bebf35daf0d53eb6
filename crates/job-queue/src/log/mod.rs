//! Job queue log entries: one for each run, kept when the entry is gone.

mod close;
mod entity;
mod latest;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};

pub(crate) use close::close;
pub(crate) use latest::{forget_task, leads, task_of};
