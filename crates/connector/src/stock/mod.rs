//! Stock: how many there are of what a store sells (report 30102), sent as it changes.
//!
//! ```text
//! marks of the back office → dirty sets of the shops → plan against what Shopify last said → set → record
//! ```
//!
//! A line of `shopify_inventory` holds both numbers of a variant at a location: what can be sold by what is known here, and
//! what Shopify was last heard or told to say. Only what differs is sent, 250 numbers in a call of ten points, and nothing is
//! read for it: each number says what it changes *from*, so that Shopify refuses it when something was sold meanwhile.
//!
//! **No sale is put back.** What Shopify has sold it has taken from its number by itself. So a number that is not the one
//! that was known is never written over before the orders behind it are known: those that are staged without a document,
//! those that wait to be imported, and those that nobody has read yet, which are looked at in that moment. What they have
//! taken is left out of what is sent, until their documents leave it out. An order that becomes a document here lowers both
//! numbers alike, and nothing is sent.
//!
//! A number is sent to a location only after a person has seen how the two sides differ at first ([`begin()`]); after
//! that all numbers are compared once a day ([`staged::drift`]), and each difference is explained.
//!
//! What it refuses to do: to send less than nothing; to stock a product at a location where Shopify does not have it; to
//! send anything without saying what it changes from.

mod again;
mod begin;
mod explain;
mod objects;
pub mod options;
pub mod staged;
pub mod sync_stock;
mod watch;

pub(crate) use again::{goes_to_shopify, look_at_all_again};
pub use begin::{Begin, Begun, begin};
pub use explain::{Entry, Explained, Part, explain};
pub use objects::SYNC_STOCK;
pub use watch::Watch;
