//! Posting an item journal: all its lines or none, in one transaction of the general ledger.
//!
//! What comes is worth what its line says, and changes what its item costs; what goes takes that cost with it, as a sale
//! does; what moves from one location to another keeps it.

mod check;
mod cost;
mod entries;
mod journal;
mod post;

pub use post::{PostedItemJournal, post_item_journal};
