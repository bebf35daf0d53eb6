//! Disputes: buyers whose banks want the money of a payment back, or ask about it.
//!
//! Shopify decides them; here they are a copy, followed until each is decided ([`sync_disputes`]), so that nobody misses the
//! day until which evidence is wanted. They make no ledger entries. The shop cards of a store share its disputes.

pub mod options;
pub(crate) mod scopes;
pub mod staged;
pub mod sync_disputes;

/// Report 30120, Sync Disputes.
pub const SYNC_DISPUTES: i32 = 30120;
