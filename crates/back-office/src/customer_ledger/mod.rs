//! The customer ledger: what customers owe and are owed, by document, and what settled it.

mod apply;
pub mod detailed;
pub mod entry;
mod find;
mod payment_discount;

pub(crate) use apply::apply;
pub use detailed::EntryType;
pub(crate) use find::{OpenKey, open_of};
pub(crate) use payment_discount::{take_discount, takes_discount};
