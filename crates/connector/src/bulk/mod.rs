//! Bulk operations (table 30148): what stores were asked to do by themselves, how far they are, what was sent to them and
//! what came back.
//!
//! A client tells how its operations go to an [`observer`](shopify::Observer), which puts it into a queue, as it does with
//! calls; whoever writes the calls down writes this down, too. So every operation is here, whichever task started it: its
//! code says nothing of it.
//!
//! An operation is *processed* when nothing more will be done with it: its result was read to the end, or it has ended
//! without one. What is still under way never is, and one that has expired counts as failed.
//!
//! The lines that were sent and received are kept, redacted as calls are, up to [`KEPT`](shopify::bulk::KEPT) bytes each,
//! while Logging Mode on the shop card is All; they go when the log entries of the shop go.

mod content;
mod data;
mod delete;
mod entity;
mod finish;
mod hear;
mod lines;
mod refresh;
mod told;
mod whole;
mod write;

pub use content::{Content, Entity as Contents};
pub use data::{received, sent};
pub use delete::delete_older_than;
pub use entity::{ActiveModel, Column, Entity, Kind, Model, PrimaryKey, Relation, Status};
pub use refresh::refresh;
pub use told::while_told;

pub(crate) use delete::delete_before;
pub(crate) use entity::under_way;
pub(crate) use finish::{Finished, finish};
pub(crate) use hear::{Queue, Told};
pub(crate) use whole::whole;
