//! Telling people: that a job has failed for good, and that it works again.

mod entity;
mod failed;
pub mod participant;
mod postman;
pub mod setup;
mod tell;

pub use entity::{ActiveModel, Column, Entity, Kind, MailState, Model, PrimaryKey, Relation};
pub use failed::{Scope, Shown, shown, viewer_scope};
pub use postman::Postman;

pub(crate) use tell::{News, tell};
