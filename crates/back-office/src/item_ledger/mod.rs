//! The item ledger: goods that came and went, and what they are worth.

pub mod entry;
mod find;
pub mod value_entry;

pub use entry::{DocumentType, EntryType};
pub(crate) use find::{not_invoiced, on_hand};
