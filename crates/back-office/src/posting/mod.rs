//! Posting: from a sales document to posted documents, goods that move, and entries in the ledgers that balance.
//!
//! [`post()`] reads as it happens: the document is read and locked, checked with all that is wrong with it said at once,
//! numbered, its amounts are worked out, its entries are made, and all of it is written in the caller's transaction. What
//! lies between reading and writing is pure.

mod accounts;
mod amounts;
mod check;
mod corrected;
mod document;
mod entries;
mod item_journal;
mod movement;
mod numbers;
mod payment;
mod post;
mod problem;
mod ready;
mod request;
mod settled;
mod setup;
mod transaction;
mod write;

pub use item_journal::{PostedItemJournal, post_item_journal};
pub(crate) use movement::post_movements;
pub use movement::{Journal, Movement};
pub use numbers::draw_numbers;
pub use payment::{Payment, post_payments};
pub use post::{Posted, post};
pub use problem::{Problem, Problems};
pub use request::Request;
pub use setup::Setup;

pub(crate) use write::fill_gaps;
