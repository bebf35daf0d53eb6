//! The number by which BC knows the object of shipments.

/// Report 30109, Sync Shipments to Shopify.
pub const SYNC_SHIPMENTS: i32 = 30109;
