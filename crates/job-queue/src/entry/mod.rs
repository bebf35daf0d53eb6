//! Job queue entries: what people see, edit and start. Whether one runs is a matter of the run, not of the entry.

mod cancel;
mod change;
mod checked;
mod delete;
mod enqueue;
mod entity;
mod find;
mod hold;
mod new;
mod restart;
mod run_once;
mod set_ready;
mod state;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use new::{Enqueued, NewEntry};
pub use state::{Mode, Priority, Status};

pub(crate) use enqueue::enqueue;
pub(crate) use find::{alone, find, in_line, locked, runnable};
