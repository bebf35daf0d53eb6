//! The customer ledger: what customers owe and are owed, by document, and what settled it.

mod apply;
pub mod detailed;
pub mod entry;
mod find;

pub(crate) use apply::apply;
pub use detailed::EntryType;
pub(crate) use find::{OpenKey, open_of};
