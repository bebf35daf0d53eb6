//! The number of its document is written on the order in Shopify, as an attribute (Order Attributes To Shopify): many orders a
//! call. Off by default, since each costs a write and a read.
//!
//! Attributes are given whole, so those that are there are read first. The digest of an order leaves this one out: our own
//! write brings nothing new.

mod due;
mod record;
mod run;

pub(crate) use run::run;

/// What the attribute is called, as BC's connector calls it.
pub(crate) const ATTRIBUTE: &str = "BC Doc. No.";
