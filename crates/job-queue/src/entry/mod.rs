//! Job queue entries: what people see, edit and start. Whether one runs is a matter of the run, not of the entry.

mod cancel;
mod change;
mod checked;
mod delete;
mod enqueue;
mod entity;
mod find;
mod hold;
mod moved;
mod new;
mod postpone;
mod priority;
mod restart;
mod run_once;
mod set_ready;
mod state;
mod transition;

pub use cancel::STOPS_WITHIN;
pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use new::{Enqueued, FIVE_MINUTES, NewEntry, TWELVE_HOURS};
pub use state::{CatchUp, Mode, Priority, Status};
pub use transition::{Becomes, Event, TRANSITIONS, Transition, diagram, transition};

pub(crate) use enqueue::enqueue;
pub(crate) use find::{alone, find, in_line, locked, ready, runnable};
