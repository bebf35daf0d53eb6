//! Staged customers and their addresses, as Shopify last said.

pub mod address;
pub mod customer;
mod read;
mod state;
mod whole;
mod write;

pub(crate) use read::{by_ids, by_numbers, ids, linked, never_read, to_apply, unread};
pub use state::CustomerState;
pub use whole::Whole;
pub(crate) use write::{addresses, customers, lose, remove, sent_customers, told_addresses, told_customers};
