//! Mapping: which customer and which items an order is about, or why that can't be told.
//!
//! It runs when an order is staged and again before its document is made, for whole batches: what a batch needs is
//! read in a few statements into a [`Lookup`], and what it learnt is written back in one.

mod accounts;
mod bill_to;
mod buyer;
mod company;
mod create_customer;
mod currency;
mod customer;
mod ground;
mod item;
mod lookup;
mod map;
mod map_staged;
mod payment;
mod person;
mod sending;
mod taxing;

pub use create_customer::create_all as create_customers;
pub use ground::{By, Ground};
pub use item::{is_custom, map as map_item};
pub use lookup::Lookup;
pub use map::map;
pub use map_staged::{Batch, map_again, map_staged};
