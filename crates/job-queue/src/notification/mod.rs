//! Telling people: that a job has failed for good, and that it works again.

mod administer;
mod entity;
mod failed;
pub mod participant;
mod postman;
mod read;
pub mod setup;
mod tell;

pub use administer::looks_after_all;
pub use entity::{ActiveModel, Column, Entity, Kind, MailState, Model, PrimaryKey, Relation};
pub use failed::{Scope, Shown, shown, viewer_scope};
pub use postman::Postman;
pub use read::mark_read;

pub(crate) use tell::{News, tell};
