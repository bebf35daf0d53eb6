//! The connector: brings a store's records into the back office, and the back office's into the store.
//!
//! A task is a folder whose files are its steps: [`orders::sync_orders`] reads as `fetch → decide → stage`. What
//! Shopify said is **staged** faithfully, by store and Shopify id; **mapping** links it to customers and items, or says
//! why it can't; **processing** asks the back office for a document, one transaction each. A page of records is committed
//! together with the watermark that says how far the store has been read, so a run may die at any moment and the next
//! one goes on from there.
//!
//! Nothing is left out silently: a record that can't be taken over is a skipped record ([`skipped`]) with its cause and
//! its remedy, and it is taken up by itself when the cause is gone.
//!
//! What it refuses to do: hold HTTP routes; make a call inside a transaction; show an access token; skip a record for
//! its time stamp (the digest of what was said decides).
//!
//! Invariants: an order is staged once per store and has one sales document, whatever is run again; what Shopify said
//! about an order that waits is kept, so that importing it later costs no call; the watermark never passes a record that
//! is neither staged, nor waiting, nor written down as failed.

pub mod budget;
pub mod bulk;
pub mod calls;
pub mod catalogs;
pub mod checklist;
pub mod companies;
pub mod cues;
pub mod customers;
pub mod disputes;
mod error;
pub mod links;
pub mod locations;
pub mod mappings;
mod migration;
pub mod operations;
pub mod orders;
pub mod outbound_webhooks;
pub mod payouts;
pub mod products;
mod service;
pub mod setup_guide;
pub mod shipments;
pub mod shops;
pub mod skipped;
mod source_number;
pub mod staff_members;
pub mod stock;
pub mod sync;
pub mod usage;
pub mod vat_check;
pub mod watermark;
pub mod webhooks;

pub use error::Error;
pub use migration::migrations;
pub use service::{Connector, register};
pub use source_number::SOURCE_NUMBER;
pub use sync::{Started, Sync, sync};
