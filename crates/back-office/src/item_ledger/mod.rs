//! The item ledger: goods that came and went, and what they are worth.

mod apply;
mod by_place;
pub mod entry;
mod find;
mod oldest;
mod place;
pub mod value_entry;

pub(crate) use apply::apply;
pub(crate) use by_place::{OfPlace, by_place};
pub use entry::{DocumentType, EntryType};
pub(crate) use find::{not_invoiced, on_hand};
pub use place::Place;
